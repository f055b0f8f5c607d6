import { lastDay } from '../../domain/dates.js';
import type { IdentityCandidate } from '../../domain/identity-candidate.js';
import { nameKey } from '../../domain/names.js';
import { pointKey, seriesOfStatistic } from '../../domain/series.js';
import type { Statement } from '../../domain/statement.js';
import type { Statistic } from '../../domain/statistic.js';
import type { ChangeFilter, NameFilter, RelationFilter } from '../filters.js';
import type { Keys } from '../page.js';
import type { Repository } from '../repository.js';
import { collectionOf, lookupOf, nodesOf } from './collection.js';
import { doConflict, hasName, isAnyOf, isThere, showsArticle, showsStatistic } from './filters.js';
import type { Guard } from './guard.js';
import { descending, earliestFirst, latestFirst } from './keys.js';
import { isRelationListed } from './listed.js';
import { firstReports, showsStatement } from './statement-filter.js';
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
  | 'statistics'
  | 'changes'
  | 'identityCandidates';

export type Collections = Pick<Repository, CollectionName>;

const always = () => true;

/** Declares each collection over the tables: its lists, their orders and what they leave out. */
export function collectionsOf(tables: Tables, guard: Guard): Collections {
  return {
    unnamedSources: nodesOf(guard, (id) => tables.unnamedSources.get(id)),
    utterances: nodesOf(guard, (id) => tables.utterance(id)),
    publishers: collectionOf(guard, { nodes: tables.publishers, ...ALL_BY_NAME }),
    metrics: collectionOf(guard, { nodes: tables.metrics, ...ALL_BY_NAME }),
    changes: collectionOf(guard, {
      nodes: tables.changes,
      shows: ({ targetIds, actor }, filter: ChangeFilter = {}) =>
        (filter.target === undefined || targetIds.includes(filter.target)) &&
        (filter.actor === undefined || filter.actor === actor),
      owners: { all: always },
      orders: { AT_DESC: ({ id, at }) => [descending(at.getTime()), id] },
    }),
    identityCandidates: collectionOf(guard, {
      nodes: tables.identityCandidates,
      shows: ({ personIds }: IdentityCandidate) => personIds.every((id) => tables.people.has(id)),
      owners: { all: always },
      orders: { SCORE_DESC: ({ id, score }) => [descending(score), id] },
    }),
    ...articlesOf(tables, guard),
    ...subjectsOf(tables, guard),
    ...claimsOf(tables, guard),
  };
}

interface NamedNode {
  readonly id: string;
  readonly name: string;
}

const byName = ({ id, name }: NamedNode): Keys => [nameKey(name), id];

const ALL_BY_NAME = {
  shows: (node: NamedNode, filter: NameFilter | undefined) => hasName(node, filter),
  owners: { all: always },
  orders: { NAME_ASC: byName },
};

function articlesOf(tables: Tables, guard: Guard): Pick<Collections, 'articles' | 'revisions'> {
  return {
    articles: {
      ...collectionOf(guard, {
        nodes: tables.articles,
        shows: (article, filter) => showsArticle(tables, article, filter),
        owners: {
          all: always,
          publisher: (article, publisherId) => article.publisherId === publisherId,
          subject: (article, subjectId) => tables.appearancesOf(article.id, subjectId).length > 0,
        },
        orders: {
          PUBLISHED_AT_DESC: (article) => [descending(article.publishedAt.getTime()), article.id],
          PUBLISHED_AT_ASC: (article) => [article.publishedAt.getTime(), article.id],
          UPDATED_AT_ASC: (article) => [article.updatedAt.getTime(), article.id],
          TITLE_ASC: (article) => [nameKey(article.title), article.id],
        },
      }),
      ...lookupOf(guard, tables.articles, { slug: (article) => article.slug, url: (article) => article.url }),
    },
    revisions: collectionOf(guard, {
      nodes: tables.revisions,
      shows: always,
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
    ...ALL_BY_NAME,
    owners: { all: always, article: appears },
    orders: { NAME_ASC: byName, APPEARANCE_ASC: byAppearance },
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
        shows: (person, filter) => hasName(person, filter) && isThere(tables, person.id, filter),
        owners: inArticles.owners,
        orders: {
          ...inArticles.orders,
          STATEMENT_COUNT_DESC: (person) => [descending(tables.statementCount(person.id)), person.id],
        },
      }),
      ...lookupOf(guard, tables.people, { slug: (person) => person.slug }),
    },
  };
}

