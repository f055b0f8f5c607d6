import { textHashOf } from './article.js';
import { InvariantError } from './errors.js';
import { excerptOf } from './excerpt.js';
import type { ArticleRecord } from './record.js';
import type { TextSpan } from './span.js';
import type { Reference, ReferenceStatus, Statement } from './statement.js';
import { statementProblems } from './statement-invariants.js';
import { statisticProblems } from './statistic-invariants.js';

/** A broken invariant, with the id of the record that breaks it. */
export interface Violation {
  readonly id: string;
  readonly message: string;
}

type Revision = ArticleRecord['revision'];

/** Returns the record, or throws an InvariantError that names the first violation. */
export function checkRecord(record: ArticleRecord): ArticleRecord {
  const [violation] = violationsOf(record);
  if (violation !== undefined) throw new InvariantError(violation.message);
  return record;
}

/** Everything in the record that breaks an invariant, in the order of the record. */
export function violationsOf(record: ArticleRecord): Violation[] {
  return [
    ...characterViolations(record),
    ...articleViolations(record),
    ...mentionViolations(record),
    ...sourceViolations(record),
    ...statementViolations(record),
    ...statisticViolations(record),
    ...relationViolations(record),
  ];
}

/** No store keeps half of a character: it would come back as another. */
function* characterViolations(record: ArticleRecord): Generator<Violation> {
  const broken = brokenText(record);
  if (broken === undefined) return;
  const message = `“${excerptOf(broken.toWellFormed())}” contains half of a surrogate pair, which cannot be stored.`;
  yield { id: record.article.id, message };
}

/** The first text anywhere in a value that is not well-formed; spans apart, which are checked one by one. */
function brokenText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.isWellFormed() ? undefined : value;
  if (typeof value !== 'object' || value === null || 'start' in value) return undefined;
  for (const part of Object.values(value)) {
    const broken = brokenText(part);
    if (broken !== undefined) return broken;
  }
  return undefined;
}

function* articleViolations(record: ArticleRecord): Generator<Violation> {
  const { article, publisher, revision } = record;
  const at = (message: string): Violation => ({ id: article.id, message });
  if (article.title.trim() === '') yield at('An article needs a title.');
  if (revision.text.trim() === '') yield at('An article needs a text.');
  if (article.publisherId !== publisher.id) {
    yield at(`The article is by the publisher ${article.publisherId}, but comes with ${publisher.id}.`);
  }
  if (revision.articleId !== article.id || article.currentRevisionId !== revision.id) {
    yield at('The revision does not belong to the article.');
  }
  if (revision.textHash !== textHashOf(revision.text)) yield at('The text is not the one its hash was made of.');
}

/** What the article says of people and things outside its statements and figures. */
function* mentionViolations(record: ArticleRecord): Generator<Violation> {
  const { article, revision, appearances, roles, relationships, unresolved } = record;
  const at = (message: string): Violation => ({ id: article.id, message });
  if (appearances.some(({ articleId }) => articleId !== article.id)) {
    yield at('An appearance belongs to another article.');
  }
  if (new Set(appearances.map(({ subjectId }) => subjectId)).size < appearances.length) {
    yield at('Somebody or something appears twice; all mentions belong to one appearance.');
  }
  const mentions = appearances.flatMap((appearance) => appearance.mentions);
  const evidence = [...roles, ...relationships].flatMap((claim) => claim.evidence);
  for (const span of [...mentions, ...evidence]) yield* spanViolations(span, revision, article.id);
  if (unresolved.some(({ status }) => status === 'RESOLVED')) {
    yield at('A resolved name cannot stand among the unresolved.');
  }
  for (const reference of unresolved) yield* referenceViolations(reference, revision, article.id);
}

function* sourceViolations({ article, unnamedSources }: ArticleRecord): Generator<Violation> {
  yield* repeatedIds(unnamedSources, article.id, 'Two unnamed sources have one id.');
  for (const { id, articleId } of unnamedSources) {
    if (articleId !== article.id) {
      yield { id, message: 'An unnamed source belongs to the one article that speaks of it.' };
    }
  }
}

