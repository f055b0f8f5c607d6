import { existsSync, statSync } from 'node:fs';
import { OnRecordError } from '../../domain/errors.js';
import { NodeSqliteConnection } from './connection.js';
import { isDamage, storeError, unavailable } from './errors.js';
import { fileError } from './file-error.js';
import { openReading, refuseMissing } from './open-reading.js';
import { whenUnlocked } from './patience.js';
import { refuseOwn } from './refuse-own.js';
import { partialName, putInPlace, removeDatabase } from './replace-file.js';
import { seal } from './seal.js';
import { storeInfo } from './store-info.js';

export interface BackupOptions {
  readonly store: string;
  /** Where the backup goes. */
  readonly file: string;
  /** Whether it may take the place of a file that is there. */
  readonly force: boolean;
}

/** What was written. */
export interface Backup {
  readonly articles: number;
  readonly bytes: number;
}

/**
 * Writes a copy of a store as it is at one moment, in one file, which is whole or not there. Throws an OnRecordError where
 * the store cannot be read, or the file not be written.
 *
 * SQLite writes the copy in one transaction that reads (VACUUM INTO): writers go on, and however much they write, it comes
 * to its end, where the backup interface begins anew each time that another process writes. What was deleted is not in it.
 */
export async function backupStore({ store, file, force }: BackupOptions): Promise<Backup> {
  refuseMissing(store);
  if (!force) refuseExisting(file);
  refuseOwn(store, file);
  refuseDevice(file);
  let partial: string | undefined;
  try {
    // What is no store is not copied.
    await storeInfo(store);
    partial = partialName(file);
    await copyInto(store, partial, file);
    const { articles } = await storeInfo(partial);
    await seal(partial);
    const bytes = statSync(partial).size;
    putInPlace(partial, file, { replace: force });
    return { articles, bytes };
  } catch (error) {
    throw fileError(file, error);
  } finally {
    if (partial !== undefined) removeDatabase(partial);
  }
}

function refuseExisting(file: string): void {
  if (!existsSync(file)) return;
  throw new OnRecordError('CONFLICT', `There is a file ${file} already; name another, or give --force to replace it.`);
}

/** What replaces a device or a pipe takes it away from others. */
function refuseDevice(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined || found.isFile() || found.isDirectory()) return;
  throw new OnRecordError('BAD_USER_INPUT', `${file} is no ordinary file; name another.`);
}

async function copyInto(store: string, partial: string, file: string): Promise<void> {
  let reading: NodeSqliteConnection | undefined;
  try {
    reading = await whenUnlocked(() => openReading(store));
    reading.prepare('vacuum into ?').run([partial]);
  } catch (error) {
    throw isDamage(error) ? storeError(store, error) : unavailable(`The backup ${file}`, error);
  } finally {
    reading?.close();
  }
}
