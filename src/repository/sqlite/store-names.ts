import { sql, type Transaction } from 'kysely';
import type { AnyId } from '../../domain/identity.js';
import { nameKey } from '../../domain/names.js';
import { indexText } from '../../domain/search/index-text.js';
import type { Tables } from './tables.js';

/** Lets lists find somebody or something by these names. */
export async function knowNames(db: Transaction<Tables>, id: AnyId, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await db
      .insertInto('known_name')
      .values({ node_id: id, name_key: nameKey(name) })
      .onConflict((known) => known.doNothing())
      .execute();
  }
}

/** Lets lists and search find a person or organization by the canonical name and the aliases that the store has. */
export async function indexNames(db: Transaction<Tables>, table: 'person' | 'organization', id: AnyId): Promise<void> {
  const { seq, name, aliases } = await db
    .selectFrom(table)
    .select(['seq', 'name', 'aliases'])
    .where(sql`id`, '=', id)
    .executeTakeFirstOrThrow();
  const others: string[] = JSON.parse(aliases);
  await knowNames(db, id, [name, ...others]);
  await sql`insert or replace into ${sql.table(`search_${table}`)} (rowid, body)
    values (${seq}, ${indexText([name, ...others])})`.execute(db);
}
