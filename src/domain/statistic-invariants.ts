import { isId } from './identity.js';
import { type ClaimHome, isForeignSource, type Problem } from './record.js';
import type { SpeakerId } from './speaker.js';
import type { ClaimantStatus, Statistic } from './statistic.js';

/** What is wrong with one of an article's statistics, its spans apart. */
export function* statisticProblems(
  statistic: Statistic,
  home: ClaimHome & { readonly statements: readonly { readonly id: string }[] },
): Generator<Problem<Statistic>> {
  const { articleId, revisionId, statementId, claimedById } = statistic;
  if (articleId !== home.article.id || revisionId !== home.revision.id) {
    yield { at: 'revisionId', message: 'A figure belongs to its article and revision.' };
  }
  if (statementId !== null && !home.statements.some(({ id }) => id === statementId)) {
    yield { at: 'statementId', message: 'The statement that carries a figure belongs to the same article.' };
  }
  const problem = figureProblem(statistic) ?? claimantProblem(statistic);
  if (problem !== undefined) yield problem;
  if (isForeignSource(claimedById, home)) {
    yield { at: 'claimedById', message: 'An unnamed source can claim a figure only in its own article.' };
  }
}

function figureProblem({
  value,
  upperValue,
  valueText,
  span,
  comparator,
  measure,
  change,
}: Statistic): Problem<Statistic> | undefined {
  if (span.text !== valueText) {
    return { at: 'valueText', message: 'A figure’s text as printed is that of its span.' };
  }
  if (!Number.isFinite(value) || !Number.isFinite(upperValue ?? value)) {
    return { at: 'value', message: 'The value of a figure is a finite number.' };
  }
  if ((comparator === 'RANGE') !== (upperValue !== null)) {
    return { at: 'upperValue', message: 'A RANGE has an upper value, and nothing else has one.' };
  }
  if (upperValue !== null && !(upperValue > value)) {
    return { at: 'upperValue', message: 'The upper value of a range is above its lower one.' };
  }
  if (measure !== 'CHANGE') return undefined;
  if (change === 'NONE') return { at: 'change', message: 'A CHANGE goes UP or DOWN.' };
  if (value < 0) return { at: 'value', message: 'The value of a CHANGE is its size; the direction says which way.' };
  return undefined;
}

function claimantProblem({ claimantStatus, claimedById }: Statistic): Problem<Statistic> | undefined {
  const message = claimantMessage(claimantStatus, claimedById);
  return message === undefined ? undefined : { at: 'claimantStatus', message };
}

function claimantMessage(status: ClaimantStatus, claimedById: SpeakerId | null): string | undefined {
  switch (status) {
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
        : `A figure whose claimant is ${status} is claimed by nobody in particular.`;
  }
}
