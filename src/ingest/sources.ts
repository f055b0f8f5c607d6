import { glob, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { OnRecordError } from '../domain/errors.js';
import { LARGEST_ROWS } from './limits.js';
import type { Source } from './source-document.js';

/** What stands for standard input among the names of sources. */
const STANDARD = '-';

/** The kinds of files that a folder is searched for. */
const IN_FOLDERS = '**/*.{md,markdown,txt,html,htm,xhtml,xml,rss,atom,json,jsonl,ndjson}';

/** Where one source is: what `sourcesAt` finds, before it is read. */
export type SourcePlace =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'standard' };

/**
 * The sources that a name stands for: an address, standard input (`-`), a file, all files of a folder and of those in it,
 * or those that a glob pattern matches; in the order of their paths. Throws an OnRecordError where there is none.
 */
export async function placesOf(name: string): Promise<SourcePlace[]> {
  if (name === STANDARD) return [{ kind: 'standard' }];
  if (/^https?:\/\//iu.test(name)) return [{ kind: 'address', url: name }];
  const found = await stat(name).catch(() => undefined);
  if (found?.isDirectory()) return filesOf(glob(IN_FOLDERS, { cwd: name }), name, `There are no documents in ${name}.`);
  if (found !== undefined) return [{ kind: 'file', path: name }];
  if (/[*?[{]/u.test(name)) return filesOf(glob(name), '', `Nothing matches ${name}.`);
  throw new OnRecordError('BAD_USER_INPUT', `There is no file, folder or address ${name}.`);
}

async function filesOf(names: AsyncIterable<string>, folder: string, ifNone: string): Promise<SourcePlace[]> {
  const paths: string[] = [];
  for await (const name of names) paths.push(join(folder, name));
  const files: SourcePlace[] = [];
  for (const path of paths.sort()) if ((await stat(path)).isFile()) files.push({ kind: 'file', path });
  if (files.length === 0) throw new OnRecordError('BAD_USER_INPUT', ifNone);
  return files;
}

/** Reads a file or standard input. Throws an OnRecordError that says why it cannot be read. */
export async function readSource(place: Exclude<SourcePlace, { kind: 'address' }>): Promise<Source> {
  if (place.kind === 'standard') return { bytes: await buffer(process.stdin), name: 'standard input' };
  try {
    const { size } = await stat(place.path);
    if (size > LARGEST_ROWS) throw new RangeError(`it has ${size} bytes, and at most ${LARGEST_ROWS} are read`);
    return { bytes: await readFile(place.path), name: place.path };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new OnRecordError('BAD_USER_INPUT', `${place.path} cannot be read: ${reason}.`, { cause });
  }
}

/** The name under which the store remembers a source; standard input has none. */
export function sourceName(place: SourcePlace): string | null {
  if (place.kind === 'standard') return null;
  return place.kind === 'file' ? resolve(place.path) : place.url;
}
