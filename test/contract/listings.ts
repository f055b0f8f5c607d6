import { type AnyId, makeId } from '../../src/domain/identity.js';
import type { ArticleRecord } from '../../src/domain/record.js';
import { pointKey, type Series, seriesOfStatistic } from '../../src/domain/series.js';
import type { RelationFilter, StatementFilter } from '../../src/repository/filters.js';
import { ArticleOrder, StatementOrder, StatisticOrder } from '../../src/repository/orders.js';
import type { Page, PageRequest } from '../../src/repository/page.js';
import { type Collection, type Repository, WHOLE_STORE } from '../../src/repository/repository.js';

/** A page request without what the listing itself says. */
export type Stretch = Pick<PageRequest<string>, 'size' | 'direction' | 'from'>;

/** One kind of list of a store, with the ids of all who own such a list, and of some who do not. */
export interface Listing {
  readonly label: string;
  readonly ownerIds: readonly string[];
  pages(store: Repository, ownerIds: readonly string[], stretch: Stretch): Promise<Page<{ readonly id: AnyId }>[]>;
  counts(store: Repository, ownerIds: readonly string[]): Promise<number[]>;
}

/** Every kind of list that a store with these records has, in each of its orders, and a sample of filters. */
export function listingsOf(records: readonly ArticleRecord[]): Listing[] {
  const ids = idsOf(records);
  return [
    ...articleListings(ids),
    ...namedListings(ids),
    ...statementListings(ids),
    ...relationListings(ids),
    ...statisticListings(ids, records),
  ];
}

type Ids = ReturnType<typeof idsOf>;

const WHOLE = [WHOLE_STORE];

function articleListings(ids: Ids): Listing[] {
  const articles = (store: Repository) => store.articles;
  return [
    ...Object.values(ArticleOrder).flatMap((order) => [
      listing('articles', articles, 'all', order, undefined, WHOLE),
      listing('articles', articles, 'all', order, { retracted: null, topics: ids.topics.slice(0, 2) }, WHOLE),
      listing('articles', articles, 'publisher', order, undefined, ids.publishers),
      listing('articles', articles, 'subject', order, undefined, ids.subjects),
    ]),
    listing('articles', articles, 'all', 'UPDATED_AT_ASC', { retracted: true }, WHOLE),
    listing('revisions', (store) => store.revisions, 'article', 'NUMBER_DESC', undefined, ids.articles),
  ];
}

function namedListings(ids: Ids): Listing[] {
  const { articles } = ids;
  return [
    listing('publishers', (store) => store.publishers, 'all', 'NAME_ASC', undefined, WHOLE),
    listing('metrics', (store) => store.metrics, 'all', 'NAME_ASC', undefined, WHOLE),
    ...(['NAME_ASC', 'APPEARANCE_ASC'] as const).flatMap((order) => [
      listing('topics', (store) => store.topics, 'article', order, undefined, articles),
      listing('places', (store) => store.places, 'article', order, undefined, articles),
      listing('organizations', (store) => store.organizations, 'article', order, undefined, articles),
    ]),
    listing('topics', (store) => store.topics, 'all', 'NAME_ASC', { nameStartsWith: 'W' }, WHOLE),
    listing('places', (store) => store.places, 'all', 'NAME_ASC', undefined, WHOLE),
    listing('organizations', (store) => store.organizations, 'all', 'NAME_ASC', undefined, WHOLE),
    ...(['NAME_ASC', 'APPEARANCE_ASC', 'STATEMENT_COUNT_DESC'] as const).map((order) =>
      listing('people', (store) => store.people, 'article', order, undefined, articles),
    ),
    ...(['NAME_ASC', 'STATEMENT_COUNT_DESC'] as const).flatMap((order) => [
      listing('people', (store) => store.people, 'all', order, undefined, WHOLE),
      listing('people', (store) => store.people, 'all', order, { nameStartsWith: 'zoe' }, WHOLE),
    ]),
  ];
}

function statementListings(ids: Ids): Listing[] {
  const statements = (store: Repository) => store.statements;
  const filters: (StatementFilter | undefined)[] = [
    undefined,
    { oneReportPerUtterance: true },
    { review: ['REJECTED'] },
  ];
  return Object.values(StatementOrder).flatMap((order) => [
    ...filters.flatMap((filter) => [
      listing('statements', statements, 'all', order, filter, WHOLE),
      listing('statements', statements, 'article', order, filter, ids.articles),
      listing('statements', statements, 'speaker', order, filter, ids.speakers),
      listing('statements', statements, 'subject', order, filter, ids.subjects),
    ]),
    listing('statements', statements, 'utterance', order, undefined, ids.utterances),
    listing('statements', statements, 'parent', order, undefined, ids.statements),
    listing('statements', statements, 'statistic', order, undefined, ids.statistics),
  ]);
}

