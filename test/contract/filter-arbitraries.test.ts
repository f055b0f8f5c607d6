import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArticleRecord } from '../../src/domain/record.js';
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
import { MANY, NOW } from './opening.js';
import { News } from './reference/news.js';

/** How many random stores are looked at, always the same ones. */
const STORES = { numRuns: 40, seed: 1 };

/** The least share of lists of which a filter lets through some but not all. */
const ALONE = 0.05;
/** Of two fields by name, both of which have to be of one thing of one of five kinds, very few. */
const TOGETHER = 0.01;

// A filter that lets everything through, or nothing, shows no difference between a store and the reference.
describe('a random filter lets through some but not all, often enough to tell right from wrong,', () => {
  test('of articles', () => expectToBite(articleFilters, articleLists));
  test('of people', () => expectToBite(personFilters, personLists));
  test('by name', () => expectToBite(nameFilters, nameLists));
  test('of statements', () => expectToBite(statementFilters, statementLists));
  test('of figures', () => expectToBite(statisticFilters, statisticLists));
});

function expectToBite<Filter extends object>(
  valuesFrom: (records: readonly ArticleRecord[]) => FieldValues<Filter>,
  listsFrom: (records: readonly ArticleRecord[]) => FilteredList<Filter>[],
): void {
  const bites = new Map<string, boolean[]>();
  const stores = randomRecords(MANY).chain((records) =>
    filtersWith(valuesFrom(records)).map((filters) => ({ records, filters })),
  );
  for (const { records, filters } of fc.sample(stores, STORES)) {
    const news = new News(records, new Map(records.map(({ article }, index) => [article.id, NOW.getTime() + index])));
    const lists = listsFrom(records).filter(({ label }) =>
      / of all by (PUBLISHED_AT_DESC|NAME_ASC|SAID_AT_DESC|AS_OF_DESC)$/u.test(label),
    );
    for (const filter of filters) {
      const [field = '', ...others] = Object.keys(filter);
      const name = others.length === 0 ? field : 'together';
      bites.set(name, [...(bites.get(name) ?? []), ...lists.map((list) => isBiting(news, list, filter))]);
    }
  }
  for (const [name, times] of bites) {
    const share = times.filter((bit) => bit).length / times.length;
    expect(share, name).toBeGreaterThan(name === 'together' ? TOGETHER : ALONE);
  }
}

/** Whether a list has some of what it would have without the filter, but not all. */
function isBiting<Filter extends object>(news: News, list: FilteredList<Filter>, filter: Filter): boolean {
  const showsMore = Object.keys(list.everything).some((field) => field in filter);
  const through = list.expected(news, filter).flat().length;
  return through > 0 && through < list.expected(news, showsMore ? list.everything : undefined).flat().length;
}
