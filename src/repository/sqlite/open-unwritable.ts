import { statSync } from 'node:fs';
import { Kysely, sql } from 'kysely';
import { OnRecordError } from '../../domain/errors.js';
import { StoreDialect } from './dialect.js';
import { isBusy } from './errors.js';
import { pendingMigrations } from './migrate.js';
import { openReading } from './open-reading.js';
import type { Tables } from './tables.js';

/**
 * What stands for the connection that writes where nothing can be written: SQLite refuses each attempt, and that is what
 * whoever writes is told. Throws where the store cannot be read, or not without being brought to this version.
 */
export async function openUnwritable(file: string): Promise<Kysely<Tables>> {
  const db = new Kysely<Tables>({ dialect: new StoreDialect({ database: openReading(file) }) });
  try {
    const pending = await pendingMigrations(db, file);
    if (pending.length === 0) return db;
    const message = `The store ${file} is of an older version (it lacks ${pending.join(', ')}), and cannot be brought to this one: it is read-only.`;
    throw new OnRecordError('STORE_UNAVAILABLE', message);
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/** Throws SQLite’s error where the store cannot be written; that another process writes at this moment does no harm. */
export async function refuseUnwritable(db: Kysely<Tables>): Promise<void> {
  try {
    // Transactions alone are let begin.
    await sql`delete from feed where false`.execute(db);
  } catch (error) {
    if (!isBusy(error)) throw error;
  }
}

/** Whether there is anything that may be a store. */
export function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
