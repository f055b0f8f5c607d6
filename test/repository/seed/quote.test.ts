import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvariantError } from '../../../src/domain/errors.js';
import { findEvery, findQuote } from '../../../src/repository/seed/quote.js';

const TEXT = 'Kim said so. Then Kim said more, and “no” stood in it twice: “no”.';

/** Texts of few different characters, so that a stretch often stands in them more than once; no square brackets. */
const texts = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '“', 'é', '𝒦', '\n'), minLength: 1, maxLength: 40 });

/** A text with a stretch of it that stands there exactly once, and a part of that stretch. */
const uniqueStretches = fc
  .tuple(texts, fc.nat(), fc.nat(), fc.nat(), fc.nat())
  .map(([text, a, b, c, d]) => {
    const [start, end] = ordered(a % (text.length + 1), b % (text.length + 1));
    const [from, to] = ordered(c % (end - start + 1), d % (end - start + 1));
    return { text, start, end, from, to, words: text.slice(start, end) };
  })
  .filter(({ text, words, from, to }) => words !== '' && from < to && text.indexOf(words) === text.lastIndexOf(words));

function ordered(a: number, b: number): [number, number] {
  return a <= b ? [a, b] : [b, a];
}

function selected(text: string, quote: string): string {
  const { start, end } = findQuote(text, quote);
  return text.slice(start, end);
}

describe('a quotation', () => {
  it('selects the words that it quotes, where they stand', () => {
    expect(findQuote(TEXT, 'Then Kim')).toEqual({ start: 13, end: 21 });
    expect(selected(TEXT, 'more, and “no” stood')).toBe('more, and “no” stood');
  });

  it('selects only what stands in square brackets, and takes the rest as context', () => {
    expect(findQuote(TEXT, 'Then [Kim] said')).toEqual({ start: 18, end: 21 });
    expect(findQuote(TEXT, '[Kim] said so')).toEqual({ start: 0, end: 3 });
    expect(findQuote(TEXT, 'twice: “[no]')).toEqual({ start: 62, end: 64 });
  });

  it('is found at its place wherever it stands only once', () => {
    fc.assert(
      fc.property(uniqueStretches, ({ text, start, end, words }) => {
        expect(findQuote(text, words)).toEqual({ start, end });
      }),
    );
  });

  it('selects any part of itself, wherever the brackets stand', () => {
    fc.assert(
      fc.property(uniqueStretches, ({ text, start, words, from, to }) => {
        const quote = `${words.slice(0, from)}[${words.slice(from, to)}]${words.slice(to)}`;
        expect(findQuote(text, quote)).toEqual({ start: start + from, end: start + to });
      }),
    );
  });

  it('is refused when it stands in the text more than once, also where its places overlap', () => {
    expect(() => findQuote(TEXT, 'Kim')).toThrow(/“Kim” stands 2 times in the text.*square brackets/);
    expect(() => findQuote(TEXT, '[Kim] said')).toThrow(/“Kim said” stands 2 times/);
    expect(() => findQuote('aaa', 'aa')).toThrow(/stands 2 times/);
  });

  it('is refused when it does not stand in the text as it is written', () => {
    expect(() => findQuote(TEXT, 'and "no" stood')).toThrow(/does not stand in the text.*curly quotation marks/);
    expect(() => findQuote(TEXT, 'kim said so')).toThrow(InvariantError);
    expect(() => findQuote(TEXT, '')).toThrow(InvariantError);
  });

  it.each([
    '[Kim said so',
    'Kim] said so',
    ']Kim[ said so',
    '[Kim] [said] so',
    '[[Kim]] said so',
    'Kim [] said so',
  ])('is refused when its brackets are no pair around words: %s', (quote) => {
    expect(() => findQuote(TEXT, quote)).toThrow(/one pair of square brackets/);
  });
});

describe('every place of some words', () => {
  it('is found, in the order of the text', () => {
    expect(findEvery(TEXT, 'Kim')).toEqual([
      { start: 0, end: 3 },
      { start: 18, end: 21 },
    ]);
  });

  it('is where they stand as whole words, beside any punctuation', () => {
    const text = 'South Koreans say that South Korea’s count is (South Korea) wrong; NSouth Korea is none.';
    expect(findEvery(text, 'South Korea').map(({ start }) => start)).toEqual([23, 47]);
  });

  it('is an error where there is none', () => {
    expect(() => findEvery('South Koreans', 'South Korea')).toThrow(/“South Korea” does not stand.*whole words/);
  });
});