function relationListings({ statements }: Ids): Listing[] {
  const filters: (RelationFilter | undefined)[] = [
    undefined,
    { kinds: ['DISPUTES', 'DENIES', 'CONFIRMS'] },
    { kinds: [] },
  ];
  return filters.flatMap((filter) => [
    listing('relations', (store) => store.relations, 'from', 'RECORDED_ASC', filter, statements),
    listing('relations', (store) => store.relations, 'to', 'RECORDED_ASC', filter, statements),
  ]);
}

function statisticListings(ids: Ids, records: readonly ArticleRecord[]): Listing[] {
  const statistics = (store: Repository) => store.statistics;
  const dated = records.flatMap((record) => record.statistics).filter(({ asOf }) => asOf?.to != null);
  const points = dated.map((statistic) => pointKey(seriesOfStatistic(statistic), statistic.asOf?.to ?? ''));
  return Object.values(StatisticOrder).flatMap((order) => [
    listing('statistics', statistics, 'all', order, undefined, WHOLE),
    listing('statistics', statistics, 'all', order, { conflicting: true }, WHOLE),
    listing('statistics', statistics, 'all', order, { disputed: false, review: ['REJECTED', 'CORRECTED'] }, WHOLE),
    listing('statistics', statistics, 'article', order, undefined, ids.articles),
    listing('statistics', statistics, 'place', order, undefined, ids.places),
    listing('statistics', statistics, 'statement', order, undefined, ids.statements),
    listing('statistics', statistics, 'conflict', order, undefined, ids.statistics),
    listing('statistics', statistics, 'point', order, undefined, [
      ...unique(points),
      pointKey(NO_SERIES, '2031-01-01'),
    ]),
  ]);
}

/** A series without figures. */
export const NO_SERIES: Series = {
  metricId: makeId('Metric', 'nothing'),
  placeId: null,
  subject: null,
  unit: null,
  measure: 'LEVEL',
};

function listing<Node extends { readonly id: AnyId }, Owner extends string, Order extends string, Filter>(
  name: string,
  collection: (store: Repository) => Collection<Node, Owner, Order, Filter>,
  owner: Owner,
  order: Order,
  filter: Filter | undefined,
  ownerIds: readonly string[],
): Listing {
  const filtered = filter === undefined ? '' : ` where ${JSON.stringify(filter)}`;
  return {
    label: `${name} of ${owner} by ${order}${filtered}`,
    ownerIds,
    pages: (store, ids, stretch) => collection(store).pages(owner, ids, { ...stretch, order, filter }),
    counts: (store, ids) => collection(store).counts(owner, ids, filter),
  };
}

/** The ids of everything in the records, by kind, each once, and for each kind one that nothing has. */
export function idsOf(records: readonly ArticleRecord[]) {
  const people = unique([
    ...records.flatMap((record) => record.people.map(({ id }) => id)),
    makeId('Person', 'nobody'),
  ]);
  const organizations = unique([
    ...records.flatMap((record) => record.organizations.map(({ id }) => id)),
    makeId('Organization', 'none'),
  ]);
  const places = unique([
    ...records.flatMap((record) => record.places.map(({ id }) => id)),
    makeId('Place', 'nowhere'),
  ]);
  const topics = unique([
    ...records.flatMap((record) => record.topics.map(({ id }) => id)),
    makeId('Topic', 'nothing'),
  ]);
  const sources = unique([
    ...records.flatMap((record) => record.unnamedSources.map(({ id }) => id)),
    makeId('UnnamedSource', 'nobody'),
  ]);
  return {
    articles: unique([...records.map(({ article }) => article.id), makeId('Article', 'unwritten')]),
    revisions: unique([...records.map(({ revision }) => revision.id), makeId('ArticleRevision', 'unwritten')]),
    publishers: unique([...records.map(({ publisher }) => publisher.id), makeId('Publisher', 'none')]),
    people,
    formerPeople: unique(records.flatMap((record) => record.people.flatMap(({ formerIds }) => formerIds))),
    organizations,
    places,
    topics,
    sources,
    speakers: [...people, ...organizations, ...sources],
    subjects: [...people, ...organizations, ...places, ...topics],
    metrics: unique([...records.flatMap((record) => record.metrics.map(({ id }) => id)), makeId('Metric', 'nothing')]),
    statements: unique([
      ...records.flatMap((record) => record.statements.map(({ id }) => id)),
      makeId('Statement', 'unsaid'),
    ]),
    utterances: unique([
      ...records.flatMap((record) => record.statements.map(({ utteranceId }) => utteranceId)),
      makeId('Utterance', 'unsaid'),
    ]),
    statistics: unique([
      ...records.flatMap((record) => record.statistics.map(({ id }) => id)),
      makeId('Statistic', 'uncounted'),
    ]),
    relations: unique([
      ...records.flatMap((record) => record.relations.map(({ id }) => id)),
      makeId('StatementRelation', 'none'),
    ]),
  };
}

function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}
