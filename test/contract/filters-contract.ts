import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArticleRecord } from '../../src/domain/record.js';
import { generateRecords } from '../../src/repository/generated/generate-records.js';
import type { Repository } from '../../src/repository/repository.js';
import { randomRecords } from '../support/random-records.js';
import {
  articleFilters,
  type FieldValues,
  filtersWith,
  nameFilters,
  personFilters,
  statementFilters,
  statisticFilters,
} from './filter-arbitraries.js';
import {
  articleLists,
  type FilteredList,
  nameLists,
  personLists,
  statementLists,
  statisticLists,
} from './filtered-lists.js';
import { MANY, NOW, type OpenRepository } from './opening.js';
import { News } from './reference/news.js';

/** How many random stores each type of filter is tried on; each is asked each field alone, and twice as many combinations. */
const RUNS = 12;

/** A store of generated news, which is less dense than a random one and more like real ones. */
const GENERATED = fc.nat(1000).map((seed) => [...generateRecords({ articles: 12, seed })]);

/** After how many milliseconds the search for the smallest store that fails ends: before the test times out and says nothing. */
const SHRINKING_ENDS = 15_000;

/** A filter, and which of the lists that take it are asked. */
interface Question<Filter> {
  /** Undefined for what the lists always show. */
  readonly filter: Filter | undefined;
  readonly lists: readonly FilteredList<Filter>[];
}

/** A store is asked the same as a plain reference, which knows nothing but what is documented. */
export function describeFilters(open: OpenRepository): void {
  describe('a filter', () => {
    test('of articles lets through what is documented, alone and with others', async () => {
      await agreesWithReference(open, articleFilters, articleLists);
    });

    test('of people lets through what is documented, alone and with others', async () => {
      await agreesWithReference(open, personFilters, personLists);
    });

    test('by name lets through what is documented, alone and with others', async () => {
      await agreesWithReference(open, nameFilters, nameLists);
    });

    test('of statements lets through what is documented, alone and with others', async () => {
      await agreesWithReference(open, statementFilters, statementLists);
    });

    test('of figures lets through what is documented, alone and with others', async () => {
      await agreesWithReference(open, statisticFilters, statisticLists);
    });
  });
}

async function agreesWithReference<Filter>(
  open: OpenRepository,
  valuesFrom: (records: readonly ArticleRecord[]) => FieldValues<Filter>,
  listsFrom: (records: readonly ArticleRecord[]) => FilteredList<Filter>[],
): Promise<void> {
  const stores = fc.oneof({ weight: 5, arbitrary: randomRecords(MANY) }, GENERATED).chain((records) => {
    const lists = listsFrom(records);
    const questions = filtersWith(valuesFrom(records)).chain((filters) =>
      fc.tuple(...[undefined, ...filters].map((filter) => questionOf(filter, lists))),
    );
    return fc.record({ records: fc.constant(records), questions });
  });
  const property = fc.asyncProperty(stores, async ({ records, questions }) => {
    const store = await open({ clock: () => NOW });
    try {
      await store.storeArticles(records);
      const news = new News(records, await updatesOf(store, records));
      const unfiltered = new Map<FilteredList<Filter>, string[][]>();
      for (const { filter, lists } of questions) {
        for (const list of lists) {
          const whole = unfiltered.get(list) ?? (await list.idsIn(store, list.everything));
          unfiltered.set(list, whole);
          await compare(store, news, list, filter, whole);
        }
      }
    } finally {
      await store.close();
    }
  });
  await fc.assert(property, { numRuns: RUNS, interruptAfterTimeLimit: SHRINKING_ENDS });
}

/** Lists of the whole store, which show most, and one of any owner. */
function questionOf<Filter>(
  filter: Filter | undefined,
  lists: readonly FilteredList<Filter>[],
): fc.Arbitrary<Question<Filter>> {
  const whole = lists.filter(({ label }) => label.includes(' of all '));
  return fc
    .tuple(fc.subarray(whole, { minLength: Math.ceil(whole.length / 2) }), fc.constantFrom(...lists))
    .map(([some, any]) => ({ filter, lists: [...new Set([...some, any])] }));
}

async function compare<Filter>(
  store: Repository,
  news: News,
  list: FilteredList<Filter>,
  filter: Filter | undefined,
  whole: readonly string[][],
): Promise<void> {
  const asked = `${list.label} where ${JSON.stringify(filter)}`;
  const expected = list.expected(news, filter);
  const found = await list.idsIn(store, filter);
  expect(found.map(sorted), asked).toEqual(expected.map(sorted));
  expect(found, `the order of ${asked}`).toEqual(
    found.map((ids, index) => whole[index]?.filter((id) => ids.includes(id))),
  );
  expect(await list.counts(store, filter), `the number of ${asked}`).toEqual(expected.map((ids) => ids.length));
}

function sorted(ids: readonly string[]): string[] {
  return [...ids].sort();
}

async function updatesOf(store: Repository, records: readonly ArticleRecord[]): Promise<Map<string, number>> {
  const articles = await store.articles.byIds(records.map(({ article }) => article.id));
  return new Map(articles.flatMap((article) => (article ? [[article.id, article.updatedAt.getTime()] as const] : [])));
}
