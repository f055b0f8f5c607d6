import { describe, expect, it } from 'vitest';
import { readSeeds } from '../../../src/repository/seed/read-seeds.js';
import { SeedError } from '../../../src/repository/seed/seed-error.js';
import { SMALL_SEEDS, writeSeeds } from './seed-directory.js';

type FileName = keyof typeof SMALL_SEEDS;

/** A way to break the small seeds, which stands in a table as one row. */
export interface Break {
  /** "Seeds with … are refused". */
  readonly seedsWith: string;
  /** What is replaced, and by what: the first place in the file, or the only one. */
  readonly replace: readonly [string, string];
  readonly says: RegExp;
  /** The beginning of the line at which the problem is reported, white space aside; by default the first that changed. */
  readonly at?: string;
  /** A second replacement, where one does not make the problem. */
  readonly and?: readonly [string, string];
}

/** Tests that seeds broken in any of these ways in one file give an error that names the file, the line and the problem. */
export function describeBreaks(what: string, file: FileName, breaks: readonly Break[]): void {
  describe(what, () => {
    it.each(breaks)('is refused with $seedsWith', ({ replace, and, at, says }) => {
      const original = SMALL_SEEDS[file];
      const broken = [replace, ...(and === undefined ? [] : [and])].reduce(edit, original);
      const line = at === undefined ? firstChange(original, broken) : lineThatBegins(broken, at);
      const directory = writeSeeds({ ...SMALL_SEEDS, [file]: broken });
      const problem = problemOf(directory);
      expect(problem.message).toMatch(says);
      expect(problem.message.slice(0, problem.message.indexOf(' '))).toBe(`${directory}/${file}:${line}:`);
    });
  });
}

/** The SeedError that reading a directory ends in. */
export function problemOf(directory: string): SeedError {
  try {
    readSeeds(directory, new Date('2031-05-03T00:00:00Z'));
  } catch (error) {
    if (error instanceof SeedError) return error;
    throw error;
  }
  return expect.fail('The seeds were read, though they are broken.');
}

function edit(text: string, [from, to]: readonly [string, string]): string {
  if (!text.includes(from)) throw new Error(`The small seeds have no “${from}” to replace.`);
  return text.replace(from, () => to);
}

function firstChange(original: string, broken: string): number {
  const before = original.split('\n');
  return broken.split('\n').findIndex((line, index) => line !== before[index]) + 1;
}

function lineThatBegins(text: string, beginning: string): number {
  const line = text.split('\n').findIndex((candidate) => candidate.trim().startsWith(beginning)) + 1;
  if (line === 0) throw new Error(`The broken file has no line that begins with “${beginning}”.`);
  return line;
}
