import { excerptOf } from './excerpt.js';
import { isId } from './identity.js';
import { type ClaimHome, isForeignSource, type Problem } from './record.js';
import type { TextSpan } from './span.js';
import { kindOf, type Statement, statementText } from './statement.js';

/** The statements of an article by id. */
type Statements = ReadonlyMap<string, Statement>;

/** What is wrong with one of an article's statements, its spans and references apart. */
export function* statementProblems(
  statement: Statement,
  home: ClaimHome,
  statements: Statements,
): Generator<Problem<Statement>> {
  yield* contentProblems(statement, home);
  yield* quotationProblems(statement, statements);
  yield* speakerProblems(statement, home);
  yield* chainProblems(statement, statements);
}

function* contentProblems(statement: Statement, { article, revision }: ClaimHome): Generator<Problem<Statement>> {
  const { spans, text, kind } = statement;
  if (statement.articleId !== article.id || statement.revisionId !== revision.id) {
    yield { at: 'revisionId', message: 'A statement belongs to its article and revision.' };
  }
  if (spans.length === 0) yield { at: 'spans', message: 'A statement needs a content span.' };
  if (!isInOrder(spans)) {
    yield {
      at: 'spans',
      message: 'The content spans of a statement stand in the order of the text, one after the other.',
    };
  }
  if (text !== statementText(spans)) {
    yield { at: 'text', message: 'The text of a statement is that of its content spans.' };
  }
  const kindByQuotations = kindOf(statement);
  if (kind !== kindByQuotations) {
    yield { at: 'kind', message: `Its quotations make the statement ${kindByQuotations}, not ${kind}.` };
  }
}

function* quotationProblems({ spans, quotations }: Statement, statements: Statements): Generator<Problem<Statement>> {
  for (const { span, wordsOfId } of quotations) {
    const isInContent = spans.some(({ start, end }) => span.start < end && span.end > start);
    if (!isInContent) {
      yield { at: 'quotations', message: `The quotation “${excerptOf(span.text)}” stands outside the content.` };
    }
    if (wordsOfId !== null && !statements.has(wordsOfId)) {
      yield { at: 'quotations', message: 'A quotation is credited to a statement of another article.' };
    }
  }
}

function* chainProblems(statement: Statement, statements: Statements): Generator<Problem<Statement>> {
  if (statement.parentId !== null && !statements.has(statement.parentId)) {
    yield { at: 'parentId', message: 'A parent statement belongs to the same article.' };
  }
  if (isInCycle(statement, statements)) {
    yield { at: 'parentId', message: 'The chain of attribution runs in a circle.' };
  }
}

function* speakerProblems(statement: Statement, home: ClaimHome): Generator<Problem<Statement>> {
  const problem = speakerProblem(statement);
  if (problem !== undefined) yield { at: 'speakerStatus', message: problem };
  const speakers = [statement.speakerId, ...statement.speakerCandidateIds];
  if (speakers.some((speaker) => isForeignSource(speaker, home))) {
    yield { at: 'speakerId', message: 'An unnamed source can speak only in its own article.' };
  }
}

function speakerProblem({ speakerStatus, speakerId, speakerCandidateIds }: Statement): string | undefined {
  const candidates = new Set(speakerCandidateIds).size;
  if (speakerStatus !== 'AMBIGUOUS' && candidates > 0) return `A speaker that is ${speakerStatus} has no candidates.`;
  switch (speakerStatus) {
    case 'NAMED':
      return speakerId !== null && isId(speakerId, 'Person', 'Organization')
        ? undefined
        : 'A NAMED speaker is a person or an organization.';
    case 'UNNAMED':
      return speakerId !== null && isId(speakerId, 'UnnamedSource')
        ? undefined
        : 'An UNNAMED speaker is an unnamed source.';
    case 'AMBIGUOUS':
      return speakerId === null && candidates >= 2
        ? undefined
        : 'An AMBIGUOUS speaker has two candidates or more and none chosen.';
    case 'ABSENT':
      return speakerId === null ? undefined : 'An ABSENT speaker is nobody.';
  }
}

function isInOrder(spans: readonly TextSpan[]): boolean {
  return spans.every(({ start }, index) => start >= (spans[index - 1]?.end ?? 0));
}

function isInCycle(statement: Statement, statements: Statements): boolean {
  const seen = new Set<string>();
  for (let next: Statement | undefined = statement; next?.parentId != null; next = statements.get(next.parentId)) {
    if (seen.has(next.id)) return true;
    seen.add(next.id);
  }
  return false;
}
