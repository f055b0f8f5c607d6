// The process that asks: a load generator which does what its parent sends it, one job at a time.
import { Agent, request } from 'node:http';
import { setTimeout } from 'node:timers/promises';

/** Ask as often as possible for some seconds. */
export interface ThroughputJob {
  readonly kind: 'THROUGHPUT';
  readonly url: string;
  readonly query: string;
  /** Taken in turn, and again from the first when all were asked. */
  readonly variables: readonly object[];
  readonly connections: number;
  readonly seconds: number;
}

/** Ask each server its own questions over one connection, the servers in turn. */
export interface TimesJob {
  readonly kind: 'TIMES';
  readonly query: string;
  readonly servers: readonly { readonly url: string; readonly variables: readonly object[] }[];
}

/** Ask so often a second, whether answers come or not. */
export interface PacedJob extends Omit<ThroughputJob, 'kind'> {
  readonly kind: 'PACED';
  readonly rate: number;
}

/** Ask so often a second, more than can be answered, and count how that ends. */
export interface FloodJob extends Omit<PacedJob, 'kind'> {
  readonly kind: 'FLOOD';
}

export type Job = ThroughputJob | TimesJob | PacedJob | FloodJob;

/** How the requests of a flood ended: answered well, refused for the moment (429, 503), or in any other way. */
export interface Ends {
  readonly answered: number;
  readonly refused: number;
  readonly wrong: number;
  /** What the first one was that ended in another way. */
  readonly firstWrong: string | null;
}

/** Requests per second; or the milliseconds of each request, by server; or what went wrong. */
export type Result =
  | { readonly rate: number }
  | { readonly times: number[][] }
  | { readonly ends: Ends }
  | { readonly error: string };

/** What every good answer begins with; one with errors begins with these. */
const GOOD = '{"data":{';

function bodyOf(query: string, variables: object): Buffer {
  return Buffer.from(JSON.stringify({ query, variables }));
}

/** Asks once and reads the answer to its end. Throws an Error that shows an answer which is none. */
function ask(agent: Agent, url: string, body: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    const asked = request(url, { agent, method: 'POST', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const start = chunks[0]?.toString('utf8', 0, GOOD.length);
        if (response.statusCode === 200 && start === GOOD) resolve();
        else reject(new Error(`HTTP ${response.statusCode} to ${body}: ${Buffer.concat(chunks)}`));
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** As `ask`, and asks again after a second while the service is overloaded: one stall of the disk ends no measurement. */
async function askUntilAnswered(agent: Agent, url: string, body: Buffer): Promise<void> {
  for (;;) {
    try {
      return await ask(agent, url, body);
    } catch (error) {
      if (!String(error).includes('"code":"OVERLOADED"')) throw error;
      await setTimeout(1000);
    }
  }
}

async function throughput({ url, query, variables, connections, seconds }: ThroughputJob): Promise<Result> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const bodies = variables.map((values) => bodyOf(query, values));
  let asked = 0;
  let answered = 0;
  const began = performance.now();
  const end = began + seconds * 1000;
  const keepAsking = async () => {
    while (performance.now() < end) {
      const body = bodies[asked++ % bodies.length];
      if (body === undefined) throw new RangeError('There is nothing to ask.');
      await ask(agent, url, body);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, keepAsking));
  agent.destroy();
  return { rate: (answered * 1000) / (performance.now() - began) };
}

async function times({ query, servers }: TimesJob): Promise<Result> {
  const contestants = servers.map(({ url, variables }) => ({
    url,
    agent: new Agent({ keepAlive: true, maxSockets: 1 }),
    bodies: variables.map((values) => bodyOf(query, values)),
    times: Array.from<number>([]),
  }));
  for (let index = 0; index < Math.max(...contestants.map(({ bodies }) => bodies.length)); index++) {
    for (const { url, agent, bodies, times } of index % 2 === 0 ? contestants : contestants.toReversed()) {
      const body = bodies[index];
      if (body === undefined) continue;
      const began = performance.now();
      await askUntilAnswered(agent, url, body);
      times.push(performance.now() - began);
    }
  }
  for (const { agent } of contestants) agent.destroy();
  return { times: contestants.map(({ times }) => times) };
}

/**
 * Each request at its moment, for which it does not wait for those before it. Its time runs from that moment, so that one
 * which had to wait for a connection is as slow as whoever asked would find it.
 */
async function paced({ url, query, variables, connections, rate, seconds }: PacedJob): Promise<Result> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const bodies = variables.map((values) => bodyOf(query, values));
  const began = performance.now();
  const asked = Array.from({ length: Math.floor(rate * seconds) }, async (_, index) => {
    const body = bodies[index % bodies.length];
    if (body === undefined) throw new RangeError('There is nothing to ask.');
    const due = began + (index * 1000) / rate;
    await setTimeout(Math.max(0, due - performance.now()));
    await ask(agent, url, body);
    return performance.now() - due;
  });
  const found = await Promise.all(asked);
  agent.destroy();
  return { times: [found] };
}

/** Each request at its moment, whatever happened to those before it. */
async function flood({ url, query, variables, connections, rate, seconds }: FloodJob): Promise<Result> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const bodies = variables.map((values) => bodyOf(query, values));
  const began = performance.now();
  let [answered, refused, wrong] = [0, 0, 0];
  let firstWrong: string | null = null;
  const asked = Array.from({ length: Math.floor(rate * seconds) }, async (_, index) => {
    const body = bodies[index % bodies.length];
    if (body === undefined) throw new RangeError('There is nothing to ask.');
    await setTimeout(Math.max(0, began + (index * 1000) / rate - performance.now()));
    try {
      await ask(agent, url, body);
      answered += 1;
    } catch (error) {
      if (/^Error: HTTP (?:429|503) /.test(String(error))) refused += 1;
      else {
        wrong += 1;
        firstWrong ??= String(error).slice(0, 500);
      }
    }
  });
  await Promise.all(asked);
  agent.destroy();
  return { ends: { answered, refused, wrong, firstWrong } };
}

function run(job: Job): Promise<Result> {
  switch (job.kind) {
    case 'FLOOD':
      return flood(job);
    case 'THROUGHPUT':
      return throughput(job);
    case 'PACED':
      return paced(job);
    default:
      return times(job);
  }
}

if (import.meta.main) {
  process.on('message', (job: Job) => {
    const done = run(job).catch((error: unknown): Result => ({ error: String(error) }));
    void done.then((result) => process.send?.(result));
  });
}
