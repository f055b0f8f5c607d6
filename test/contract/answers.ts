import { revisionId } from '../../src/domain/article.js';
import type { ArticleRecord } from '../../src/domain/record.js';
import type { Repository } from '../../src/repository/repository.js';
import { idsOf, listingsOf } from './listings.js';

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
    ...(await allLists(store, records)),
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
