import { closeSync, fsyncSync, linkSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** The files that SQLite may put beside a database. */
export const BESIDE = ['-journal', '-wal', '-shm'] as const;

/** A name beside a file for what is to take its place, of this process alone. What processes that were killed left is removed. */
export function partialName(file: string): string {
  const path = resolve(file);
  const pattern = /^\.(?<pid>\d+)\.partial(?:-journal|-wal|-shm)?$/u;
  for (const name of readdirSync(dirname(path))) {
    if (!name.startsWith(basename(path))) continue;
    const pid = Number(pattern.exec(name.slice(basename(path).length))?.groups?.['pid'] ?? 0);
    if (pid > 0 && !isRunning(pid)) rmSync(join(dirname(path), name), { force: true });
  }
  return `${path}.${process.pid}.partial`;
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else’s process is one, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Takes a database away, with whatever is beside it. */
export function removeDatabase(file: string): void {
  removeBeside(file);
  rmSync(file, { force: true });
}

export function removeBeside(file: string): void {
  for (const suffix of BESIDE) rmSync(`${file}${suffix}`, { force: true });
}

/** Puts a file that is whole in the place of another, so that after a loss of power one of the two is there. */
export function putInPlace(partial: string, file: string, { replace }: { readonly replace: boolean }): void {
  sync(partial);
  if (replace) renameSync(partial, file);
  else linkOnly(partial, file);
  // The folder says which file the name leads to. Windows cannot open one.
  if (process.platform !== 'win32') sync(dirname(resolve(file)));
}

/** Gives a file its name unless another one has it by now. */
function linkOnly(partial: string, file: string): void {
  try {
    linkSync(partial, file);
  } catch (error) {
    // Not all file systems have links.
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error;
    renameSync(partial, file);
    return;
  }
  rmSync(partial);
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
