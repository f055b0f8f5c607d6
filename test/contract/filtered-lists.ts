import fc from 'fast-check';
import { lastDay } from '../../src/domain/dates.js';
import type { AnyId } from '../../src/domain/identity.js';
import { ReviewState } from '../../src/domain/provenance.js';
import type { ArticleRecord } from '../../src/domain/record.js';
import { pointKey, seriesOfStatistic } from '../../src/domain/series.js';
import type {
  ArticleFilter,
  NameFilter,
  PersonFilter,
  StatementFilter,
  StatisticFilter,
} from '../../src/repository/filters.js';
import { ArticleOrder, StatementOrder, StatisticOrder } from '../../src/repository/orders.js';
import {
  type ArticleOwner,
  type Collection,
  type Repository,
  type StatementOwner,
  type StatisticOwner,
  WHOLE_STORE,
} from '../../src/repository/repository.js';
import { idsOf } from './listings.js';
import { articlesOf } from './reference/articles.js';
import { type NamedIn, namedOf, peopleOf } from './reference/named.js';
import type { News } from './reference/news.js';
import { statementsOf } from './reference/statements.js';
import { statisticsOf } from './reference/statistics.js';

/** A kind of list that takes a filter, in one of its orders, with the ids of its owners. */
export interface FilteredList<Filter> {
  readonly label: string;
  /** How a failure prints it. */
  readonly [fc.toStringMethod]: () => string;
  readonly ownerIds: readonly string[];
  /** The filter that hides nothing which another one may show. */
  readonly everything: Filter;
  /** What each owner's list has, in its order. */
  idsIn(store: Repository, filter: Filter | undefined): Promise<string[][]>;
  counts(store: Repository, filter: Filter | undefined): Promise<number[]>;
  /** What each owner's list has to have, in no order. */
  expected(news: News, filter: Filter | undefined): string[][];
}

/** More rows than any list of these tests has. */
const ALL = 1000;
const WHOLE = [WHOLE_STORE];
const EVERY_REVIEW = { review: Object.values(ReviewState) };

export function articleLists(records: readonly ArticleRecord[]): FilteredList<ArticleFilter>[] {
  const ids = idsOf(records);
  const owners: Record<ArticleOwner, readonly string[]> = {
    all: WHOLE,
    publisher: ids.publishers,
    subject: ids.subjects,
  };
  return listsOf({
    name: 'articles',
    collection: (store) => store.articles,
    owners,
    orders: Object.values(ArticleOrder),
    everything: { retracted: null },
    expected: articlesOf,
  });
}

export function personLists(records: readonly ArticleRecord[]): FilteredList<PersonFilter>[] {
  const { articles } = idsOf(records);
  const people = {
    name: 'people',
    collection: (store: Repository) => store.people,
    everything: {},
    expected: peopleOf,
  };
  return [
    ...listsOf({ ...people, owners: { all: WHOLE }, orders: ['NAME_ASC', 'STATEMENT_COUNT_DESC'] as const }),
    ...listsOf({
      ...people,
      owners: { article: articles },
      orders: ['NAME_ASC', 'STATEMENT_COUNT_DESC', 'APPEARANCE_ASC'] as const,
    }),
  ];
}

