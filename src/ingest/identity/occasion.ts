import type { ResolvedDate } from '../../domain/dates.js';
import type { Statement } from '../../domain/statement.js';

/** How far apart the articles may be published that report the same words without saying when they were said, in days. */
const NEAR = 3;

const DAY = 86_400_000;

/** What tells on which occasion something was said. */
export interface Report {
  readonly statement: Pick<Statement, 'said' | 'medium'>;
  readonly publishedAt: Date;
}

/**
 * Whether two reports of the same words by the same speaker can be of one occasion: their dates overlap or, where one of
 * them gives none, the articles were published within three days; and they do not name different media.
 */
export function isSameOccasion(one: Report, other: Report): boolean {
  const [a, b] = [one.statement, other.statement];
  if (a.medium !== null && b.medium !== null && a.medium !== b.medium) return false;
  if (a.said !== null && b.said !== null) return overlaps(a.said, b.said);
  return Math.abs(one.publishedAt.getTime() - other.publishedAt.getTime()) <= NEAR * DAY;
}

function overlaps(one: ResolvedDate, other: ResolvedDate): boolean {
  return (one.from ?? '') <= (other.to ?? '~') && (other.from ?? '') <= (one.to ?? '~');
}
