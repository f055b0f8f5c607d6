import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../bin/onrecord.js', import.meta.url));
const FRONT_PAGE = new URL('../schema/operations/front-page.graphql', import.meta.url);

/**
 * Starts the service that was built on a store of its own, asks it for its front page and ends it. What was compiled for
 * that is kept (bin/program.js), so that no start after it compiles it again. Throws an Error when it does not answer.
 */
export async function startOnce() {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-first-start-'));
  const env = { NODE_ENV: 'production', PORT: '0', ONRECORD_STORE: join(folder, 'onrecord.db') };
  const service = spawn(process.execPath, [COMMAND, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(service, 'exit');
  try {
    await askFrontPage(await originOf(service));
  } finally {
    service.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true });
  }
}

/** Where a service listens, from its log. */
async function originOf(/** @type {import('node:child_process').ChildProcessByStdio} */ service) {
  for await (const line of createInterface(service.stdout)) {
    const [, origin] = /Server listening at (http:[^"\s]+)/u.exec(line) ?? [];
    if (origin !== undefined) return origin;
  }
  throw new Error('The service that was built does not start.');
}

async function askFrontPage(/** @type {string} */ origin) {
  const body = JSON.stringify({ query: readFileSync(FRONT_PAGE, 'utf8') });
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${origin}/graphql`, { method: 'POST', headers, body });
  const { data } = await response.json();
  if (!data) throw new Error(`The service that was built answers its front page with ${response.status}.`);
}
