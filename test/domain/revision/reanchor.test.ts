import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commonWords } from '../../../src/domain/revision/common-words.js';
import { Reanchoring } from '../../../src/domain/revision/reanchor.js';

const TEXT = `Harbour Master Ada Gull said the pier is closed. She spoke on Monday.

“It is not safe”, Gull said. A pilot said it is.

The council meets on Friday, its clerk said.`;

/** Where some words stand in a text; the n-th time, from 0. */
function at(text: string, words: string, n = 0) {
  let start = -1;
  for (let i = 0; i <= n; i++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`“${words}” is not in the text.`);
  return { start, end: start + words.length };
}

/** The words that a span of TEXT has in another wording, and how far on they stand; null where they do not. */
function found(after: string, words: string, n = 0) {
  const span = new Reanchoring(TEXT, after).find(at(TEXT, words, n));
  return span && [after.slice(span.start, span.end), span.start];
}

describe('a span', () => {
  test('stands where it was when nothing changed', () => {
    expect(found(TEXT, 'the pier is closed')).toEqual(['the pier is closed', 29]);
  });

  test.each([
    ['a typo is mended elsewhere', TEXT.replace('Monday', 'Tuesday')],
    ['text is inserted before', `An update.\n\n${TEXT}`],
    ['words are inserted into its sentence', TEXT.replace('Gull said the pier', 'Gull, 51, said that the pier')],
    ['a paragraph is taken away before', TEXT.replace('She spoke on Monday.', '')],
    ['its paragraph moves to the end', `${TEXT.split('\n\n').slice(1).join('\n\n')}\n\n${TEXT.split('\n\n')[0]}`],
    ['its lines are wrapped otherwise', TEXT.replace('the pier', 'the\npier')],
  ])('is found again when %s', (_, after) => {
    const span = new Reanchoring(TEXT, after).find(at(TEXT, 'the pier is closed'));
    expect(span && after.slice(span.start, span.end).replace(/\s+/gu, ' ')).toBe('the pier is closed');
  });

  test.each([
    ['one of its words is another', TEXT.replace('pier is closed', 'pier was closed')],
    ['a word is inserted', TEXT.replace('pier is closed', 'pier is now closed')],
    ['it is taken away', TEXT.replace(' the pier is closed', ' nothing')],
    ['case is changed', TEXT.replace('the pier', 'The Pier')],
    ['everything is taken away', 'Nothing of it is left here.'],
    ['there is no text', ''],
  ])('stands nowhere when %s', (_, after) => {
    expect(found(after, 'the pier is closed')).toBeNull();
  });

  test('of words that stand everywhere is looked for where it is expected, not at the beginning', () => {
    const refrain = Array.from({ length: 500 }, (_, verse) => `Row ${verse}, they sang: the sea is wide.`);
    const before = refrain.join(' ');
    // Every verse is another one now but for the song, and so is what stands around it.
    const after = refrain.map((verse) => verse.replace('they sang', 'he sings')).join(' ');
    const span = at(before, 'the sea is wide', 400);
    expect(new Reanchoring(before, after).find(span)).toEqual(at(after, 'the sea is wide', 400));
  });

  test('is found among very many paragraphs that are all the same', () => {
    const before = `${'Again.\n\n'.repeat(100_000)}The pier is closed.`;
    const after = `An update.\n\n${before}`;
    expect(new Reanchoring(before, after).find(at(before, 'pier is closed'))).toEqual(at(after, 'pier is closed'));
  });

  test('of words that stand often is found where its own neighbours are', () => {
    const after = TEXT.replace('A pilot said it is.', 'Someone said so. A pilot said it is.');
    expect(found(after, 'said', 2)).toEqual(['said', after.indexOf('said it is')]);
    const shuffled = TEXT.split('\n\n').reverse().join('\n\n');
    expect(found(shuffled, 'said', 3)).toEqual(['said', shuffled.indexOf('said.')]);
  });

  test('beside another is found only near it', () => {
    const after = TEXT.replace('“It is not safe”, Gull said.', '“It is not safe”, she told us.');
    const anchors = new Reanchoring(TEXT, after);
    const content = anchors.find(at(TEXT, 'It is not safe'));
    expect(content).not.toBeNull();
    if (content === null) return;
    expect(anchors.findNear(at(TEXT, 'Gull', 1), content)).toEqual(at(after, 'Gull', 0));
    const far = new Reanchoring(TEXT, `${after}\n\n${'More words of no use. '.repeat(60)}\n\nPlover spoke.`);
    expect(far.findNear({ start: 0, end: 7 }, content)).not.toBeNull();
  });

  test('of any two texts is found with the same words or not at all, and cuts no character', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(text, text, fc.nat(60), fc.nat(60), (before, after, a, b) => {
        fc.pre(before.isWellFormed() && after.isWellFormed());
        const span = { start: Math.min(a, b, before.length), end: Math.min(Math.max(a, b), before.length) };
        const words = before.slice(span.start, span.end);
        if (!words.isWellFormed()) return;
        const place = new Reanchoring(before, after).find(span);
        if (place === null) return;
        const there = after.slice(place.start, place.end);
        expect(there.isWellFormed()).toBe(true);
        expect(there.replace(/\s+/gu, '')).toBe(words.replace(/\s+/gu, ''));
      }),
      { numRuns: 2000 },
    );
  });

  test('in a text that only grew around it stands where it was put', () => {
    const words = fc.array(fc.constantFrom('the', 'pier', 'said', 'Gull', 'is', 'not', '.', '\n\n'), { maxLength: 40 });
    fc.assert(
      fc.property(words, words, words, words, words, (before, span, after, first, last) => {
        const own = ['“', ...span, 'unmistakable', '”'].join(' ');
        const [head, tail] = [before.join(' '), after.join(' ')];
        const old = `${head} ${own} ${tail}`;
        const changed = `${first.join(' ')} ${head} ${own} ${tail} ${last.join(' ')}`;
        const place = new Reanchoring(old, changed).find(at(old, own));
        expect(place).toEqual(at(changed, own));
      }),
    );
  });

  test('is found in a megabyte that was changed everywhere, thousands of times, in seconds', () => {
    const paragraph = (n: number) =>
      `In paragraph ${n} a pilot said that boat ${n * 7} is late. ${'It rained. '.repeat(15)}`;
    const before = Array.from({ length: 5000 }, (_, n) => paragraph(n)).join('\n\n');
    const after = before.replaceAll(/paragraph (\d*5) /gu, 'section $1 ').replaceAll('is late', 'was late');
    const anchors = new Reanchoring(before, after);
    const start = performance.now();
    for (let n = 0; n < 2000; n++) {
      const words = `that boat ${n * 14}`;
      const span = anchors.find(at(before, words));
      expect(span && after.slice(span.start, span.end)).toBe(words);
    }
    expect(performance.now() - start).toBeLessThan(60_000);
  }, 90_000);
});

describe('the words that two sequences have in common', () => {
  const sequence = fc.array(fc.nat(5), { maxLength: 30 });

  test('are as many as can be, in order', () => {
    fc.assert(
      fc.property(sequence, sequence, (a, b) => {
        const pairs = commonWords(Int32Array.from(a), Int32Array.from(b));
        for (const [index, [i, j]] of pairs.entries()) {
          expect(a[i]).toBe(b[j]);
          const [k, l] = pairs[index - 1] ?? [-1, -1];
          expect(i > k && j > l).toBe(true);
        }
        expect(pairs).toHaveLength(longest(a, b));
      }),
      { numRuns: 1000 },
    );
  });
});

/** The length of the longest common subsequence, by the textbook. */
function longest(a: readonly number[], b: readonly number[]): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const x of a) {
    const next = [0];
    for (const [j, y] of b.entries()) {
      next.push(x === y ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
