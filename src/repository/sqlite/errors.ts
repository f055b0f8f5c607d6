import { OnRecordError } from '../../domain/errors.js';

/** SQLite's primary result codes that have a cause outside of this program. */
const BUSY = 5;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;

/** The extended code for a file that is no longer at its path. */
const MOVED = 1032;

const MESSAGES = new Map([
  [BUSY, 'is locked by another process that has been writing for more than ten seconds; try again when it is done'],
  [READONLY, 'cannot be written: the file, its folder or a file beside it (-wal, -shm) is read-only'],
  [IOERR, 'cannot be read or written: it is no ordinary file, or the disk reports an error'],
  [CORRUPT, 'is damaged: SQLite cannot read it; restore it from a backup'],
  [FULL, 'cannot grow: the disk is full'],
  [CANTOPEN, 'cannot be opened: check that the path is a file and that its folder can be written'],
  [NOTADB, 'is not a SQLite database; name another file or move this one away'],
  [MOVED, 'was replaced by another file while it was being opened; try again'],
]);

/** Whether SQLite refused because another connection holds the lock. */
export function isBusy(error: unknown): boolean {
  return resultCode(error) === BUSY;
}

/** Whether the file is there but no store can be made of it: its bytes are damaged, or are no database. */
export function isDamage(error: unknown): boolean {
  return [CORRUPT, NOTADB].includes(resultCode(error) ?? 0);
}

export function isFromSqlite(error: unknown): boolean {
  return extendedCode(error) !== undefined;
}

/** Whether the file or its folder cannot be written, be it that SQLite says so only by not opening it. */
export function isUnwritable(error: unknown): boolean {
  const cause = error instanceof OnRecordError ? error.cause : error;
  return extendedCode(cause) !== MOVED && [READONLY, CANTOPEN].includes(resultCode(cause) ?? 0);
}

/** Whether SQLite refused to end a transaction because none is open. */
export function isWithoutTransaction(error: unknown): boolean {
  return error instanceof Error && error.message.includes('no transaction is active');
}

/** The extended result codes for a reference that leads nowhere, and for an id that another record has. */
const FOREIGN_KEY = 787;
const TAKEN_IDS = [1555, 2067];

/** Turns an error of SQLite that the operator can act on into one that says what to do; gives any other back as it is. */
export function storeError(file: string, error: unknown): unknown {
  if (extendedCode(error) === FOREIGN_KEY) {
    return new OnRecordError(
      'BAD_USER_INPUT',
      'The articles name somebody or something that is neither in them nor in the store.',
      { cause: error },
    );
  }
  if (TAKEN_IDS.includes(extendedCode(error) ?? 0)) {
    return new OnRecordError('CONFLICT', 'Something in the articles has the id of something that is stored already.', {
      cause: error,
    });
  }
  return unavailable(`The store ${file}`, error);
}

/** As `storeError`, of a file that goes by another name than the store. */
export function unavailable(what: string, error: unknown): unknown {
  const message = MESSAGES.get(extendedCode(error) ?? 0) ?? MESSAGES.get(resultCode(error) ?? 0);
  return message === undefined
    ? error
    : new OnRecordError('STORE_UNAVAILABLE', `${what} ${message}.`, { cause: error });
}

function resultCode(error: unknown): number | undefined {
  const code = extendedCode(error);
  // The low byte of the extended code is the primary one.
  return code === undefined ? undefined : code & 0xff;
}

function extendedCode(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : undefined;
}
