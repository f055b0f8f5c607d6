import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { OnRecordError } from '../../domain/errors.js';

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

/** Standard output, for the time of `work`. Whoever reads it may have had enough: then the work ends and nothing is wrong. */
export async function writingStandardOutput(work: (output: Output) => Promise<void>): Promise<void> {
  const { stdout } = process;
  const ignore = () => undefined;
  stdout.on('error', ignore);
  try {
    await work({
      write: (line) =>
        new Promise((resolve, reject) => {
          stdout.write(line, (error) => (error ? reject(error) : resolve()));
        }),
    });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  } finally {
    stdout.off('error', ignore);
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
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new OnRecordError('BAD_USER_INPUT', `${path}: Cannot be written: ${reason}`, { cause });
  }
}
