import { chmodSync, chownSync, constants, copyFileSync, existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { OnRecordError } from '../../domain/errors.js';
import { checkStore, type StoreCheck } from './check/check-store.js';
import { fileError } from './file-error.js';
import { migrateStore } from './migrate-store.js';
import { makeFolder } from './open-writer.js';
import { partialName, putInPlace, removeDatabase } from './replace-file.js';
import { sealOf, unseal } from './seal.js';
import { storeInfo } from './store-info.js';
import { refuseWhileOpen, takeOver } from './take-over.js';

export interface RestoreOptions {
  /** The backup. */
  readonly file: string;
  readonly store: string;
  /** Whether the store that is there may be replaced. */
  readonly force: boolean;
}

/**
 * Puts a backup in the place of a store, once it is found whole; gives what was found, and with findings the store is as it
 * was. At any moment the store is the old one or the new. Throws an OnRecordError that says why it cannot be done.
 */
export async function restoreStore({ file, store, force }: RestoreOptions): Promise<StoreCheck> {
  const target = existsSync(store) ? realpathSync(store) : resolve(store);
  await refuseBackup(file, target);
  if (!force && existsSync(target)) {
    const message = `There is a store ${store} already; name another (--store), or give --force to replace it.`;
    throw new OnRecordError('CONFLICT', message);
  }
  refuseWhileOpen(target);
  let partial: string | undefined;
  try {
    makeFolder(dirname(target));
    partial = partialName(target);
    await copyBackup(file, partial);
    const check = await checkStore(partial);
    if (check.count > 0) return check;
    keepOwner(target, partial);
    const copy = partial;
    takeOver(target, () => putInPlace(copy, target, { replace: force }));
    return check;
  } catch (error) {
    throw fileError(store, error);
  } finally {
    if (partial !== undefined) removeDatabase(partial);
  }
}

/** Refuses what is no backup, before anything is copied. */
async function refuseBackup(file: string, target: string): Promise<void> {
  if (!existsSync(file)) throw new OnRecordError('BAD_USER_INPUT', `There is no backup ${file}.`);
  if (realpathSync(file) === target) {
    throw new OnRecordError('BAD_USER_INPUT', `${file} is the store itself; name a backup of it.`);
  }
  if ((statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) {
    const message = `${file} is a store in use, or one that was not closed: beside it is its log, ${file}-wal. Make a backup of it with “onrecord backup --store ${file}”, and restore that.`;
    throw new OnRecordError('BAD_USER_INPUT', message);
  }
  await storeInfo(file);
}

/** Copies a backup and brings the copy to this version: what is checked afterwards is what will be the store. */
async function copyBackup(file: string, partial: string): Promise<void> {
  copyFileSync(file, partial, constants.COPYFILE_EXCL);
  // Backups are often kept where nobody may write them.
  chmodSync(partial, (statSync(file).mode & 0o7777) | 0o600);
  const state = await sealOf(partial);
  if (state === 'BROKEN') {
    const message = `The backup ${file} is damaged, or was changed since it was made: its bytes are not those that were written. Restore another one.`;
    throw new OnRecordError('BAD_USER_INPUT', message);
  }
  if (state === 'WHOLE') await unseal(partial);
  if ((await storeInfo(partial)).pending.length > 0) await migrateStore(partial);
}

/** The new store is whose the old one was, and they may do with it what they might: the service is often another user. */
function keepOwner(target: string, partial: string): void {
  const old = statSync(existsSync(target) ? target : dirname(target));
  if (existsSync(target)) chmodSync(partial, old.mode & 0o7777);
  try {
    chownSync(partial, old.uid, old.gid);
  } catch {
    // Only root may give files away.
  }
}
