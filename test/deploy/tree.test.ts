import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { post } from '../support/running-service.js';
import { damageOf } from '../support/store-content.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Nobody’s account, for whoever may choose another; the tests of others run as themselves. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
const MIB = 1024 * 1024;

/** Not where other temporary files are: nothing may be run from a memory disk on many a machine. */
const folder = mkdtempSync('/tmp/onrecord-');
const tree = join(folder, 'tree');
const state = join(folder, 'state');
const node = join(tree, 'runtime', 'node');
const command = join(tree, 'bin', 'onrecord.js');
const environment = {
  NODE_ENV: 'production',
  NODE_DISABLE_COMPILE_CACHE: '1',
  PORT: '0',
  ONRECORD_STORE: join(state, 'onrecord.db'),
};

beforeAll(() => {
  chmodSync(folder, 0o755);
  mkdirSync(state, { mode: 0o700 });
  if (NOBODY.uid !== undefined) chownSync(state, NOBODY.uid, NOBODY.gid);
  execFileSync(join(ROOT, 'deploy', 'build-image.sh'), [tree], { stdio: 'pipe' });
});
afterAll(() => {
  execFileSync('chmod', ['-R', 'u+w', folder]);
  rmSync(folder, { recursive: true });
});

/** Runs a program of the tree to its end, as nobody and with nothing of the tests’ own environment. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = environment) {
  const { status, stdout, stderr } = spawnSync(node, args, { cwd: state, env, encoding: 'utf8', ...NOBODY });
  return { status, stdout, stderr };
}

function filesBelow(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Waits until the server of a process listens, and gives its origin. */
async function listening(server: ChildProcess): Promise<string> {
  let said = '';
  for (;;) {
    const [chunk] = await once(server.stdout ?? server, 'data');
    said += String(chunk);
    const [, origin] = /Server listening at (http:[^"\s]+)/.exec(said) ?? [];
    if (origin !== undefined) return origin;
  }
}

test('the tree is small: the program without the libraries of its development', () => {
  const bytes = filesBelow(tree).map((path) => statSync(path).size);
  const runtime = statSync(node).size;
  expect(bytes.reduce((sum, size) => sum + size, -runtime)).toBeLessThan(30 * MIB);
  expect(readdirSync(join(tree, 'node_modules')).length).toBeLessThan(10);
});

test('nobody can write in the tree, and everybody can read it', () => {
  const writable = filesBelow(tree).filter((path) => (statSync(path).mode & 0o222) !== 0);
  const hidden = filesBelow(tree).filter((path) => (statSync(path).mode & 0o004) === 0);
  expect({ writable, hidden }).toEqual({ writable: [], hidden: [] });
});

test('an account without rights serves from the tree, is found healthy, and ends when it is told', async () => {
  const before = filesBelow(tree);
  const server = spawn(node, [command, 'serve'], {
    cwd: state,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...NOBODY,
  });
  let complaints = '';
  server.stderr.on('data', (chunk) => {
    complaints += String(chunk);
  });
  const ended = once(server, 'close');
  try {
    const origin = await Promise.race([listening(server), ended.then(() => Promise.reject(new Error(complaints)))]);
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    const { data } = await post(`${origin}/graphql`, '{"query":"{ articles(first: 1) { totalCount } }"}');
    expect(data.articles.totalCount).toBe(5);
    const { port } = new URL(origin);
    expect(run([join(tree, 'bin', 'healthcheck.mjs')], { PORT: port })).toMatchObject({ status: 0, stderr: '' });
    server.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(run([join(tree, 'bin', 'healthcheck.mjs')], { PORT: port })).toMatchObject({ status: 1, stderr: '' });
  } finally {
    server.kill('SIGKILL');
  }
  expect(complaints).toBe('');
  expect(filesBelow(tree)).toEqual(before);
  expect(readdirSync(state)).toEqual(['onrecord.db']);
  expect(damageOf(environment.ONRECORD_STORE)).toEqual([]);
});

test('the tree reads articles: its libraries and models are all there', () => {
  const article = join(tree, 'seeds', '01-letter-confirmed.md');
  accessSync(article, constants.R_OK);
  const { status, stdout, stderr } = run([command, 'extract', article]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('Kim Yo Jong');
});

test('a folder that is there is refused, and stays as it is', () => {
  const before = readdirSync(state);
  const { status, stderr } = spawnSync(join(ROOT, 'deploy', 'build-image.sh'), [state], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: expect.stringMatching(/^build-image\.sh: .* is there already/),
  });
  expect(readdirSync(state)).toEqual(before);
});
