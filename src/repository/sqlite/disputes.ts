import { DISPUTING_KINDS } from '../../domain/statement.js';

const KINDS = DISPUTING_KINDS.map((kind) => `'${kind}'`).join(', ');

/**
 * That a relation calls what it is about into question. Two indexes are of the relations that do (`indexes.ts`), and SQLite
 * takes them where it finds this condition word for word.
 */
export function disputes(relation: string): string {
  return `${relation}.kind in (${KINDS}) and ${relation}.review <> 'REJECTED'`;
}
