import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuantities } from '../../src/extraction/quantities/find-quantities.js';
import { segment } from '../../src/extraction/segmentation.js';
import { compareQuantities } from './compare-quantities.js';
import { expectedDates } from './expected-extraction.js';
import { readCases } from './read-cases.js';

/** Cases that the engine does not read as expected yet: at most a tenth of them. */
const KNOWN_FAILURES: readonly string[] = [];

const CASES = readCases('test/extraction/cases/quantities.yaml');

describe('quantities', () => {
  it.each(CASES.map((each) => [each.name, each] as const))('%s', (name, expected) => {
    const document = segment(expected.text);
    const found = findQuantities(document, expectedDates(expected));
    const differences = compareQuantities(
      expected,
      found.map(({ quantity }) => quantity),
    );
    if (KNOWN_FAILURES.includes(name)) expect(differences, 'a known failure that passes').not.toEqual([]);
    else expect(differences).toEqual([]);
  });

  it('has few known failures, all of them cases', () => {
    expect(KNOWN_FAILURES.length).toBeLessThanOrEqual(CASES.length / 10);
    expect(CASES.map(({ name }) => name)).toEqual(expect.arrayContaining([...KNOWN_FAILURES]));
  });
});

describe('any text', () => {
  const spansIn = (text: string) => findQuantities(segment(text), []).map(({ quantity }) => quantity);

  it('gives exact spans and finite numbers', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '5',
        '1,000',
        '$',
        '-',
        '–',
        'to',
        'a',
        'half',
        'and',
        'dozens of',
        ' ',
        '.',
        '/',
        '½',
        '10^9',
        'cats',
        '\ud800',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        for (const { span, value } of spansIn(text)) {
          expect(Number.isFinite(value)).toBe(true);
          expect(0 <= span.start && span.start < span.end && span.end <= text.length).toBe(true);
        }
      }),
    );
  });

  it.each([
    '5 cats and ',
    '1,111',
    'minus ',
    'half a ',
    '5-',
    '1/',
    'hundreds of ',
  ])('is read in linear time: %s', (piece) => {
    expect(() => spansIn(piece.repeat(10_000))).not.toThrow();
  });
});
