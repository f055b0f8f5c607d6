import { ReviewState } from '../../domain/provenance.js';
import './provenance.object.js';

/** The states of review that lists show where nobody asks for others. */
export const LISTED_REVIEWS: ReviewState[] = ['UNREVIEWED', 'CONFIRMED', 'CORRECTED'];

/** The states that a filter asks for: null asks for all. Where they are the usual ones there is nothing to filter by. */
export function reviewStates(asked: readonly ReviewState[] | null | undefined): readonly ReviewState[] | undefined {
  if (asked === null) return Object.values(ReviewState);
  const isUsual = asked?.length === LISTED_REVIEWS.length && LISTED_REVIEWS.every((state) => asked.includes(state));
  return isUsual ? undefined : asked;
}
