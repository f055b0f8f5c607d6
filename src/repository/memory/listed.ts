import type { Id } from '../../domain/identity.js';
import type { Provenance, Standing } from '../../domain/provenance.js';
import type { StatementRelation } from '../../domain/statement.js';
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

/** Whether lists show a relation: if it is not rejected and both of its statements are listed. */
export function isRelationListed(tables: Tables, { fromId, toId, provenance }: StatementRelation): boolean {
  const ends = [fromId, toId].map((id) => tables.statements.get(id));
  return provenance.review !== 'REJECTED' && ends.every((end) => end !== undefined && isClaimListed(tables, end));
}
