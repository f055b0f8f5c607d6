import { access, constants, type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { OnRecordError } from '../../domain/errors.js';
import { reasonOf } from '../reason.js';

/** Where lines are written. */
export interface Output {
  write(line: string): Promise<void>;
}

/**
 * Has `work` write a file, which is there when the work is done and not before: until then its lines stand in another
 * one beside it. When the work throws, whatever was at `path` is as it was. A file that was there keeps its mode. A device is
 * written as it comes. Throws an OnRecordError where the file cannot be written, also where one is there that may not be.
 */
export async function writingFile<T>(path: string, work: (output: Output) => Promise<T>): Promise<T> {
  const target = await targetOf(path);
  const partial = target.isDevice ? target.path : `${target.path}.${process.pid}.partial`;
  const { mode } = target;
  // To replace a file it takes no right to write it, but who took that right away meant it to stay.
  if (mode !== null) await orWriteError(path, () => access(target.path, constants.W_OK));
  const file = await orWriteError(path, () => open(partial, target.isDevice ? 'w' : 'wx', mode ?? undefined));
  try {
    if (mode !== null) await orWriteError(path, () => file.chmod(mode));
    const outcome = await work({ write: (line) => orWriteError(path, () => file.appendFile(line)) });
    await file.close();
    if (!target.isDevice) await orWriteError(path, () => rename(partial, target.path));
    return outcome;
  } catch (error) {
    await discard(file, target.isDevice ? null : partial);
    throw error;
  }
}

/** Where a path leads. */
interface Target {
  readonly path: string;
  /** Whether something else than a file is there. */
  readonly isDevice: boolean;
  /** The permissions of the file that is there; null where none is. */
  readonly mode: number | null;
}

/** What is behind a path, through links to it. */
async function targetOf(path: string): Promise<Target> {
  try {
    const real = await realpath(path);
    const found = await stat(real);
    return found.isFile()
      ? { path: real, isDevice: false, mode: found.mode & 0o7777 }
      : { path: real, isDevice: true, mode: null };
  } catch {
    return { path: join(dirname(path), basename(path)), isDevice: false, mode: null };
  }
}

async function discard(file: FileHandle, partial: string | null): Promise<void> {
  await file.close().catch(() => undefined);
  if (partial !== null) await rm(partial, { force: true });
}

async function orWriteError<T>(path: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (cause) {
    throw new OnRecordError('BAD_USER_INPUT', `${path}: Cannot be written: ${reasonOf(cause)}`, { cause });
  }
}
