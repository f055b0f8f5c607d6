import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../', import.meta.url);
const GAUGE = new URL('gauge.mjs', import.meta.url).href;

/** The programs that answer: each takes PORT and ONRECORD_STORE from its environment. */
export const PROGRAMS = {
  service: ['bin/onrecord.js', 'serve'],
  handler: ['bench/handler.ts'],
  'stock-apollo': ['bench/peers/stock-apollo/server.ts'],
  yoga: ['bench/peers/yoga/server.ts'],
  mercurius: ['bench/peers/mercurius/server.ts'],
  'mercurius-lean': ['bench/peers/mercurius/server.ts', 'lean'],
  postgraphile: ['bench/peers/postgraphile/server.ts'],
} as const;

/** What the gauge of a server tells: bytes in memory, and the SQL since it was asked last. */
export interface Reading {
  readonly memory: number;
  readonly statements: readonly { readonly sql: string; readonly runs: number; readonly milliseconds: number }[];
}

export interface ServerOptions {
  readonly store: string;
  /** Times SQL statements too, which costs the server a little. */
  readonly withSql?: boolean;
  /** Nothing but the program itself is loaded; there is no reading then. */
  readonly bare?: boolean;
  /** Any free one where it is left out. */
  readonly port?: number;
}

/** How long a server may take to its first answer: one of them copies the whole store before it. */
const PATIENCE = 600_000;
/** How long it is asked as often as possible. */
const ATTENTION = 5_000;

/** A server in a process of its own. */
export class Server {
  readonly url: string;
  /** Milliseconds from the start of the process to its first answer. */
  readonly firstAnswer: number;
  readonly #process: ChildProcess;

  private constructor(url: string, firstAnswer: number, process: ChildProcess) {
    this.url = url;
    this.firstAnswer = firstAnswer;
    this.#process = process;
  }

  /** Starts a program and waits until it answers a query; throws an Error when it ends before that. */
  static async start(
    program: keyof typeof PROGRAMS,
    { store, withSql = false, bare = false, port: wanted }: ServerOptions,
  ): Promise<Server> {
    const port = wanted ?? (await freePort());
    const url = `http://127.0.0.1:${port}/graphql`;
    const began = performance.now();
    const child = spawn(process.execPath, [...(bare ? [] : ['--import', GAUGE]), ...PROGRAMS[program]], {
      cwd: fileURLToPath(ROOT),
      env: {
        PORT: String(port),
        ONRECORD_STORE: store,
        ONRECORD_SEED: 'off',
        NODE_ENV: 'production',
        LOG_LEVEL: 'warn',
        ONRECORD_RATE_LIMIT: 'off',
        ...(withSql && { GAUGE: 'sql' }),
      },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    try {
      while (!(await answers(url))) {
        if (child.exitCode !== null) throw new Error(`${PROGRAMS[program].join(' ')} ended before it answered.`);
        const waited = performance.now() - began;
        if (waited > PATIENCE) throw new Error(`${PROGRAMS[program].join(' ')} does not answer.`);
        await setTimeout(waited < ATTENTION ? 2 : 200);
      }
      return new Server(url, performance.now() - began, child);
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
  }

  /** Reads the gauge, and sets its count of SQL to nothing. */
  async read(): Promise<Reading> {
    const answer = once(this.#process, 'message');
    this.#process.send({});
    const [reading]: Reading[] = await answer;
    if (reading === undefined) throw new Error('The gauge told nothing.');
    return reading;
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** Ends it in the middle of whatever it does. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill(signal);
    await ended;
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await ask(url, 'query First { articles(first: 1) { nodes { title } } }', { articles: 1 });
    return response.data !== undefined;
  } catch (error) {
    // Nobody listens yet, or it is asked for more than it can answer yet.
    if (error instanceof TypeError || String(error).startsWith('Error: HTTP 503 ')) return false;
    throw error;
  }
}

/** Asks one query and gives the whole answer; throws an Error when it is not one, or has errors. */
export async function ask(url: string, query: string, variables: object) {
  const body = JSON.stringify({ query, variables });
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const answer = (await response.json()) as { readonly data?: unknown; readonly errors?: unknown };
  if (response.status === 200 && answer.errors === undefined) return answer;
  throw new Error(`HTTP ${response.status} to ${body}: ${JSON.stringify(answer)}`);
}

/** A port of this machine that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
