import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvariantError } from '../../src/domain/errors.js';
import { makeId } from '../../src/domain/identity.js';
import { contextOf, spanAt, type TextSpan } from '../../src/domain/span.js';

const ID = makeId('ArticleRevision', 'a made-up article', 1);
const revision = (text: string) => ({ id: ID, text });

/** Texts in which every other character or so is a surrogate pair. */
const characters = fc.array(fc.constantFrom('a', 'é', '新', ' ', '🎲', '𐐗', '👍🏽'), { minLength: 1, maxLength: 120 });

/** A text, and two different places in it between characters, in order. */
const stretches = characters.chain((units) => {
  const edges = [0];
  for (const unit of units.join('')) edges.push((edges.at(-1) ?? 0) + unit.length);
  return fc
    .uniqueArray(fc.constantFrom(...edges), { minLength: 2, maxLength: 2 })
    .map((places) => ({ text: units.join(''), places: places.toSorted((a, b) => a - b) }))
    .map(({ text, places: [start = 0, end = 0] }) => ({ text, start, end }));
});

describe('a span', () => {
  it('holds exactly the characters between its offsets, and names its revision', () => {
    expect(spanAt(revision('The tide 🎲 rose.'), 4, 11)).toEqual({
      revisionId: ID,
      start: 4,
      end: 11,
      text: 'tide 🎲',
    });
  });

  it('can be the whole text or one character of it', () => {
    expect(spanAt(revision('tide'), 0, 4).text).toBe('tide');
    expect(spanAt(revision('tide'), 3, 4).text).toBe('e');
  });

  it('gives back its text wherever it is taken', () => {
    fc.assert(
      fc.property(stretches, ({ text, start, end }) => {
        const span = spanAt(revision(text), start, end);
        expect(span).toEqual({ revisionId: ID, start, end, text: text.slice(start, end) });
        expect(span.text.isWellFormed()).toBe(true);
      }),
    );
  });

  it.each([
    ['begins before the text', -1, 2],
    ['ends after the text', 2, 5],
    ['is empty', 2, 2],
    ['ends before it begins', 3, 2],
    ['begins between two offsets', 0.5, 2],
    ['ends between two offsets', 0, 1.5],
    ['begins nowhere', Number.NaN, 2],
    ['never ends', 0, Number.POSITIVE_INFINITY],
  ])('is refused, with the place and the length of the text, where it %s', (_, start, end) => {
    const take = () => spanAt(revision('tide'), start, end);
    expect(take).toThrow(InvariantError);
    expect(take).toThrow(`A span must lie inside its text of 4 characters, but is ${start}–${end}.`);
  });

  it.each([
    ['begins', 2, 3],
    ['ends', 0, 2],
  ])('is refused where it %s in the middle of a character', (_, start, end) => {
    const take = () => spanAt(revision('a🎲b'), start, end);
    expect(take).toThrow(InvariantError);
    expect(take).toThrow(`A span must not cut a character in two, but ${start}–${end} does.`);
  });
});

describe('the context of a span', () => {
  const spanOf = (text: string, words: string): TextSpan => {
    return spanAt(revision(text), text.indexOf(words), text.indexOf(words) + words.length);
  };

  it('is the 32 units before and after it', () => {
    const [before, after] = ['abcdefghijklmnopqrstuvwxyz0123456789', '9876543210zyxwvutsrqponmlkjihgfedcba'];
    const text = `${before} tide ${after}`;
    expect(contextOf(spanOf(text, 'tide'), text)).toEqual({
      prefix: 'fghijklmnopqrstuvwxyz0123456789 ',
      suffix: ' 9876543210zyxwvutsrqponmlkjihgf',
    });
  });

  it('is shorter where the text begins or ends', () => {
    expect(contextOf(spanOf('The tide rose.', 'tide'), 'The tide rose.')).toEqual({ prefix: 'The ', suffix: ' rose.' });
    expect(contextOf(spanOf('tide', 'tide'), 'tide')).toEqual({ prefix: '', suffix: '' });
  });

  it('is a unit shorter rather than half a character', () => {
    const text = `🎲${'x'.repeat(31)}tide${'y'.repeat(31)}🎲`;
    expect(contextOf(spanOf(text, 'tide'), text)).toEqual({ prefix: 'x'.repeat(31), suffix: 'y'.repeat(31) });
    const fits = `🎲${'x'.repeat(30)}tide${'y'.repeat(30)}🎲`;
    expect(contextOf(spanOf(fits, 'tide'), fits)).toEqual({
      prefix: `🎲${'x'.repeat(30)}`,
      suffix: `${'y'.repeat(30)}🎲`,
    });
  });

  it('adjoins the span, is as long as it can be and never cuts a character, in any text', () => {
    fc.assert(
      fc.property(stretches, ({ text, start, end }) => {
        const span = spanAt(revision(text), start, end);
        const { prefix, suffix } = contextOf(span, text);
        expect(text.slice(0, start).endsWith(prefix)).toBe(true);
        expect(text.slice(end).startsWith(suffix)).toBe(true);
        expect((prefix + suffix).isWellFormed()).toBe(true);
        for (const [side, available] of [
          [prefix, start],
          [suffix, text.length - end],
        ] as const) {
          expect(side.length).toBeLessThanOrEqual(32);
          expect(side.length).toBeGreaterThanOrEqual(Math.min(31, available));
        }
        expect(text).toContain(prefix + span.text + suffix);
      }),
      { numRuns: 500 },
    );
  });
});