export function nameLists(records: readonly ArticleRecord[]): FilteredList<NameFilter>[] {
  const { articles } = idsOf(records);
  const expected =
    (namedIn: NamedIn) => (news: News, owner: 'all' | 'article', id: string, filter: NameFilter | undefined) =>
      namedOf(news, namedIn, owner, id, filter);
  const all = { owners: { all: WHOLE }, orders: ['NAME_ASC'], everything: {} } as const;
  const article = { owners: { article: articles }, orders: ['NAME_ASC', 'APPEARANCE_ASC'], everything: {} } as const;
  const topics = {
    name: 'topics',
    collection: (store: Repository) => store.topics,
    expected: expected((record) => record.topics),
  };
  const places = {
    name: 'places',
    collection: (store: Repository) => store.places,
    expected: expected((record) => record.places),
  };
  const organizations = {
    name: 'organizations',
    collection: (store: Repository) => store.organizations,
    expected: expected((record) => record.organizations),
  };
  return [
    ...listsOf({
      ...all,
      name: 'publishers',
      collection: (store) => store.publishers,
      expected: expected((record) => [record.publisher]),
    }),
    ...listsOf({
      ...all,
      name: 'metrics',
      collection: (store) => store.metrics,
      expected: expected((record) => record.metrics),
    }),
    ...listsOf({ ...topics, ...all }),
    ...listsOf({ ...topics, ...article }),
    ...listsOf({ ...places, ...all }),
    ...listsOf({ ...places, ...article }),
    ...listsOf({ ...organizations, ...all }),
    ...listsOf({ ...organizations, ...article }),
  ];
}

export function statementLists(records: readonly ArticleRecord[]): FilteredList<StatementFilter>[] {
  const ids = idsOf(records);
  const owners: Record<StatementOwner, readonly string[]> = {
    all: WHOLE,
    article: ids.articles,
    speaker: ids.speakers,
    subject: ids.subjects,
    utterance: ids.utterances,
    parent: ids.statements,
    statistic: ids.statistics,
  };
  return listsOf({
    name: 'statements',
    collection: (store) => store.statements,
    owners,
    orders: Object.values(StatementOrder),
    everything: EVERY_REVIEW,
    expected: statementsOf,
  });
}

export function statisticLists(records: readonly ArticleRecord[]): FilteredList<StatisticFilter>[] {
  const ids = idsOf(records);
  const points = records.flatMap(({ statistics }) =>
    statistics.map((figure) => pointKey(seriesOfStatistic(figure), lastDay(figure.asOf) ?? '2031-01-01')),
  );
  const owners: Record<StatisticOwner, readonly string[]> = {
    all: WHOLE,
    article: ids.articles,
    place: ids.places,
    statement: ids.statements,
    conflict: ids.statistics,
    point: [...new Set(points)],
  };
  return listsOf({
    name: 'statistics',
    collection: (store) => store.statistics,
    owners,
    orders: Object.values(StatisticOrder),
    everything: EVERY_REVIEW,
    expected: statisticsOf,
  });
}

interface Lists<Node extends { readonly id: AnyId }, Owner extends string, Order extends string, Filter> {
  readonly name: string;
  readonly collection: (store: Repository) => Collection<Node, Owner, Order, Filter>;
  readonly owners: Partial<Record<Owner, readonly string[]>>;
  readonly orders: readonly Order[];
  readonly everything: Filter;
  readonly expected: (news: News, owner: Owner, id: string, filter: Filter | undefined) => string[];
}

/** The lists of each owner in each order. */
function listsOf<Node extends { readonly id: AnyId }, Owner extends string, Order extends string, Filter>(
  lists: Lists<Node, Owner, Order, Filter>,
): FilteredList<Filter>[] {
  const { name, collection, owners, orders, everything, expected } = lists;
  return (Object.keys(owners) as Owner[]).flatMap((owner) => {
    const ownerIds = owners[owner] ?? [];
    return orders.map((order) => ({
      label: `${name} of ${owner} by ${order}`,
      [fc.toStringMethod]: () => `${name} of ${owner} by ${order}`,
      ownerIds,
      everything,
      async idsIn(store, filter) {
        const request = { order, filter, size: ALL, direction: 'FORWARD', from: null } as const;
        const pages = await collection(store).pages(owner, ownerIds, request);
        return pages.map(({ rows }) => rows.map(({ node }) => node.id));
      },
      counts: (store, filter) => collection(store).counts(owner, ownerIds, filter),
      expected: (news, filter) => ownerIds.map((id) => expected(news, owner, id, filter)),
    }));
  });
}
