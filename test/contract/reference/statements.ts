import { lastDay } from '../../../src/domain/dates.js';
import { matchesDocument } from '../../../src/domain/search/match.js';
import type { Statement } from '../../../src/domain/statement.js';
import type { StatementFilter } from '../../../src/repository/filters.js';
import type { StatementOwner } from '../../../src/repository/repository.js';
import { CLAIM_FIELDS, NOT_REJECTED } from './claims.js';
import { type FieldTests, isInDays, isInTime, letsThrough } from './fields.js';
import { disputes, type News } from './news.js';

const FIELDS: FieldTests<StatementFilter, Statement> = {
  ...CLAIM_FIELDS,
  speakers: ({ speakerId }, speakers, news) => news.isAnyOf(speakerId, speakers),
  speakerAffiliations: ({ speakerId }, organizations, news) =>
    news.roles.some(
      ({ personId, organizationId }) =>
        organizationId !== null && organizations.includes(organizationId) && news.isSame(speakerId, personId),
    ) ||
    news.sources.some(
      ({ id, affiliationId }) => affiliationId !== null && organizations.includes(affiliationId) && id === speakerId,
    ),
  speakerStatus: ({ speakerStatus }, states) => states.includes(speakerStatus),
  through: (statement, speakers, news) =>
    news.chainOf(statement).some(({ speakerId }) => news.isAnyOf(speakerId, speakers)),
  about: ({ about }, subjects, news) => about.some(({ subjectId }) => news.isAnyOf(subjectId, subjects)),
  publishers: ({ articleId }, publishers, news) => publishers.includes(news.recordOf(articleId).publisher.id),
  topics: ({ articleId }, topics, news) => topics.some((topic) => news.appearsIn(topic, articleId)),
  kinds: ({ kind }, kinds) => kinds.includes(kind),
  forces: ({ force }, forces) => forces.includes(force),
  said: ({ said }, range) => isInDays(lastDay(said), range),
  published: ({ articleId }, range, news) => isInTime(news.recordOf(articleId).article.publishedAt, range),
  text: ({ text }, expression) => expression !== null && matchesDocument(expression, [text]),
  relatedBy: ({ id }, kinds, news) =>
    news.listedRelations.some(({ toId, kind }) => toId === id && kinds.includes(kind)),
  topLevel: ({ parentId }, wanted) => (parentId === null) === wanted,
  utterance: ({ utteranceId }, utterance) => utteranceId === utterance,
  // Of all that the other fields let through: see `firstReports`.
  oneReportPerUtterance: () => true,
};

const OWNERS: Record<StatementOwner, (statement: Statement, id: string, news: News) => boolean> = {
  all: () => true,
  article: ({ articleId }, id) => articleId === id,
  speaker: ({ speakerId }, id, news) => news.isSame(speakerId, id),
  subject: ({ about }, id, news) => about.some(({ subjectId }) => news.isSame(subjectId, id)),
  utterance: ({ utteranceId }, id) => utteranceId === id,
  parent: ({ parentId }, id) => parentId === id,
  statistic: (statement, id, { relations, statistics }) => {
    const figure = statistics.find((each) => each.id === id);
    const own = relations.filter(({ fromId, provenance }) => {
      return fromId === statement.id && provenance.review !== 'REJECTED';
    });
    return figure !== undefined && own.some((relation) => disputes(relation, figure));
  },
};

/** The ids of the statements that a filter lets through in somebody's list, in no order. */
export function statementsOf(news: News, owner: StatementOwner, id: string, filter: StatementFilter = {}): string[] {
  const through = news.statements
    .filter((statement) => news.stands(statement) && OWNERS[owner](statement, id, news))
    .filter((statement) => letsThrough(FIELDS, { review: NOT_REJECTED, ...filter }, statement, news));
  return (filter.oneReportPerUtterance ? firstReports(through, news) : through).map((statement) => statement.id);
}

/** Of each utterance the report in the article that was published first, and among those the one of the least id. */
function firstReports(statements: readonly Statement[], news: News): Statement[] {
  const isBefore = (one: Statement, other: Statement) => {
    const [time, otherTime] = [one, other].map(({ articleId }) => +news.recordOf(articleId).article.publishedAt);
    return time === otherTime ? one.id < other.id : Number(time) < Number(otherTime);
  };
  return statements.filter(
    (one) => !statements.some((other) => other.utteranceId === one.utteranceId && isBefore(other, one)),
  );
}
