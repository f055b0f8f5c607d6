import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as withFolder } from './temporary.js';
import { UNHURRIED } from './unhurried.js';

const COMMAND = fileURLToPath(new URL('../../bin/onrecord.js', import.meta.url));

/** Where a command keeps its store when nobody says otherwise, below the folder that it runs in. */
export const STORE = join('data', 'onrecord.db');

type Environment = Readonly<Record<string, string>>;

/** Who runs a command; whoever runs the tests, if nothing is said. */
export interface User {
  readonly uid?: number;
  readonly gid?: number;
}

/** How a process ended, and all that it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** One line of the server's log. */
export interface LogLine {
  readonly level: number;
  readonly time: number;
  readonly msg: string;
  readonly reqId?: string;
}

/** A process of the command: what it has written so far, and its end. */
export class Running {
  readonly ended: Promise<Ended>;
  readonly #child: ChildProcess;
  #stdout = '';
  #stderr = '';

  constructor(
    { folder, user }: { readonly folder: string; readonly user: User },
    args: readonly string[],
    environment: Environment,
    input: string | undefined,
  ) {
    this.#child = spawn(process.execPath, [COMMAND, ...args], {
      ...{ cwd: folder, ...user },
      // Nothing of the tests' own environment: PORT and NODE_ENV mean something here.
      env: { PATH: process.env['PATH'], ...environment },
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    this.#child.stdin?.end(input);
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#stdout += text;
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr += text;
    });
    this.ended = once(this.#child, 'close').then(([code, signal]) => ({
      code,
      signal,
      stdout: this.#stdout,
      stderr: this.#stderr,
    }));
  }

  /** The number of the process; throws an Error where none began. */
  get pid(): number {
    if (this.#child.pid === undefined) throw new Error('onrecord did not begin.');
    return this.#child.pid;
  }

  /** Sends a signal and waits for the end; a process that has ended already keeps the end it had. */
  stop(signal: NodeJS.Signals): Promise<Ended> {
    this.#child.kill(signal);
    return this.ended;
  }

  /** Waits until standard output matches; throws what the process wrote when it ends without. */
  async said(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(this.#stdout);
      if (match !== null) return match;
      const heard = this.#child.stdout ? once(this.#child.stdout, 'data').then(() => undefined) : undefined;
      const ended = await Promise.race([heard, this.ended]);
      if (ended !== undefined && !pattern.test(ended.stdout)) {
        throw new Error(`onrecord ended without writing ${pattern}: ${JSON.stringify(ended)}`);
      }
    }
  }

  /** The lines of the log so far. */
  log(): LogLine[] {
    return this.#stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line): LogLine => JSON.parse(line));
  }
}

/** A server that answers; `url` is that of its GraphQL endpoint. */
export interface RunningServer {
  readonly url: string;
  readonly process: Running;
}

/** The `onrecord` command as a user runs it, in a folder. */
export class OnRecord {
  /** Who runs what is started from now on. */
  user: User = {};
  readonly #folder: string;
  readonly #started: Running[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Starts the command and does not wait; `input` is all that comes to its standard input. */
  start(args: readonly string[], environment: Environment = {}, input?: string): Running {
    const running = new Running({ folder: this.#folder, user: this.user }, args, environment, input);
    this.#started.push(running);
    return running;
  }

  /** Runs the command to its end. */
  run(args: readonly string[], environment: Environment = {}, input?: string): Promise<Ended> {
    return this.start(args, environment, input).ended;
  }

  /** Starts a server on a free port and waits until it listens. */
  async serve(environment: Environment = {}): Promise<RunningServer> {
    const process = this.start(['serve'], { PORT: '0', ...UNHURRIED, ...environment });
    const [, address] = await process.said(/Server listening at (http:[^"\s]+)/);
    return { url: `${address}/graphql`, process };
  }

  /** Ends what is still running of that which was started here. */
  async endAll(): Promise<void> {
    await Promise.all(this.#started.map((running) => running.stop('SIGKILL')));
  }
}

/** Tests with the command (`onrecord`) in a `folder` of their own; no process outlives its test. */
export const test = withFolder.extend('onrecord', ({ folder, onTestFinished }) => {
  const onrecord = new OnRecord(folder);
  onTestFinished(() => onrecord.endAll());
  return onrecord;
});
