import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../../src/domain/quotation/words.js';
import { anyString, awkwardString } from '../search/arbitrary-text.js';

const keysOf = (text: string) => wordsOf(text).map(({ key }) => key);
const sourcesOf = (text: string) => wordsOf(text).map(({ start, end }) => text.slice(start, end));

describe('the words of a quotation', () => {
  test.each([
    ['case and accents', 'Élan VITAL', 'elan vital'],
    ['punctuation and quotation marks', '“No,” — she: (never)!', 'no she never'],
    ['hyphens', 'anti-epidemic', 'anti epidemic'],
    ['the grouping of digits', '8,961', '8961'],
    ['numbers in words', 'twenty-one', '21'],
    ['which apostrophe it is', 'can’t', "can't"],
    ['an apostrophe that is a letter', 'canʼt', "can't"],
    ['whether a syllable is one character', '한국'.normalize('NFD'), '한국'],
  ])('are the same whatever %s', (_, a, b) => {
    expect(keysOf(a)).toEqual(keysOf(b));
  });

  test.each([
    ['can’t', 'cant'],
    ['we’re', 'were'],
    ['3.5', '35'],
  ])('tell “%s” from “%s”', (a, b) => {
    expect(keysOf(a)).not.toEqual(keysOf(b));
  });

  test('go on behind an apostrophe, but not behind a closing quotation mark', () => {
    expect(sourcesOf('She can’t say ‘no’ to l’eau')).toEqual(['She', 'can’t', 'say', 'no', 'to', 'l’eau']);
  });

  test('are single characters where a script has no spaces', () => {
    expect(sourcesOf('灯塔将启用 now')).toEqual(['灯', '塔', '将', '启', '用', 'now']);
    expect(keysOf('灯塔')).toEqual(['灯', '塔']);
  });

  test('stand one behind the other in any text whatever', () => {
    fc.assert(
      fc.property(fc.oneof(anyString, awkwardString), (text) => {
        let start = 0;
        for (const word of wordsOf(text)) {
          expect(word.start).toBeGreaterThanOrEqual(start);
          expect(word.end).toBeGreaterThan(word.start);
          expect(word.end).toBeLessThanOrEqual(text.length);
          expect(word.key).not.toBe('');
          start = word.start;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
