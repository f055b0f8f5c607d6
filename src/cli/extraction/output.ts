import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { OnRecordError } from '../../domain/errors.js';
import { reasonOf } from '../reason.js';

/** Where lines are written. */
export interface Output {
  write(line: string): Promise<void>;
}

/**
 * Has `work` write a file, which is there when the work is done and not before: until then its lines stand in another
 * one beside it. When the work throws, whatever was at `path` is as it was. A device is written as it comes.
 */
export async function writingFile<T>(path: string, work: (output: Output) => Promise<T>): Promise<T> {
  const target = await targetOf(path);
  const partial = target.isDevice ? target.path : `${target.path}.${process.pid}.partial`;
  const file = await orWriteError(path, () => open(partial, target.isDevice ? 'w' : 'wx'));
  try {
    const outcome = await work({ write: (line) => orWriteError(path, () => file.appendFile(line)) });
    await file.close();
    if (!target.isDevice) await orWriteError(path, () => rename(partial, target.path));
    return outcome;
  } catch (error) {
    await discard(file, target.isDevice ? null : partial);
    throw error;
  }
}

/** The file behind a path, through links to it, and whether it is something else than a file. */
async function targetOf(path: string): Promise<{ readonly path: string; readonly isDevice: boolean }> {
  try {
    const real = await realpath(path);
    return { path: real, isDevice: !(await stat(real)).isFile() };
  } catch {
    return { path: join(dirname(path), basename(path)), isDevice: false };
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
