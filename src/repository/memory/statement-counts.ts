import { isId } from '../../domain/identity.js';
import { compareCodePoints } from '../../domain/names.js';
import type { Statement } from '../../domain/statement.js';
import type { CoSpeaker, StatementCountRequest, StatementGroup, StatementGrouping } from '../repository.js';
import { isClaimListed } from './listed.js';
import { firstReports, showsStatement } from './statement-filter.js';
import type { Tables } from './tables.js';

/** See `Repository.countStatements`. */
export function countStatements(tables: Tables, { grouping, filter, size }: StatementCountRequest): StatementGroup[] {
  const shown = [...tables.statements.values()].filter((statement) => showsStatement(tables, statement, filter));
  const statements = filter?.oneReportPerUtterance ? firstReports(tables, shown) : shown;
  return largest(
    statements.flatMap((statement) => keysOf(tables, statement, grouping)),
    size,
  );
}

/** What a statement is counted under. One of an article with several topics counts under each. */
function keysOf(tables: Tables, statement: Statement, grouping: StatementGrouping): (string | null)[] {
  switch (grouping) {
    case 'SPEAKER':
      return [statement.speakerId];
    case 'SPEAKER_STATUS':
      return [statement.speakerStatus];
    case 'PUBLISHER':
      return [tables.articles.get(statement.articleId)?.publisherId ?? null];
    case 'TOPIC': {
      const topics = tables.appearances
        .filter(({ articleId, subjectId }) => articleId === statement.articleId && isId(subjectId, 'Topic'))
        .map(({ subjectId }) => subjectId);
      return topics.length === 0 ? [null] : topics;
    }
    case 'KIND':
      return [statement.kind];
    case 'FORCE':
      return [statement.force];
  }
}

function largest(keys: readonly (string | null)[], size: number): StatementGroup[] {
  return [...Map.groupBy(keys, (key) => key)]
    .map(([key, group]) => ({ key, count: group.length }))
    .sort((a, b) => b.count - a.count || compareNullable(a.key, b.key))
    .slice(0, size);
}

/** Null comes first, as in SQL. */
function compareNullable(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return compareCodePoints(a, b);
}

/** See `Repository.coSpeakersOf`. */
export function coSpeakersOf(tables: Tables, id: string, size: number): CoSpeaker[] {
  const listed = [...tables.statements.values()].filter((statement) => isClaimListed(tables, statement));
  const articlesOf = (speaker: string) =>
    new Set(listed.filter(({ speakerId }) => speakerId === speaker).map(({ articleId }) => articleId));
  const own = articlesOf(tables.currentId(id));
  return [...tables.people.values()]
    .filter((person) => person.id !== tables.currentId(id))
    .map((person) => ({
      personId: person.id,
      articleCount: [...articlesOf(person.id)].filter((article) => own.has(article)).length,
    }))
    .filter(({ articleCount }) => articleCount > 0)
    .sort((a, b) => b.articleCount - a.articleCount || compareCodePoints(a.personId, b.personId))
    .slice(0, size);
}
