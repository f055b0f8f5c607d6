import { ReviewState } from '../../../src/domain/provenance.js';
import type { Statement } from '../../../src/domain/statement.js';
import type { ClaimFilter } from '../../../src/repository/filters.js';
import type { FieldTests } from './fields.js';

/** What filters of statements and of figures have in common. */
export const CLAIM_FIELDS: FieldTests<ClaimFilter, Pick<Statement, 'articleId' | 'provenance'>> = {
  articles: ({ articleId }, articles) => articles.includes(articleId),
  review: ({ provenance }, states) => states.includes(provenance.review),
};

/** What is shown when no state of review is asked for. */
export const NOT_REJECTED = Object.values(ReviewState).filter((state) => state !== 'REJECTED');
