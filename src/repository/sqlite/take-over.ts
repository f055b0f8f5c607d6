import { existsSync } from 'node:fs';
import { OnRecordError } from '../../domain/errors.js';
import { NodeSqliteConnection } from './connection.js';
import { isBusy, isDamage, storeError } from './errors.js';
import { removeBeside } from './replace-file.js';

/**
 * Runs work that puts another file in the store’s place, while no other process has the store open. Until then the store is
 * made one file, its log written into it and taken away: a log that outlives its store would be taken for the new one’s.
 * Throws an OnRecordError (STORE_UNAVAILABLE) while another process has the store open.
 */
export function takeOver(file: string, work: () => void): void {
  if (!existsSync(file)) {
    removeBeside(file);
    work();
    return;
  }
  const connection = new NodeSqliteConnection(file, { readOnly: false, alone: true });
  try {
    if (!isOneFile(connection, file)) removeBeside(file);
    work();
  } finally {
    connection.close();
  }
}

/** Throws an OnRecordError (STORE_UNAVAILABLE) while another process has the store open. */
export function refuseWhileOpen(file: string): void {
  if (!existsSync(file)) return;
  const connection = new NodeSqliteConnection(file, { readOnly: false, alone: true });
  try {
    connection.exec('pragma locking_mode = exclusive; begin exclusive');
  } catch (error) {
    if (!isDamage(error)) throw inUse(file, error);
  } finally {
    connection.close();
  }
}

/** Makes the store one file that nobody else opens; gives whether it is whole enough for that. */
function isOneFile(connection: NodeSqliteConnection, file: string): boolean {
  try {
    connection.exec('pragma locking_mode = exclusive; pragma journal_mode = delete; begin exclusive');
    return true;
  } catch (error) {
    // What cannot be read is to be replaced all the more; nobody has it open, or the lock would have been refused before.
    if (isDamage(error)) return false;
    throw inUse(file, error);
  }
}

function inUse(file: string, error: unknown): unknown {
  if (!isBusy(error)) return storeError(file, error);
  return new OnRecordError(
    'STORE_UNAVAILABLE',
    `The store ${file} is open in another process, such as onrecord serve; end it, then try again.`,
    { cause: error },
  );
}
