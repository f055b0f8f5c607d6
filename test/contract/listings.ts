import { type AnyId, makeId } from '../../src/domain/identity.js';
import type { ArticleRecord } from '../../src/domain/record.js';
import type { Page, PageRequest } from '../../src/repository/page.js';
import { type Collection, type RelationFilter, type Repository, WHOLE_STORE } from '../../src/repository/repository.js';

/** A page request without what the listing itself says. */
export type Stretch = Pick<PageRequest<string>, 'size' | 'direction' | 'from'>;

/** One kind of list of a store, with the ids of all who own such a list, and of some who do not. */
export interface Listing {
  readonly label: string;
  readonly ownerIds: readonly string[];
  pages(store: Repository, ownerIds: readonly string[], stretch: Stretch): Promise<Page<{ readonly id: AnyId }>[]>;
  counts(store: Repository, ownerIds: readonly string[]): Promise<number[]>;
}

/** Every kind of list that a store with these records has. */
export function listingsOf(records: readonly ArticleRecord[]): Listing[] {
  const ids = idsOf(records);
  const relations = (filter: RelationFilter) => [
    listing('relations', (store) => store.relations, 'from', 'RECORDED_ASC', filter, ids.statements),
    listing('relations', (store) => store.relations, 'to', 'RECORDED_ASC', filter, ids.statements),
  ];
  return [
    listing('articles', (store) => store.articles, 'all', 'PUBLISHED_AT_DESC', undefined, [WHOLE_STORE]),
    listing('articles', (store) => store.articles, 'publisher', 'PUBLISHED_AT_DESC', undefined, ids.publishers),
    listing('articles', (store) => store.articles, 'subject', 'PUBLISHED_AT_DESC', undefined, ids.subjects),
    listing('revisions', (store) => store.revisions, 'article', 'NUMBER_DESC', undefined, ids.articles),
    listing('topics', (store) => store.topics, 'article', 'APPEARANCE_ASC', undefined, ids.articles),
    listing('places', (store) => store.places, 'article', 'APPEARANCE_ASC', undefined, ids.articles),
    listing('organizations', (store) => store.organizations, 'article', 'APPEARANCE_ASC', undefined, ids.articles),
    listing('people', (store) => store.people, 'article', 'APPEARANCE_ASC', undefined, ids.articles),
    listing('people', (store) => store.people, 'article', 'NAME_ASC', undefined, ids.articles),
    listing('people', (store) => store.people, 'all', 'NAME_ASC', undefined, [WHOLE_STORE]),
    ...(['SAID_AT_DESC', 'POSITION_ASC'] as const).flatMap((order) => [
      listing('statements', (store) => store.statements, 'all', order, undefined, [WHOLE_STORE]),
      listing('statements', (store) => store.statements, 'article', order, undefined, ids.articles),
      listing('statements', (store) => store.statements, 'speaker', order, undefined, ids.speakers),
      listing('statements', (store) => store.statements, 'subject', order, undefined, ids.subjects),
      listing('statements', (store) => store.statements, 'utterance', order, undefined, ids.utterances),
      listing('statements', (store) => store.statements, 'parent', order, undefined, ids.statements),
      listing('statements', (store) => store.statements, 'statistic', order, undefined, ids.statistics),
    ]),
    ...relations({ kinds: null }),
    ...relations({ kinds: ['DISPUTES', 'DENIES', 'CONFIRMS'] }),
    ...relations({ kinds: [] }),
    ...(['AS_OF_DESC', 'POSITION_ASC'] as const).flatMap((order) => [
      listing('statistics', (store) => store.statistics, 'all', order, undefined, [WHOLE_STORE]),
      listing('statistics', (store) => store.statistics, 'article', order, undefined, ids.articles),
      listing('statistics', (store) => store.statistics, 'place', order, undefined, ids.places),
      listing('statistics', (store) => store.statistics, 'statement', order, undefined, ids.statements),
    ]),
  ];
}

function listing<Node extends { readonly id: AnyId }, Owner extends string, Order extends string, Filter>(
  name: string,
  collection: (store: Repository) => Collection<Node, Owner, Order, Filter>,
  owner: Owner,
  order: Order,
  filter: Filter,
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
