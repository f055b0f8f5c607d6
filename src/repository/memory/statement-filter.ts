import { isId } from '../../domain/identity.js';
import { compareCodePoints } from '../../domain/names.js';
import { matchesDocument } from '../../domain/search/match.js';
import type { SpeakerId } from '../../domain/speaker.js';
import type { Statement } from '../../domain/statement.js';
import type { StatementFilter } from '../filters.js';
import { isAnyOf, isAnyoneOf, isInDays, isInTime } from './filters.js';
import { isClaimShown, isRelationMade } from './listed.js';
import type { Tables } from './tables.js';

export function showsStatement(tables: Tables, statement: Statement, filter: StatementFilter = {}): boolean {
  const { text, topLevel, utterance } = filter;
  return (
    isClaimShown(tables, statement, filter) &&
    isSaidBy(tables, statement, filter) &&
    isAnyOf(statement.articleId, filter.articles) &&
    isInArticle(tables, statement, filter) &&
    isAbout(tables, statement, filter) &&
    isAnyOf(statement.kind, filter.kinds) &&
    isAnyOf(statement.force, filter.forces) &&
    isInDays(statement.said, filter.said) &&
    (text === undefined || (text !== null && matchesDocument(text, [statement.text]))) &&
    isRelated(tables, statement, filter) &&
    (topLevel === undefined || topLevel === (statement.parentId === null)) &&
    (utterance === undefined || utterance === statement.utteranceId)
  );
}

function isSaidBy(tables: Tables, statement: Statement, filter: StatementFilter): boolean {
  const { speakerId, speakerStatus } = statement;
  const { speakerAffiliations: organizations, through } = filter;
  return (
    isAnyoneOf(tables, speakerId, filter.speakers) &&
    isAnyOf(speakerStatus, filter.speakerStatus) &&
    (organizations === undefined || affiliationsOf(tables, speakerId).some((id) => organizations.includes(id))) &&
    (through === undefined || tables.chainOf(statement.id).some((link) => isAnyoneOf(tables, link.speakerId, through)))
  );
}

function affiliationsOf(tables: Tables, speaker: SpeakerId | null) {
  if (speaker === null) return [];
  const roles = tables.roles.filter(({ personId }) => personId === speaker).map(({ organizationId }) => organizationId);
  const source = isId(speaker, 'UnnamedSource') ? tables.unnamedSources.get(speaker)?.affiliationId : null;
  return [...roles, source ?? null].filter((id) => id !== null);
}

function isInArticle(tables: Tables, { articleId }: Statement, filter: StatementFilter): boolean {
  const article = tables.articles.get(articleId);
  const { topics } = filter;
  return (
    article !== undefined &&
    isAnyOf(article.publisherId, filter.publishers) &&
    isInTime(article.publishedAt, filter.published) &&
    (topics === undefined || topics.some((topic) => tables.appearancesOf(articleId, topic).length > 0))
  );
}

function isAbout(tables: Tables, statement: Statement, { about }: StatementFilter): boolean {
  return about === undefined || statement.about.some(({ subjectId }) => isAnyoneOf(tables, subjectId, about));
}

function isRelated(tables: Tables, { id }: Statement, { relatedBy }: StatementFilter): boolean {
  return (
    relatedBy === undefined ||
    [...tables.relations.values()].some(
      (relation) => relation.toId === id && relatedBy.includes(relation.kind) && isRelationMade(tables, relation),
    )
  );
}

/** Of statements that report one utterance the one whose article was published first, then that of the least id. */
export function firstReports(tables: Tables, statements: readonly Statement[]): Statement[] {
  const publishedAt = ({ articleId }: Statement) => tables.articles.get(articleId)?.publishedAt.getTime() ?? 0;
  const first = new Map<string, Statement>();
  for (const statement of statements) {
    const other = first.get(statement.utteranceId);
    const isEarlier =
      other === undefined ||
      (publishedAt(statement) - publishedAt(other) || compareCodePoints(statement.id, other.id)) < 0;
    if (isEarlier) first.set(statement.utteranceId, statement);
  }
  return [...first.values()];
}
