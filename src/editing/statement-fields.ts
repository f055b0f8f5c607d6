import type { SubjectId } from '../domain/article.js';
import type { Id } from '../domain/identity.js';
import type { Medium, Reference, Statement, StatementForce, StatementKind } from '../domain/statement.js';
import { kindOf } from '../domain/statement.js';
import { statementProblems } from '../domain/statement-invariants.js';
import type { ArticleFile } from '../repository/desk.js';
import type { DateInput } from './date-input.js';
import type { Edit } from './edit.js';
import { namedRecord, namedRecords } from './named-record.js';
import { refuseProblems } from './review.js';
import type { SpanInput } from './span-input.js';
import { readList } from './text-input.js';
import { refuse } from './user-error.js';

/** What an editor can say of a statement besides who speaks; what is left out is as the statement has it. */
export interface StatementFields {
  readonly kind?: StatementKind | null;
  readonly spans?: readonly SpanInput[] | null;
  readonly cueSpans?: readonly SpanInput[] | null;
  readonly force?: StatementForce | null;
  readonly parent?: string | null;
  readonly said?: DateInput | null | undefined;
  readonly medium?: Medium | null;
  readonly about?: readonly string[] | null;
}

/** The parent that an editor names; null for none. */
export async function parentOf(edit: Edit, parent: string | null): Promise<Id<'Statement'> | null> {
  return parent === null ? null : (await namedRecord(edit, ['parent'], parent, 'Statement')).id;
}

/** Whom and what an editor says that a statement is about; what it was about already keeps its words. */
export async function aboutOf(
  edit: Edit,
  about: readonly string[],
  known: readonly Reference[] = [],
): Promise<Reference[]> {
  const ids = readList('about', about);
  const subjects = await namedRecords(edit, ['about'], ids, 'Person', 'Organization', 'Place', 'Topic');
  return subjects.map(({ id }) => known.find(({ subjectId }) => subjectId === id) ?? settled(id));
}

function settled(subjectId: SubjectId): Reference {
  return { status: 'RESOLVED', subjectId, candidateIds: [], spans: [] };
}

/** From which field of the input each field of a statement comes. */
const FIELDS: Partial<Record<keyof Statement, string>> = {
  spans: 'spans',
  text: 'spans',
  quotations: 'spans',
  kind: 'kind',
  speakerId: 'speaker',
  speakerStatus: 'speakerStatus',
  parentId: 'parent',
};

/** Refuses a statement that contradicts itself or its article. */
export function refuseWrongStatement(statement: Statement, file: ArticleFile, kind: StatementKind | undefined): void {
  if (kind !== undefined && kind !== kindOf(statement)) {
    const quoted = statement.quotations.map(({ span }) => `“${span.text.slice(0, 40)}”`).join(', ') || 'nothing';
    refuse(
      'INVALID',
      'kind',
      `The text makes the statement ${kindOf(statement)}, not ${kind}: it has ${quoted} between quotation marks.`,
    );
  }
  const statements = new Map(file.statements.map((other) => [other.id, other]));
  statements.set(statement.id, statement);
  refuseProblems(statementProblems(statement, file, statements), FIELDS);
}
