import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExtractOptions, extract } from '../../src/extraction/extract.js';
import { readSeeds } from '../../src/repository/seed/read-seeds.js';
import { anyDay, anyText } from './any-text.js';
import { checkExtraction } from './check-extraction.js';

const MINUTES = 60_000;
const ARTICLES = readSeeds(new URL('./articles/', import.meta.url), new Date('2031-12-31T00:00:00Z')).map(
  ({ revision }) => revision.text,
);

describe('the engine', () => {
  it('reads any text whatever, and everything that it finds fits the text and itself', {
    timeout: 10 * MINUTES,
  }, () => {
    fc.assert(
      fc.property(anyText(25), anyDay, (text, published) => checkExtraction(text, extract(text, { published }))),
      { numRuns: 10_000 },
    );
  });

  it('reads any text in the slower grade as well', { timeout: 10 * MINUTES }, () => {
    fc.assert(
      fc.property(anyText(80), anyDay, (text, published) =>
        checkExtraction(text, extract(text, { published, accurate: true })),
      ),
      { numRuns: 300 },
    );
  });

  it('reads whole articles with every character of them once replaced by another', { timeout: 10 * MINUTES }, () => {
    const text = fc.constantFrom(...ARTICLES);
    const replacement = fc.constantFrom('', ' ', '\n\n', '“', '”', '"', '’', '\ud83d', '\ude00', '\u0000', '.', '9');
    fc.assert(
      fc.property(text, fc.nat(3000), fc.nat(40), replacement, (article, at, length, by) => {
        const changed = article.slice(0, at) + by + article.slice(at + length);
        checkExtraction(changed, extract(changed, { published: '2031-05-07' }));
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\t\u3000\r\n'],
    ['a word', 'Quill'],
    ['a mark', '“'],
    ['a half of a character', '\ud83d'],
  ])('reads %s', (_, text) => {
    checkExtraction(text, extract(text, { published: '2031-05-07' }));
  });
});

/** What fills long texts: marks that never close, words that never end, pieces of news again and again. */
const FILLINGS = [
  '“',
  '”',
  '"',
  "'",
  '’',
  '‘a ',
  '“a ”',
  '“A,” he said. ',
  '(',
  '[a ',
  '.',
  '. ',
  ', ',
  '\n',
  '\n\n',
  'a',
  'A ',
  'A. ',
  'Ab Cd ',
  '9',
  '9 ',
  '9,',
  '9 to ',
  '1 million ',
  'said ',
  'he said that ',
  'according to ',
  'on Sunday ',
  'and ',
  'of the ',
  '\ud83d',
  '😀',
  '\u0000',
  '金与正说',
  'قال ',
  'e\u0301',
  'Ada Quill said that Bo Larch denied that ',
  'Ada Quill said she would go on Sunday. ',
  'Ada Quill, the mayor, said 40 boats were lost.\n\n',
];

describe('a long text', () => {
  const LENGTH = 100_000;

  it.each(FILLINGS)('of nothing but %j is read in time that a person would wait', { timeout: MINUTES }, (filling) => {
    const text = filling.repeat(Math.ceil(LENGTH / filling.length)).slice(0, LENGTH);
    checkExtraction(text, extract(text, { published: '2031-05-07' }));
  });
});

describe('the same text', () => {
  const options: ExtractOptions = { published: '2031-05-07' };
  const found = (text: string) => JSON.stringify(extract(text, options));

  it('gives the same result, byte for byte, whatever is read meanwhile', { timeout: MINUTES }, () => {
    fc.assert(
      fc.property(anyText(40), anyText(40), (text, other) => {
        const first = found(text);
        found(other);
        expect(found(text)).toBe(first);
      }),
      { numRuns: 300 },
    );
    const first = ARTICLES.map(found);
    expect(ARTICLES.toReversed().map(found).toReversed()).toEqual(first);
  });

  it.each([false, true])('gives the same result in a thread of its own, accurate: %s', {
    timeout: MINUTES,
  }, async (accurate) => {
    const texts = [...ARTICLES, ...fc.sample(anyText(40), { numRuns: 200, seed: 5 })];
    const worker = new Worker(new URL('./extract-worker.mjs', import.meta.url), {
      workerData: { texts, options: { ...options, accurate } },
    });
    const [results] = await once(worker, 'message');
    expect(results).toEqual(texts.map((text) => JSON.stringify(extract(text, { ...options, accurate }))));
  });
});
