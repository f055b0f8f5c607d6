import { type Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { OnRecordError } from '../../domain/errors.js';
import { MIGRATIONS } from './migrations/index.js';
import type { Tables } from './tables.js';

/** Marks a SQLite file as a store of On Record: "OnRc" as a number, set by the first migration. */
const APPLICATION_ID = 0x4f6e5263;

/**
 * Brings a store to this version, all pending migrations in one transaction, and gives the names of those that ran.
 * Throws an OnRecordError (STORE_UNAVAILABLE) for a database of another program and for a store of a newer version.
 */
export async function migrate(db: Kysely<Tables>, file: string): Promise<string[]> {
  const pending = await pendingMigrations(db, file);
  if (pending.length === 0) return [];
  return db.transaction().execute(async (transaction) => {
    const migrator = new Migrator({ db: transaction, provider: { getMigrations: async () => MIGRATIONS } });
    const { error, results } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
    return results?.map(({ migrationName }) => migrationName) ?? [];
  });
}

/** The names of the migrations that the store still needs; changes nothing. Throws as `migrate` does. */
export async function pendingMigrations(db: Kysely<Tables>, file: string): Promise<string[]> {
  const known = Object.keys(MIGRATIONS);
  const { rows: schema } = await sql<{ name: string }>`select name from sqlite_schema`.execute(db);
  const { rows: header } = await sql<{ application_id: number }>`pragma application_id`.execute(db);
  const applicationId = header[0]?.application_id ?? 0;
  if (schema.length === 0 && applicationId === 0) return known;
  if (applicationId !== APPLICATION_ID || !schema.some(({ name }) => name === 'kysely_migration')) {
    throw new OnRecordError(
      'STORE_UNAVAILABLE',
      `The store ${file} is the database of another program, not one of On Record; name another file.`,
    );
  }
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  const unknown = rows.find(({ name }) => !known.includes(name));
  if (unknown !== undefined) {
    throw new OnRecordError(
      'STORE_UNAVAILABLE',
      `The store ${file} is of a newer version of On Record (it has the migration ${unknown.name}); update onrecord to use it.`,
    );
  }
  const executed = rows.map(({ name }) => name);
  return known.filter((name) => !executed.includes(name));
}
