import { existsSync, statSync } from 'node:fs';
import { OnRecordError } from '../../domain/errors.js';
import { NodeSqliteConnection, type Watchers } from './connection.js';
import { isUnwritable } from './errors.js';

/**
 * Opens a connection that only reads, also where nothing can be written: SQLite then cannot make the files beside the store
 * by which those who read and write at once know of each other. Without a log of what was written last nobody has it open
 * to write, and it is read as it stands. Throws SQLite's error where it cannot be read.
 */
export function openReading(file: string, watchers: Watchers = {}): NodeSqliteConnection {
  const connection = new NodeSqliteConnection(file, { readOnly: true, ...watchers });
  try {
    // Only what is read tells whether it can be.
    connection.exec('select 1 from sqlite_schema limit 1');
    return connection;
  } catch (error) {
    connection.close();
    if (!isUnwritable(error) || hasLog(file)) throw error;
    return new NodeSqliteConnection(file, { readOnly: true, ...watchers, immutable: true });
  }
}

/** Whether some of the store stands in its log alone. */
function hasLog(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Throws an OnRecordError where there is no file: whoever only looks at a store makes none. */
export function refuseMissing(file: string): void {
  if (existsSync(file)) return;
  throw new OnRecordError('STORE_UNAVAILABLE', `There is no store ${file}; name another file (--store).`);
}
