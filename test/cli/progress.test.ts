import { expect, test } from 'vitest';
import { Progress } from '../../src/cli/progress.js';

/** What is written to a terminal, or to a file in its place, with a clock that the test sets. */
function recording(isTTY: boolean, total: number | null = 8000) {
  const written: string[] = [];
  const clock = { now: 0 };
  const progress = new Progress(total, { isTTY, write: (text) => written.push(text) }, () => clock.now);
  return { written, clock, progress };
}

test('progress on a terminal says how many articles, which share, how fast and how long it takes still', () => {
  const { written, clock, progress } = recording(true);
  clock.now = 4000;
  progress.show(2000);
  expect(written.join('')).toContain('2,000 of 8,000 articles, 25 %, 500 a second, 12 s left');
});

test('progress towards an end that nobody knows says how many articles and how fast', () => {
  const { written, clock, progress } = recording(true, null);
  clock.now = 4000;
  progress.show(2000);
  expect(written.join('')).toMatch(/2,000 articles, 500 a second$/);
});

test('progress says nothing where standard error is not a terminal', () => {
  const { written, clock, progress } = recording(false);
  clock.now = 4000;
  progress.show(2000);
  progress.end();
  expect(written).toEqual([]);
});