function* statementViolations(record: ArticleRecord): Generator<Violation> {
  const statements = new Map(record.statements.map((statement) => [statement.id, statement]));
  yield* repeatedIds(record.statements, record.article.id, 'Two statements have one id.');
  for (const statement of record.statements) {
    for (const { message } of statementProblems(statement, record, statements)) {
      yield { id: statement.id, message: `${message} (Statement “${excerptOf(statement.text)}”.)` };
    }
    for (const span of spansOf(statement)) yield* spanViolations(span, record.revision, statement.id);
    for (const reference of statement.about) yield* referenceViolations(reference, record.revision, statement.id);
  }
}

function* statisticViolations(record: ArticleRecord): Generator<Violation> {
  const { article, revision, statistics } = record;
  yield* repeatedIds(statistics, article.id, 'Two figures have one id.');
  for (const statistic of statistics) {
    for (const { message } of statisticProblems(statistic, record)) {
      yield { id: statistic.id, message: `${message} (Figure “${statistic.valueText}”.)` };
    }
    yield* spanViolations(statistic.span, revision, statistic.id);
    if (statistic.asOf?.span) yield* spanViolations(statistic.asOf.span, revision, statistic.id);
  }
}

function* relationViolations(record: ArticleRecord): Generator<Violation> {
  const { article, revision, statements, statistics, relations } = record;
  yield* repeatedIds(relations, article.id, 'Two relations have one id.');
  const own = new Set(statements.map((statement) => statement.id));
  for (const { id, fromId, toId, toStatisticId, span } of relations) {
    if (!own.has(fromId))
      yield { id, message: 'A relation belongs to the article of the statement that it comes from.' };
    const figure = statistics.find((statistic) => statistic.id === toStatisticId);
    if (figure !== undefined && figure.statementId !== toId) {
      yield {
        id,
        message: `The statement that the relation leads to does not carry the figure “${figure.valueText}”.`,
      };
    }
    if (fromId === toId) yield { id, message: 'A statement cannot be related to itself.' };
    if (span !== null) yield* spanViolations(span, revision, id);
  }
}

function* repeatedIds(
  records: readonly { readonly id: string }[],
  articleId: string,
  message: string,
): Generator<Violation> {
  if (new Set(records.map(({ id }) => id)).size < records.length) yield { id: articleId, message };
}

function* referenceViolations(reference: Reference, revision: Revision, id: string): Generator<Violation> {
  const { status, spans } = reference;
  for (const span of spans) yield* spanViolations(span, revision, id);
  if (!isSettledAs(status, reference))
    yield { id, message: `A reference that is ${status} ${REFERENCE_RULES[status]}.` };
}

function isSettledAs(status: ReferenceStatus, { subjectId, candidateIds }: Reference): boolean {
  const candidates = new Set(candidateIds).size;
  switch (status) {
    case 'RESOLVED':
      return subjectId !== null && candidates === 0;
    case 'AMBIGUOUS':
      return subjectId === null && candidates >= 2;
    case 'UNKNOWN':
      return subjectId === null && candidates === 0;
  }
}

const REFERENCE_RULES = {
  RESOLVED: 'names its subject and has no candidates',
  AMBIGUOUS: 'has two candidates or more and none chosen',
  UNKNOWN: 'has neither a subject nor candidates',
} as const;

function* spanViolations(span: TextSpan, revision: Revision, id: string): Generator<Violation> {
  const problem = spanProblem(span, revision);
  if (problem !== undefined) yield { id, message: problem };
}

function spanProblem(span: TextSpan, { id, text }: Revision): string | undefined {
  const place = `${span.start}–${span.end}`;
  if (span.revisionId !== id) return 'A span names another revision than its article’s.';
  if (!isStretch(span, text)) return `The span ${place} lies outside the text.`;
  if (text.slice(span.start, span.end) !== span.text) return `The text at ${place} is not “${excerptOf(span.text)}”.`;
  return span.text.isWellFormed() ? undefined : `The span ${place} cuts a character in two.`;
}

function isStretch({ start, end }: TextSpan, text: string): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length;
}

/** Every span of a statement but those of what it is about. */
function* spansOf({ spans, quotations, speakerSpans, cueSpans, said }: Statement): Generator<TextSpan> {
  yield* spans;
  for (const { span } of quotations) yield span;
  yield* speakerSpans;
  yield* cueSpans;
  if (said?.span) yield said.span;
}