function claimsOf(tables: Tables, guard: Guard): Pick<Collections, 'statements' | 'relations' | 'statistics'> {
  return {
    statements: collectionOf(guard, {
      nodes: tables.statements,
      shows: (statement, filter) => showsStatement(tables, statement, filter),
      keep: (shown, filter) => (filter?.oneReportPerUtterance ? firstReports(tables, shown) : shown),
      owners: {
        all: always,
        article: (statement, articleId) => statement.articleId === articleId,
        speaker: (statement, speakerId) => statement.speakerId === speakerId,
        subject: (statement, subjectId) =>
          statement.about.some((reference) => reference.status === 'RESOLVED' && reference.subjectId === subjectId),
        utterance: (statement, utteranceId) => statement.utteranceId === utteranceId,
        parent: (statement, parentId) => statement.parentId === parentId,
        statistic: (statement, statisticId) => {
          const figure = tables.statistics.get(statisticId);
          return figure !== undefined && tables.disputes(statement, figure);
        },
      },
      orders: {
        SAID_AT_DESC: (statement) => [latestFirst(statement.said), statement.id],
        SAID_AT_ASC: (statement) => [earliestFirst(statement.said), statement.id],
        POSITION_ASC: (statement) => [statement.articleId, startOf(statement), statement.id],
      },
    }),
    relations: collectionOf(guard, {
      nodes: tables.relations,
      shows: (relation, filter: RelationFilter | undefined) =>
        isRelationListed(tables, relation) && isAnyOf(relation.kind, filter?.kinds),
      owners: {
        from: (relation, statementId) => relation.fromId === statementId,
        to: (relation, statementId) => relation.toId === statementId,
      },
      orders: { RECORDED_ASC: (relation) => [relation.provenance.recordedAt.getTime(), relation.id] },
    }),
    statistics: collectionOf(guard, {
      nodes: tables.statistics,
      shows: (statistic, filter) => showsStatistic(tables, statistic, filter),
      owners: {
        all: always,
        article: (statistic, articleId) => statistic.articleId === articleId,
        place: (statistic, placeId) => statistic.placeId === placeId,
        statement: (statistic, statementId) => statistic.statementId === statementId,
        conflict: (statistic, statisticId) => {
          const other = tables.statistics.get(statisticId);
          return other !== undefined && doConflict(statistic, other);
        },
        point: (statistic, key) => isAtPoint(statistic, key),
      },
      orders: {
        AS_OF_DESC: (statistic) => [latestFirst(statistic.asOf), statistic.id],
        AS_OF_ASC: (statistic) => [earliestFirst(statistic.asOf), statistic.id],
        VALUE_DESC: (statistic) => [descending(statistic.value), statistic.id],
        VALUE_ASC: (statistic) => [statistic.value, statistic.id],
        POSITION_ASC: (statistic) => [statistic.articleId, statistic.span.start, statistic.id],
      },
    }),
  };
}

/** Whether a figure is one of a point of its series. */
function isAtPoint(statistic: Statistic, key: string): boolean {
  const day = lastDay(statistic.asOf);
  return day !== null && pointKey(seriesOfStatistic(statistic), day) === key;
}

/** Where a statement begins: the first of its content spans. */
function startOf({ id, spans: [first] }: Statement): number {
  if (first === undefined) throw new TypeError(`The statement ${id} has no content span.`);
  return first.start;
}
