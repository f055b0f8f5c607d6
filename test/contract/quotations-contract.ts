import { describe, expect, test } from 'vitest';
import type { SearchExpression } from '../../src/domain/search/expression.js';
import { parseSearch } from '../../src/domain/search/expression.js';
import type { Phrase } from '../../src/domain/search/phrase.js';
import type { SpeakerId } from '../../src/domain/speaker.js';
import type { Repository } from '../../src/repository/repository.js';
import { person } from '../support/entities.js';
import { articleRecord } from '../support/records.js';
import { type OpenRepository, storeWith } from './opening.js';

const BRINE = person('Abel Brine');
const COBB = person('Dorrit Cobb');

/** An article of a day of May in which somebody says something. */
function article(day: number, speaker: typeof BRINE, content: string, given: object = {}) {
  return articleRecord({
    title: `News of day ${day}`,
    text: `${speaker.name} said ${content}.`,
    publishedAt: new Date(Date.UTC(2031, 4, day)),
    people: [speaker],
    statements: [{ content, speaker, ...given }],
  });
}

// Not in the order of their days.
const RECORDS = [
  article(3, BRINE, 'the red crane stands idle'),
  article(1, COBB, 'the red crane works'),
  article(2, BRINE, 'the blue crane stands idle'),
  article(4, COBB, 'the red crane stands in the harbour'),
  article(5, COBB, 'the red crane stands idle, again', { provenance: { review: 'REJECTED' } }),
];

function group(words: string): SearchExpression {
  const expression = parseSearch(words);
  if (expression === null) throw new Error(`There is nothing to look for in “${words}”.`);
  return expression;
}

function phrase(words: string): Phrase {
  const expression = group(words);
  if (expression.kind !== 'PHRASE') throw new Error(`“${words}” is no phrase.`);
  return expression;
}

async function candidates(store: Repository, groups: string[], speaker: SpeakerId | null = null) {
  const ids = await store.quotations.candidates(groups.map(group), speaker);
  return (await store.statements.byIds(ids)).map((statement) => statement?.text);
}

export function describeQuotations(open: OpenRepository): void {
  describe('looking for a quotation', () => {
    test('counts the listed statements in which a phrase stands', async () => {
      const store = await storeWith(open, ...RECORDS);
      const phrases = ['crane', 'red', '"stands idle"', 'again', 'nowhere'].map(phrase);
      expect(await store.quotations.frequencies(phrases)).toEqual([4, 3, 2, 0, 0]);
      expect(await store.quotations.frequencies([])).toEqual([]);
    });

    test('gives the statements with the most groups first, then those of the earliest articles', async () => {
      const store = await storeWith(open, ...RECORDS);
      expect(await candidates(store, ['red crane', 'stands', 'idle'])).toEqual([
        'the red crane stands idle',
        'the blue crane stands idle',
        'the red crane stands in the harbour',
        'the red crane works',
      ]);
      expect(await candidates(store, ['red stands'])).toEqual([
        'the red crane stands idle',
        'the red crane stands in the harbour',
      ]);
      expect(await candidates(store, ['nowhere'])).toEqual([]);
    });

    test('gives those of the speaker before those of all others', async () => {
      const store = await storeWith(open, ...RECORDS);
      expect(await candidates(store, ['red crane', 'stands', 'idle'], COBB.id)).toEqual([
        'the red crane stands in the harbour',
        'the red crane works',
        'the red crane stands idle',
        'the blue crane stands idle',
      ]);
    });
  });
}
