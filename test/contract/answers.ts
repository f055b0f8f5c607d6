import { revisionId } from '../../src/domain/article.js';
import { nameKey } from '../../src/domain/names.js';
import type { ArticleRecord } from '../../src/domain/record.js';
import { parseSearch } from '../../src/domain/search/expression.js';
import type { StatementFilter } from '../../src/repository/filters.js';
import { type Repository, StatementGrouping } from '../../src/repository/repository.js';
import { SearchType } from '../../src/repository/search.js';
import { idsOf, listingsOf, NO_SERIES } from './listings.js';

/** Everything that a store answers about these records: by id, by name, in lists and details. Twice the same when nothing changed. */
export async function allAnswers(
  store: Repository,
  records: readonly ArticleRecord[],
): Promise<Record<string, unknown>> {
  const ids = idsOf(records);
  const people = [...ids.people, ...ids.formerPeople];
  const articles = await store.articles.byIds(ids.articles);
  const allPeople = await store.people.byIds(people);
  const organizations = await store.organizations.byIds(ids.organizations);
  const slugsOf = (nodes: readonly ({ readonly slug: string } | undefined)[]) => [
    ...nodes.map((node) => node?.slug ?? 'nobody-has-this'),
    '',
  ];
  return {
    articles,
    people: allPeople,
    organizations,
    revisions: await store.revisions.byIds([...ids.revisions, ...ids.articles.map((id) => revisionId(id, 2))]),
    publishers: await store.publishers.byIds(ids.publishers),
    topics: await store.topics.byIds(ids.topics),
    places: await store.places.byIds(ids.places),
    unnamedSources: await store.unnamedSources.byIds(ids.sources),
    metrics: await store.metrics.byIds(ids.metrics),
    statements: await store.statements.byIds(ids.statements),
    utterances: await store.utterances.byIds(ids.utterances),
    statistics: await store.statistics.byIds(ids.statistics),
    relations: await store.relations.byIds(ids.relations),
    articlesBySlug: await store.articles.by('slug', slugsOf(articles)),
    articlesByUrl: await store.articles.by('url', [
      ...records.map(({ article }) => article.url ?? ''),
      'https://nowhere.example/',
    ]),
    peopleBySlug: await store.people.by('slug', slugsOf(allPeople)),
    organizationsBySlug: await store.organizations.by('slug', slugsOf(organizations)),
    roles: await store.rolesOf(people),
    relationships: await store.relationshipsOf(people),
    mentions: await store.mentionsOf(
      ids.articles.flatMap((articleId) =>
        [...ids.subjects, ...ids.formerPeople].map((subjectId) => ({ articleId, subjectId })),
      ),
    ),
    unresolved: await store.unresolvedOf(ids.articles),
    chains: await store.chainsOf(ids.statements),
    isEmpty: await store.isEmpty(),
    coSpeakers: await store.coSpeakersOf(people, 3),
    ...(await allCounts(store, ids)),
    ...(await allFigures(store, ids)),
    ...(await allHits(store)),
    quotations: await allCandidates(store, ids),
    ...(await allLists(store, records)),
  };
}

async function allCounts(store: Repository, ids: ReturnType<typeof idsOf>): Promise<Record<string, unknown>> {
  const filters: (StatementFilter | undefined)[] = [
    undefined,
    { topLevel: true, publishers: ids.publishers.slice(0, 2) },
    { oneReportPerUtterance: true },
  ];
  const counts: Record<string, unknown> = {};
  for (const grouping of Object.values(StatementGrouping)) {
    for (const filter of filters) {
      counts[`counts by ${grouping} where ${JSON.stringify(filter)}`] = await store.countStatements({
        grouping,
        filter,
        size: 5,
      });
    }
  }
  return counts;
}

/** What a store says of figures beside one another. */
async function allFigures(store: Repository, ids: ReturnType<typeof idsOf>): Promise<Record<string, unknown>> {
  const series = await store.seriesOf(ids.metrics, 4);
  const some = [...series.flat(), NO_SERIES];
  return {
    series,
    disputed: await store.areDisputed(
      (await store.statistics.byIds(ids.statistics)).filter((figure) => figure !== undefined),
    ),
    hasFigures: await store.hasFigures(some),
    points: await store.pointsOf(some, { asOf: { from: null, to: null }, size: 3 }),
    latePoints: await store.pointsOf(some, { asOf: { from: '1970-01-01', to: '2031-02-28' }, size: 100 }),
    comparisons: await store.comparisonsOf(ids.statistics, { size: 3 }),
    conflicts: await store.comparisonsOf(ids.statistics, { verdicts: ['CONFLICTS'], size: 2 }),
    conflictsAndMore: await store.comparisonsOf(ids.statistics, { verdicts: ['CONFLICTS', 'COMPATIBLE'], size: 100 }),
  };
}

const QUERIES = [
  'alpha',
  'bravo delta',
  'alpha NOT bravo',
  '"14 1,500"',
  'boats 14',
  'zoe',
  'ZOE BRANDT',
  'storm',
  'char* OR rain',
];

async function allHits(store: Repository): Promise<Record<string, unknown>> {
  const hits: Record<string, unknown> = {};
  for (const query of QUERIES) {
    const expression = parseSearch(query);
    if (expression === null) throw new Error(`There is nothing to look for in “${query}”.`);
    const search = { expression, name: nameKey(query), types: Object.values(SearchType) };
    const all = await store.search.page({ ...search, size: 1000, from: null });
    const from = all.hits[2]?.keys ?? null;
    hits[`search for ${query}`] = {
      all,
      count: await store.search.count(search),
      some: await store.search.page({ ...search, size: 4, from }),
      claims: await store.search.page({ ...search, types: ['STATISTIC', 'STATEMENT'], size: 1000, from: null }),
    };
  }
  return hits;
}

/** Which statements have the words of a quotation, of any speaker and of each. */
async function allCandidates(store: Repository, ids: ReturnType<typeof idsOf>): Promise<unknown> {
  const groups = QUERIES.flatMap((query) => parseSearch(query) ?? []);
  const phrases = groups.filter((group) => group.kind === 'PHRASE');
  const speakers = [null, ...ids.people, ...ids.organizations, ...ids.sources];
  return {
    frequencies: await store.quotations.frequencies(phrases),
    candidates: await Promise.all(speakers.map((speaker) => store.quotations.candidates(groups, speaker))),
    none: await store.quotations.candidates([], null),
  };
}

/** Each kind of list, whole, with the number of its rows. */
async function allLists(store: Repository, records: readonly ArticleRecord[]): Promise<Record<string, unknown>> {
  const lists: Record<string, unknown> = {};
  for (const { label, ownerIds, pages, counts } of listingsOf(records)) {
    lists[label] = {
      pages: await pages(store, ownerIds, { size: 1000, direction: 'FORWARD', from: null }),
      counts: await counts(store, ownerIds),
    };
  }
  return lists;
}
