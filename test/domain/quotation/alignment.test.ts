import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align, findExactly } from '../../../src/domain/quotation/alignment.js';
import { parseQuotation } from '../../../src/domain/quotation/asked-quotation.js';
import { Ownership, type Passage } from '../../../src/domain/quotation/passage.js';
import { wordsOf } from '../../../src/domain/quotation/words.js';

function passage(text: string): Passage {
  return wordsOf(text).map((word) => ({
    ...word,
    text: text.slice(word.start, word.end),
    ownership: Ownership.OWN,
  }));
}

/** Two letters that words are made of: so that they often are the same, and stand at several places. */
const word = fc.constantFrom('ba', 'bo', 'ka', 'ko', 'la');
const sentence = fc.array(word, { minLength: 4, maxLength: 12 });

/** How few words have to be changed, added or taken away: by trying every stretch, with the plain recursion. */
function leastChanges(asked: readonly string[], found: readonly string[]): number {
  let least = asked.length;
  for (let start = 0; start <= found.length; start++) {
    for (let end = start; end <= found.length; end++) least = Math.min(least, distance(asked, found.slice(start, end)));
  }
  return least;
}

function distance(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, i) => i + 1);
  row.unshift(0);
  for (const [i, x] of a.entries()) {
    const next = [i + 1];
    for (const [j, y] of b.entries()) {
      next.push(Math.min((row[j] ?? 0) + (x === y ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

describe('a quotation beside a passage', () => {
  test('differs in as few words as it can', () => {
    fc.assert(
      fc.property(sentence, sentence, (asked, found) => {
        const alignment = align(parseQuotation(asked.join(' ')), passage(found.join(' ')));
        const least = leastChanges(asked, found);
        expect(alignment?.differences.length ?? asked.length).toBe(least);
        expect(alignment?.similarity ?? 0).toBeGreaterThanOrEqual(1 - least / asked.length);
      }),
      { numRuns: 500 },
    );
  });

  test('becomes what is found when its differences are made good', () => {
    fc.assert(
      fc.property(sentence, sentence, (asked, found) => {
        const text = found.join(' ');
        const alignment = align(parseQuotation(asked.join(' ')), passage(text));
        if (alignment === null) return;
        const differing = alignment.differences;
        const kept = asked.length - differing.filter(({ kind }) => kind !== 'REMOVED').length;
        const taken = kept + differing.filter(({ kind }) => kind !== 'ADDED').length;
        expect(wordsOf(text.slice(alignment.start, alignment.end))).toHaveLength(taken);
      }),
      { numRuns: 500 },
    );
  });

  test('is found word for word just where it stands', () => {
    fc.assert(
      fc.property(sentence, sentence, sentence, (before, asked, behind) => {
        const text = [...before, ...asked, ...behind].join(' ');
        const found = findExactly(parseQuotation(asked.join(' ')), passage(text));
        expect(found && text.slice(found.start, found.end)).toBe(asked.join(' '));
      }),
    );
    expect(findExactly(parseQuotation('ba ko'), passage('ba kola'))).toBeNull();
    expect(findExactly(parseQuotation('ba ko'), passage('lba ko'))).toBeNull();
    expect(findExactly(parseQuotation('ba ko'), passage('ba'))).toBeNull();
  });

  test('leaves nothing out for nothing: an ellipsis excuses only what stands in its place', () => {
    const found = passage('We will open the harbour gates in May and close them in June');
    const differences = (text: string) => align(parseQuotation(text), found)?.differences.map(({ found }) => found);
    expect(differences('We will open … in May and close them')).toEqual(['the', 'harbour', 'gates']);
    expect(align(parseQuotation('We will open … in May and close them'), found)?.similarity).toBe(1);
    expect(align(parseQuotation('We will open in May and close them'), found)?.similarity).toBeCloseTo(1 - 3 / 11);
    expect(align(parseQuotation('We will open … in and close them'), found)?.similarity).toBeLessThan(1);
  });
});
