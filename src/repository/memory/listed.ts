import type { Id } from '../../domain/identity.js';
import type { Provenance, Standing } from '../../domain/provenance.js';
import type { StatementRelation } from '../../domain/statement.js';
import type { ClaimFilter } from '../filters.js';
import type { Tables } from './tables.js';

interface Claim {
  readonly articleId: Id<'Article'>;
  readonly standing: Standing;
  readonly provenance: Provenance;
}

/** Whether lists show an article: unless it was retracted. */
export function isArticleListed(tables: Tables, id: string): boolean {
  return tables.articles.get(id)?.retraction === null;
}

/** Whether lists show a statement or statistic: if it stands, is not rejected and its article is listed. */
export function isClaimListed(tables: Tables, { articleId, standing, provenance }: Claim): boolean {
  return standing === 'STANDS' && provenance.review !== 'REJECTED' && isArticleListed(tables, articleId);
}

/** Whether lists of statements and figures show one: if it stands, its article is listed, and its review is asked for. */
export function isClaimShown(tables: Tables, claim: Claim, { review }: ClaimFilter): boolean {
  if (review === undefined) return isClaimListed(tables, claim);
  const { articleId, standing, provenance } = claim;
  return standing === 'STANDS' && review.includes(provenance.review) && isArticleListed(tables, articleId);
}

/** Whether lists show a relation: if it is made, and they show the statement that it leads to. */
export function isRelationListed(tables: Tables, relation: StatementRelation): boolean {
  return isRelationMade(tables, relation) && isStatementListed(tables, relation.toId);
}

/** Whether a relation counts for the statement that it leads to: if it is not rejected and lists show where it comes from. */
export function isRelationMade(tables: Tables, { fromId, provenance }: StatementRelation): boolean {
  return provenance.review !== 'REJECTED' && isStatementListed(tables, fromId);
}

function isStatementListed(tables: Tables, id: string): boolean {
  const statement = tables.statements.get(id);
  return statement !== undefined && isClaimListed(tables, statement);
}
