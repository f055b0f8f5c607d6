import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  createReadStream,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const SEED = 1;

/** The built files that decide what a generated store has in it. */
const MAKERS = ['domain', 'repository/generated', 'repository/sqlite/migrations', 'repository/sqlite/rows']
  .map((folder) => `dist/${folder}/**/*.js`)
  .concat('dist/repository/sqlite/{store-*,slugs,migrate}.js', 'dist/repository/search.js');

/** A generated store, and what it took to make it: null where it was not made here. */
export interface GeneratedStore {
  readonly articles: number;
  readonly file: string;
  readonly bytes: number;
  readonly made: { readonly seconds: number; readonly peakMemory: number } | null;
  /** Whether this run made it. */
  readonly isNew: boolean;
}

/**
 * The store with this many articles, generated where the folder does not have it yet. Its name says what made it: a store
 * of another version is not used.
 */
export async function generatedStore(folder: string, articles: number): Promise<GeneratedStore> {
  mkdirSync(folder, { recursive: true });
  const name = join(folder, `${articles}-articles-${makersHash()}`);
  const file = `${name}.db`;
  const isNew = !existsSync(file);
  if (isNew) await generate(articles, file, `${name}.json`);
  const made = existsSync(`${name}.json`) ? JSON.parse(readFileSync(`${name}.json`, 'utf8')) : null;
  return { articles, file, bytes: statSync(file).size, made, isNew };
}

/** Runs `onrecord generate` and keeps the store under its name only when it is complete. */
async function generate(articles: number, file: string, record: string): Promise<void> {
  const partial = `${file}.partial`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${partial}${suffix}`, { force: true });
  process.stderr.write(`Generating ${articles} articles into ${file} …\n`);
  const args = ['generate', '--articles', String(articles), '--seed', String(SEED), '--store', partial, '--json'];
  const began = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', new URL('gauge.mjs', import.meta.url).href, 'bin/onrecord.js', ...args],
    { cwd: ROOT, env: { GAUGE: 'peak' }, stdio: ['ignore', 'ignore', 'inherit', 'pipe'] },
  );
  const [peak, [code]] = await Promise.all([text(peakOf(child.stdio[3])), once(child, 'exit')]);
  const seconds = (performance.now() - began) / 1000;
  if (code !== 0) throw new Error(`onrecord generate ended with ${code}.`);
  writeFileSync(record, JSON.stringify({ seconds, peakMemory: Number(peak) * 1024 }));
  renameSync(partial, file);
}

function peakOf(stream: unknown): NodeJS.ReadableStream {
  if (typeof stream === 'object' && stream !== null && 'read' in stream) return stream as NodeJS.ReadableStream;
  throw new TypeError('The gauge has no stream.');
}

function makersHash(): string {
  const hash = createHash('sha256');
  for (const path of globSync(MAKERS, { cwd: ROOT }).toSorted()) hash.update(readFileSync(join(ROOT, path)));
  return hash.digest('hex').slice(0, 12);
}

/**
 * Reads a store from one end to the other, so that what is measured afterwards is no disk. It is done again before each
 * measurement: virtual machines give back what they keep of files within minutes.
 */
export async function readOnce(file: string): Promise<void> {
  for await (const _chunk of createReadStream(file, { highWaterMark: 2 ** 20 }));
}
