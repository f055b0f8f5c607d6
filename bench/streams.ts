// Ways to take articles into a store for as long as something else is measured.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const PUBLISHER = 'The Bench Courier';
const PUBLISHED = '2021-05-06T12:00:00Z';

const INGEST = `mutation Send($input: IngestArticleInput!) {
  ingestArticle(input: $input) { outcome userErrors { message } }
}`;

/** Articles that are stored one after the other until it is stopped. */
export interface Stream {
  /** How many are stored so far. */
  readonly stored: number;
  /** When the first one is. */
  readonly begun: Promise<unknown>;
  /** Throws an Error where there was nothing left to store: nothing has been measured then. */
  stop(): Promise<void>;
}

/** `onrecord ingest` in a process of its own, with one worker of low priority. */
export class Batch implements Stream {
  stored = 0;
  readonly begun: Promise<unknown>;
  readonly #process: ChildProcess;

  constructor(file: string, articles: readonly object[], store: string) {
    writeFileSync(file, articles.map((article) => JSON.stringify(article)).join('\n'));
    const args = ['ingest', file, '--publisher', PUBLISHER, '--published-at', PUBLISHED, '--store', store];
    const child = spawn(process.execPath, ['bin/onrecord.js', ...args, '--workers', '1', '--low-priority', '--json'], {
      cwd: ROOT,
      env: {},
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const lines = createInterface(child.stdout);
    lines.on('line', (line) => {
      if (line.includes('"CREATED"')) this.stored++;
    });
    this.begun = once(lines, 'line');
    this.#process = child;
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.stored === 0) throw new Error('onrecord ingest ended by itself.');
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGINT');
    await ended;
  }
}

/** A client that sends articles to the service, each when the one before is stored. */
export class Sender implements Stream {
  stored = 0;
  readonly begun: Promise<unknown>;
  readonly #sent: Promise<void>;
  #stopped = false;

  constructor(url: string, key: string, articles: readonly object[]) {
    const rest = [...articles];
    const send = async () => {
      const input = { ...rest.shift(), publisher: PUBLISHER, publishedAt: PUBLISHED };
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
      const body = JSON.stringify({ query: INGEST, variables: { input } });
      const answer = await (await fetch(url, { method: 'POST', headers, body })).text();
      if (!answer.includes('"CREATED"')) throw new Error(answer);
      this.stored++;
    };
    this.begun = send();
    this.#sent = this.begun.then(async () => {
      while (!this.#stopped) await send();
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#sent;
  }
}

/** Makes a key with which articles can be sent to a service on this store. */
export function makeKey(store: string): string {
  const args = ['bin/onrecord.js', 'key', 'create', 'bench', '--scope', 'ingest', '--store', store];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  if (status === 0) return stdout.trim();
  throw new Error(`onrecord key create ended with ${status}: ${stderr}`);
}
