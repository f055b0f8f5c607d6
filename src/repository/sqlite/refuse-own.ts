import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { OnRecordError } from '../../domain/errors.js';
import { BESIDE } from './replace-file.js';

/** Refuses to write what is read of a store to where the store is, or what SQLite has beside it. Throws an OnRecordError. */
export function refuseOwn(store: string, file: string): void {
  if (!existsSync(file)) return;
  const own = namesOf(store).flatMap((path) => ['', ...BESIDE].map((suffix) => path + suffix));
  if (namesOf(file).some((path) => own.includes(path))) {
    throw new OnRecordError('BAD_USER_INPUT', `${file} is the store itself, or belongs to it; name another file.`);
  }
}

/** Where a file stands: what is called so there, and what that leads to where it is a link. */
function namesOf(file: string): string[] {
  const path = resolve(file);
  const names = [join(realpathSync(dirname(path)), basename(path))];
  return [...names, realpathSync(path)];
}
