import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameKey } from '../../src/domain/names.js';
import { parseSearch } from '../../src/domain/search/expression.js';
import { highlightOf } from '../../src/domain/search/highlight.js';
import { matchesDocument } from '../../src/domain/search/match.js';
import { tokensOf } from '../../src/domain/search/token.js';
import { SearchType } from '../../src/repository/search.js';
import { anyString, awkwardString } from '../domain/search/arbitrary-text.js';
import { MANY_SCRIPTS } from '../support/many-scripts.js';
import { type OpenRepository, storeWith } from './opening.js';

/** How many texts are searched for in all. */
const RUNS = 10_000;

const STATEMENTS = MANY_SCRIPTS.flatMap(({ statements }) => statements);

export function describeSearch(open: OpenRepository): void {
  describe('searching', () => {
    test('takes any text whatever, and finds the statements that have it', async () => {
      const store = await storeWith(open, ...MANY_SCRIPTS);
      await fc.assert(
        fc.asyncProperty(fc.oneof(anyString, awkwardString, wordsOfTexts), async (text) => {
          const expression = parseSearch(text);
          if (expression === null) return;
          const query = { expression, name: nameKey(text), types: ['STATEMENT'] as const };
          const { hits, hasMore } = await store.search.page({ ...query, size: 100, from: null });
          const expected = STATEMENTS.filter((statement) => matchesDocument(expression, [statement.text]));
          expect(new Set(hits.map(({ id }) => id))).toEqual(new Set(expected.map(({ id }) => id)));
          expect(hasMore).toBe(false);
          for (const statement of expected) expect(highlightOf(statement.text, expression)).not.toBeNull();
        }),
        { numRuns: RUNS },
      );
    }, 120_000);

    test('takes any text whatever where it looks everywhere', async () => {
      const store = await storeWith(open, ...MANY_SCRIPTS);
      await fc.assert(
        fc.asyncProperty(fc.oneof(anyString, awkwardString, wordsOfTexts), async (text) => {
          const expression = parseSearch(text);
          if (expression === null) return;
          const query = { expression, name: nameKey(text), types: Object.values(SearchType) };
          const { hits } = await store.search.page({ ...query, size: 1000, from: null });
          expect(await store.search.count(query)).toBe(hits.length);
          expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length);
        }),
        { numRuns: RUNS / 20 },
      );
    });
  });
}

/** Some words of the texts, in some order, with what joins them in queries. */
const wordsOfTexts = fc
  .array(
    fc.constantFrom(
      ...MANY_SCRIPTS.flatMap(({ revision }) =>
        tokensOf(revision.text).map(({ start, end }) => revision.text.slice(start, end)),
      ),
      ...['AND', 'OR', 'NOT', '"', '*'],
    ),
    { maxLength: 6 },
  )
  .map((words) => words.join(' '));
