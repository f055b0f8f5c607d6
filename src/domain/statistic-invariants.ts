import { isId } from './identity.js';
import { type ArticleRecord, isForeignSource } from './record.js';
import type { Statistic } from './statistic.js';

/** What is wrong with one of a record's statistics, its spans apart. */
export function* statisticProblems(statistic: Statistic, record: ArticleRecord): Generator<string> {
  const { articleId, revisionId, statementId, claimedById } = statistic;
  if (articleId !== record.article.id || revisionId !== record.revision.id) {
    yield 'A figure belongs to its article and revision.';
  }
  if (statementId !== null && !record.statements.some(({ id }) => id === statementId)) {
    yield 'The statement that carries a figure belongs to the same article.';
  }
  const problem = figureProblem(statistic) ?? claimantProblem(statistic);
  if (problem !== undefined) yield problem;
  if (isForeignSource(claimedById, record)) yield 'An unnamed source can claim a figure only in its own article.';
}

function figureProblem({
  value,
  upperValue,
  valueText,
  span,
  comparator,
  measure,
  change,
}: Statistic): string | undefined {
  if (span.text !== valueText) return 'A figure’s text as printed is that of its span.';
  if (!Number.isFinite(value) || !Number.isFinite(upperValue ?? value))
    return 'The value of a figure is a finite number.';
  if ((comparator === 'RANGE') !== (upperValue !== null))
    return 'A RANGE has an upper value, and nothing else has one.';
  if (upperValue !== null && !(upperValue > value)) return 'The upper value of a range is above its lower one.';
  if (measure === 'CHANGE' && change === 'NONE') return 'A CHANGE goes UP or DOWN.';
  if (measure === 'CHANGE' && value < 0) return 'The value of a CHANGE is its size; the direction says which way.';
  return undefined;
}

function claimantProblem({ claimantStatus, claimedById }: Statistic): string | undefined {
  switch (claimantStatus) {
    case 'NAMED':
      return claimedById !== null && isId(claimedById, 'Person', 'Organization')
        ? undefined
        : 'A NAMED claimant is a person or an organization.';
    case 'UNNAMED':
      return claimedById !== null && isId(claimedById, 'UnnamedSource')
        ? undefined
        : 'An UNNAMED claimant is an unnamed source.';
    case 'AMBIGUOUS':
    case 'ARTICLE':
      return claimedById === null
        ? undefined
        : `A figure whose claimant is ${claimantStatus} is claimed by nobody in particular.`;
  }
}
