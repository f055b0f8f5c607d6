import { sql } from 'kysely';
import type { ArticleRevision, Publisher } from '../../../domain/article.js';
import { type ResolvedDate, resolvedDate } from '../../../domain/dates.js';
import { OnRecordError } from '../../../domain/errors.js';
import { type Id, type NodeType, typeOfId } from '../../../domain/identity.js';
import { violationsOf } from '../../../domain/invariants.js';
import type { ArticleRecord } from '../../../domain/record.js';
import type { TextSpan } from '../../../domain/span.js';
import { statementProblems } from '../../../domain/statement-invariants.js';
import { statisticProblems } from '../../../domain/statistic-invariants.js';
import type { ArticleFile } from '../../desk.js';
import { gatherClaims, wholeArticle } from './article-claims.js';
import { type CheckContext, rowsOf } from './check-context.js';
import { Remedy } from './findings.js';
import { reasonOf } from './reason.js';

/** The tables of what breaks invariants. */
const TABLES: Readonly<Partial<Record<NodeType, string>>> = {
  Article: 'article',
  UnnamedSource: 'unnamed_source',
  Statement: 'statement',
  Statistic: 'statistic',
  StatementRelation: 'relation',
};

/** Reads every article back as it was stored, and has it checked as storing it does; gives how many there are. */
export async function checkRecords(context: CheckContext): Promise<number> {
  let articles = 0;
  gatherClaims(context);
  for (const { id } of rowsOf<{ id: Id<'Article'> }>(context, 'select id from article order by seq')) {
    articles++;
    try {
      await checkArticle(context, id);
    } catch (error) {
      const message = `It cannot be read back: ${reasonOf(error)}`;
      context.findings.add({ code: 'UNREADABLE', table: 'article', id, message, remedy: Remedy.RESTORE });
    }
  }
  return articles;
}

async function checkArticle(context: CheckContext, id: Id<'Article'>): Promise<void> {
  const file = await wholeArticle(context, id);
  // That its wording is missing is found where the references are.
  if (file === undefined) return;
  const { revisions } = file;
  const violations = revisions.flatMap((revision) => violationsOf(recordOf(file, revision)));
  const told = new Set(violations.map((violation) => violation.id));
  for (const { id: brokenId, message } of violations) tell(context, brokenId, message);
  for (const { id: claimId, message } of claimProblems(file)) if (!told.has(claimId)) tell(context, claimId, message);
  await checkCandidates(context, file);
}

function tell({ findings }: CheckContext, id: string, message: string): void {
  const table = TABLES[typeOfId(id) ?? 'Article'] ?? 'article';
  findings.add({ code: 'INVARIANT', table, id, message, remedy: Remedy.CORRECT });
}

/**
 * What an article says in one of its wordings, as if there were no other: what no longer stands belongs to the one in which
 * it did. What leads from one wording into another is looked at by `claimProblems`.
 */
function recordOf(file: ArticleFile, revision: ArticleRevision): ArticleRecord {
  const { article } = file;
  const isOfThis = (spans: readonly TextSpan[]) => (spans[0]?.revisionId ?? article.currentRevisionId) === revision.id;
  const statements = file.statements.filter(({ revisionId }) => revisionId === revision.id);
  const own = new Set<string | null>(statements.map(({ id }) => id));
  const ownOr = <Known extends string>(id: Known | null): Known | null => (own.has(id) ? id : null);
  const publisher: Publisher = { id: article.publisherId, name: '', homepage: null };
  return {
    ...{ publisher, revision, article: { ...article, currentRevisionId: revision.id } },
    ...{ topics: [], places: [], organizations: [], people: [], roles: [], relationships: [], metrics: [] },
    appearances: file.appearances.filter(({ mentions }) => isOfThis(mentions)),
    unresolved: file.unresolved.filter(({ spans }) => isOfThis(spans)),
    unnamedSources: file.unnamedSources,
    statements: statements.map((statement) => {
      const [within, across] = [true, false].map((isWithin) =>
        statement.quotations.filter(({ wordsOfId }) => (wordsOfId === null || own.has(wordsOfId)) === isWithin),
      );
      // Words that are another's have no part in what kind a statement is: all that is left to look at is their place.
      const cueSpans = [...statement.cueSpans, ...(across ?? []).map(({ span }) => span)];
      return { ...statement, parentId: ownOr(statement.parentId), quotations: within ?? [], cueSpans };
    }),
    statistics: file.statistics
      .filter(({ revisionId }) => revisionId === revision.id)
      .map((statistic) => ({ ...statistic, statementId: ownOr(statistic.statementId) })),
    relations: file.relations
      .filter(({ fromId }) => own.has(fromId))
      .map((relation) => (relation.span?.revisionId === revision.id ? relation : { ...relation, span: null })),
  };
}

/** What is wrong with claims in the light of all of their article's, whichever wording they belong to. */
function* claimProblems(file: ArticleFile): Generator<{ id: string; message: string }> {
  const { article, statements, statistics } = file;
  const known = new Map(statements.map((statement) => [statement.id, statement]));
  for (const claim of [...statements, ...statistics]) {
    const { id, standing, revisionId } = claim;
    if (standing === 'STANDS' && revisionId !== article.currentRevisionId) {
      yield { id, message: 'It stands, but not in the current wording of its article.' };
    }
    // In its own wording, as if that were the current one.
    const home = { ...file, revision: { id: revisionId } };
    const problems = 'metricId' in claim ? statisticProblems(claim, home) : statementProblems(claim, home, known);
    const isAcross = (at: string) => at === 'parentId' || at === 'quotations' || at === 'statementId';
    for (const { at, message } of problems) if (isAcross(at)) yield { id, message };
    const date = dateProblem('metricId' in claim ? claim.asOf : claim.said);
    if (date !== undefined) yield { id, message: date };
  }
}

function dateProblem(date: ResolvedDate | null): string | undefined {
  if (date === null) return undefined;
  try {
    resolvedDate(date.from, date.to, date.precision);
    return undefined;
  } catch (error) {
    if (error instanceof OnRecordError) return error.message;
    throw error;
  }
}

/** Who may be meant stands in JSON, where no foreign key looks. */
async function checkCandidates({ db, findings }: CheckContext, file: ArticleFile): Promise<void> {
  const { article, statements, unresolved } = file;
  const references = [...unresolved, ...statements.flatMap(({ about }) => about)];
  const named = [
    ...statements.flatMap(({ speakerCandidateIds }) => speakerCandidateIds),
    ...references.flatMap(({ candidateIds, subjectId }) => [
      ...candidateIds,
      ...(subjectId === null ? [] : [subjectId]),
    ]),
  ];
  if (named.length === 0) return;
  const { rows } = await sql<{ id: string }>`select distinct value as id from json_each(${JSON.stringify(named)})
    where value not in (select id from named)`.execute(db);
  for (const { id } of rows) {
    const message = `It speaks of ${id}, or leaves open whether it does, which is not in named.`;
    findings.add({ code: 'ORPHAN', table: 'article', id: article.id, message, remedy: Remedy.RESTORE });
  }
}
