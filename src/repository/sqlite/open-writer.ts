import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Kysely } from 'kysely';
import { OnRecordError } from '../../domain/errors.js';
import { NodeSqliteConnection, type StatementMeter } from './connection.js';
import { StoreDialect } from './dialect.js';
import { storeError } from './errors.js';
import { pendingMigrations } from './migrate.js';
import { whenUnlocked } from './patience.js';
import type { Tables } from './tables.js';

/** FULL: an acknowledged write outlives a loss of power, not only the end of the process. */
export const STEADY = 'pragma synchronous = full; pragma cache_size = -16384';
/** As STEADY, with a longer log before it goes into the file: each time it does, whoever reads beside waits for the disk. */
export const BATCH = `${STEADY}; pragma wal_autocheckpoint = 8192`;
/** Of what was committed last something may be lost with the power; more memory, and fewer turns to the file itself. */
export const BULK = 'pragma synchronous = normal; pragma cache_size = -122880; pragma wal_autocheckpoint = 65536';
/** For the indexes that are made after such a load: rows are sorted in as much memory as the cache may take, beside the cache. */
export const SORTING = 'pragma cache_size = -16384';

/** Opens the connection that writes, and makes the file and its folder where they are missing. Throws an OnRecordError (STORE_UNAVAILABLE). */
export async function openWriter(file: string, settings: string, meter?: StatementMeter): Promise<Kysely<Tables>> {
  return (await openWriterWith(file, settings, meter)).db;
}

/** As `openWriter`, with the connection itself, for whoever reads and writes very many rows. */
export async function openWriterWith(
  file: string,
  settings: string,
  meter?: StatementMeter,
): Promise<{ readonly db: Kysely<Tables>; readonly connection: NodeSqliteConnection }> {
  makeFolder(dirname(resolve(file)));
  let connection: NodeSqliteConnection | undefined;
  try {
    const opened = new NodeSqliteConnection(file, { readOnly: false, meter });
    connection = opened;
    const db = new Kysely<Tables>({ dialect: new StoreDialect({ database: opened }) });
    // Before anything is written: the database of another program stays as it is, to the byte.
    await whenUnlocked(() => pendingMigrations(db, file));
    await whenUnlocked(() => opened.exec(`pragma journal_mode = wal; ${settings}`));
    return { db, connection: opened };
  } catch (error) {
    connection?.close();
    throw storeError(file, error);
  }
}

/** Makes a folder and those around it. One by one: where none can be made, as in /proc, Node's own way never ends. */
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (isFolder(folder)) return;
    throw new OnRecordError('STORE_UNAVAILABLE', `The store’s folder ${folder} cannot be made.`, { cause: error });
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
