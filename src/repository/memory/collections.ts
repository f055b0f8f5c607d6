import { nameKey } from '../../domain/names.js';
import { DISPUTING_KINDS, type Statement } from '../../domain/statement.js';
import type { Statistic } from '../../domain/statistic.js';
import type { Keys } from '../page.js';
import type { Repository } from '../repository.js';
import { collectionOf, lookupOf, nodesOf } from './collection.js';
import type { Guard } from './guard.js';
import { descending, latestFirst } from './keys.js';
import { isArticleListed, isClaimListed, isRelationListed } from './listed.js';
import type { Tables } from './tables.js';

type CollectionName =
  | 'articles'
  | 'revisions'
  | 'publishers'
  | 'topics'
  | 'places'
  | 'people'
  | 'organizations'
  | 'unnamedSources'
  | 'statements'
  | 'utterances'
  | 'relations'
  | 'metrics'
  | 'statistics';

export type Collections = Pick<Repository, CollectionName>;

const always = () => true;

/** Declares each collection over the tables: its lists, their orders and what they leave out. */
export function collectionsOf(tables: Tables, guard: Guard): Collections {
  return {
    publishers: nodesOf(guard, (id) => tables.publishers.get(id)),
    unnamedSources: nodesOf(guard, (id) => tables.unnamedSources.get(id)),
    utterances: nodesOf(guard, (id) => tables.utterances.get(id)),
    metrics: nodesOf(guard, (id) => tables.metrics.get(id)),
    ...articlesOf(tables, guard),
    ...subjectsOf(tables, guard),
    ...claimsOf(tables, guard),
  };
}

function articlesOf(tables: Tables, guard: Guard): Pick<Collections, 'articles' | 'revisions'> {
  return {
    articles: {
      ...collectionOf(guard, {
        nodes: tables.articles,
        listed: (article) => isArticleListed(tables, article.id),
        matches: always,
        owners: {
          all: always,
          publisher: (article, publisherId) => article.publisherId === publisherId,
          subject: (article, subjectId) => tables.appearancesOf(article.id, subjectId).length > 0,
        },
        orders: { PUBLISHED_AT_DESC: (article) => [descending(article.publishedAt.getTime()), article.id] },
      }),
      ...lookupOf(guard, tables.articles, { slug: (article) => article.slug, url: (article) => article.url }),
    },
    revisions: collectionOf(guard, {
      nodes: tables.revisions,
      listed: always,
      matches: always,
      owners: { article: (revision, articleId) => revision.articleId === articleId },
      orders: { NUMBER_DESC: (revision) => [descending(revision.number), revision.id] },
    }),
  };
}

function subjectsOf(tables: Tables, guard: Guard): Pick<Collections, 'topics' | 'places' | 'people' | 'organizations'> {
  const appears = (subject: { readonly id: string }, articleId: string) =>
    tables.appearancesOf(articleId, subject.id).length > 0;
  const byAppearance = (subject: { readonly id: string }, articleId: string): Keys => {
    const [appearance] = tables.appearancesOf(articleId, subject.id);
    if (appearance === undefined)
      throw new TypeError('APPEARANCE_ASC orders what appears in an article, and nothing else.');
    return [appearance.position, subject.id];
  };
  const inArticles = {
    listed: always,
    matches: always,
    owners: { article: appears },
    orders: { APPEARANCE_ASC: byAppearance },
  };
  return {
    topics: collectionOf(guard, { nodes: tables.topics, ...inArticles }),
    places: collectionOf(guard, { nodes: tables.places, ...inArticles }),
    organizations: {
      ...collectionOf(guard, { nodes: tables.organizations, ...inArticles }),
      ...lookupOf(guard, tables.organizations, { slug: (organization) => organization.slug }),
    },
    people: {
      ...collectionOf(guard, {
        nodes: tables.people,
        find: (id) => tables.person(id),
        listed: always,
        matches: always,
        owners: { all: always, article: appears },
        orders: { NAME_ASC: (person) => [nameKey(person.name), person.id], APPEARANCE_ASC: byAppearance },
      }),
      ...lookupOf(guard, tables.people, { slug: (person) => person.slug }),
    },
  };
}

function claimsOf(tables: Tables, guard: Guard): Pick<Collections, 'statements' | 'relations' | 'statistics'> {
  return {
    statements: collectionOf(guard, {
      nodes: tables.statements,
      listed: (statement) => isClaimListed(tables, statement),
      matches: always,
      owners: {
        all: always,
        article: (statement, articleId) => statement.articleId === articleId,
        speaker: (statement, speakerId) => statement.speakerId === speakerId,
        subject: (statement, subjectId) =>
          statement.about.some((reference) => reference.status === 'RESOLVED' && reference.subjectId === subjectId),
        utterance: (statement, utteranceId) => statement.utteranceId === utteranceId,
        parent: (statement, parentId) => statement.parentId === parentId,
        statistic: (statement, statisticId) => disputes(tables, statement, tables.statistics.get(statisticId)),
      },
      orders: {
        SAID_AT_DESC: (statement) => [latestFirst(statement.said), statement.id],
        POSITION_ASC: (statement) => [statement.articleId, startOf(statement), statement.id],
      },
    }),
    relations: collectionOf(guard, {
      nodes: tables.relations,
      listed: (relation) => isRelationListed(tables, relation),
      matches: (relation, { kinds }) => kinds === null || kinds.includes(relation.kind),
      owners: {
        from: (relation, statementId) => relation.fromId === statementId,
        to: (relation, statementId) => relation.toId === statementId,
      },
      orders: { RECORDED_ASC: (relation) => [relation.provenance.recordedAt.getTime(), relation.id] },
    }),
    statistics: collectionOf(guard, {
      nodes: tables.statistics,
      listed: (statistic) => isClaimListed(tables, statistic),
      matches: always,
      owners: {
        all: always,
        article: (statistic, articleId) => statistic.articleId === articleId,
        place: (statistic, placeId) => statistic.placeId === placeId,
        statement: (statistic, statementId) => statistic.statementId === statementId,
      },
      orders: {
        AS_OF_DESC: (statistic) => [latestFirst(statistic.asOf), statistic.id],
        POSITION_ASC: (statistic) => [statistic.articleId, statistic.span.start, statistic.id],
      },
    }),
  };
}

/** Whether a statement disputes a figure: the figure itself, or the whole statement that carries it. A rejected relation says nothing. */
function disputes(tables: Tables, statement: Statement, figure: Statistic | undefined): boolean {
  if (figure === undefined) return false;
  return [...tables.relations.values()].some(
    ({ kind, fromId, toId, toStatisticId, provenance }) =>
      fromId === statement.id &&
      DISPUTING_KINDS.some((disputing) => disputing === kind) &&
      provenance.review !== 'REJECTED' &&
      (toStatisticId === figure.id || (toStatisticId === null && toId === figure.statementId)),
  );
}

/** Where a statement begins: the first of its content spans. */
function startOf({ id, spans: [first] }: Statement): number {
  if (first === undefined) throw new TypeError(`The statement ${id} has no content span.`);
  return first.start;
}
