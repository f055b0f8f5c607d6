import { sql, type Transaction } from 'kysely';
import { type AnyId, isId } from '../../domain/identity.js';
import { matchKey, outerWords } from '../../domain/matching.js';
import { nameKey } from '../../domain/names.js';
import { insertRow } from './insert-row.js';
import type { SearchDocuments } from './search-documents.js';
import type { Tables } from './tables.js';

/** Lets lists find somebody or something by these names. */
export async function knowNames(db: Transaction<Tables>, id: AnyId, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await insertRow(db, 'known_name', { node_id: id, name_key: nameKey(name) }, 'keep');
    if (isId(id, 'Person', 'Organization', 'Place')) await matchBy(db, id, matchKey(name), { whole: true });
  }
}

async function matchBy(
  db: Transaction<Tables>,
  id: AnyId,
  key: string,
  { whole }: { readonly whole: boolean },
): Promise<void> {
  if (key !== '') await insertRow(db, 'match_name', { match_key: key, node_id: id, whole: whole ? 1 : 0 }, 'keep');
}

/** Lets lists and search find a person or organization by the canonical name and the aliases that the store has. */
export async function indexNames(
  db: Transaction<Tables>,
  documents: SearchDocuments,
  table: 'person' | 'organization',
  id: AnyId,
): Promise<void> {
  const { seq, name, aliases } = await db
    .selectFrom(table)
    .select(['seq', 'name', 'aliases'])
    .where(sql`id`, '=', id)
    .executeTakeFirstOrThrow();
  const others: string[] = JSON.parse(aliases);
  await knowNames(db, id, [name, ...others]);
  if (table === 'person') {
    for (const word of outerWords(name)) await matchBy(db, id, word, { whole: false });
  }
  documents.addNames(table, seq, [name, ...others]);
}
