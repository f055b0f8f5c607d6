import { setTimeout } from 'node:timers/promises';
import { BODIES, BOMBS } from './bombs.ts';
import { hostileQueries } from './hostile-queries.ts';
import { readPools } from './pools.ts';
import { Server } from './server.ts';

/** How many rows the lists of a query have at first, as many as they may; they get fewer until its cost is let through. */
const MOST_ROWS = 100;
/** Milliseconds after which an answer is not waited for any longer. */
const PATIENCE = 15_000;
/** What took as many milliseconds is not asked again. */
const FAR_TOO_SLOW = 5_000;

export interface HostileTimes {
  readonly kind: string;
  /** What the operation costs, in units; null for what is refused before that is known. */
  readonly cost: number | null;
  /** Milliseconds to the end of each answer, or until it was not waited for any longer. */
  readonly times: number[];
  /** The answers that are the fault of the service: 5xx, but for refusals because it is busy. */
  readonly failures: string[];
}

interface Reply {
  /** Zero where no answer was waited for. */
  readonly status: number;
  readonly text: string;
  readonly milliseconds: number;
}

type Body = string | Uint8Array<ArrayBuffer>;

/** What is hostile, one after the other and each a few times: how long the service takes to answer or to refuse it. */
export async function measureHostile(store: string, count: number): Promise<HostileTimes[]> {
  const queries = Object.entries(hostileQueries(readPools(store)));
  let service = await Server.start('service', { store });
  try {
    const found: HostileTimes[] = [];
    const measure = async (kind: string, body: Body, first: Reply) => {
      const replies = [first];
      while (replies.length < count && (replies.at(-1)?.milliseconds ?? 0) < FAR_TOO_SLOW) {
        replies.push(await ask(service.url, body));
      }
      found.push(timesOf(kind, replies));
      if (replies.every(({ status }) => status !== 0)) return;
      await service.kill();
      service = await Server.start('service', { store });
    };
    const bombs = BOMBS.map(([name, query]) => [`a bomb: ${name}`, JSON.stringify({ query })] as const);
    const bodies = BODIES.map(([name, body]) => [`a body ${name}`, body] as const);
    for (const [kind, body] of [...bombs, ...bodies]) await measure(kind, body, await ask(service.url, body));
    for (const [kind, make] of queries) {
      const { body, reply } = await askForMost(service.url, kind, (rows) => ({ ...make(rows), ...WITH_COST }));
      await measure(kind, body, reply);
    }
    return found;
  } finally {
    await service.stop();
  }
}

/** The codes of answers to what was executed, but not to its end. */
const ENDED = ['STORE_TIME_EXCEEDED', 'REQUEST_TIMEOUT'];

const WITH_COST = { extensions: { cost: true } };

function timesOf(kind: string, replies: readonly Reply[]): HostileTimes {
  const cost = /"cost":\{"requested":(?<units>\d+)/u.exec(replies[0]?.text ?? '')?.groups?.['units'];
  return {
    kind,
    cost: cost === undefined ? null : Number(cost),
    times: replies.map(({ milliseconds }) => milliseconds),
    failures: replies.flatMap(({ status, text }) => (status >= 500 ? [`HTTP ${status}: ${text.slice(0, 500)}`] : [])),
  };
}

/** Asks the query with the longest lists whose cost is let through; throws an Error where it is refused for anything else. */
async function askForMost(url: string, kind: string, make: (rows: number) => object) {
  for (let rows = MOST_ROWS; rows > 0; rows--) {
    const body = JSON.stringify(make(rows));
    const reply = await ask(url, body);
    if (reply.text.includes('"QUERY_TOO_COSTLY"')) continue;
    const isAnswered = !reply.text.includes('"errors":') || ENDED.some((code) => reply.text.includes(`"${code}"`));
    if (isAnswered || reply.status >= 500) return { body, reply };
    // Nothing is measured where it is refused.
    throw new Error(`“${kind}” is refused: ${reply.text.slice(0, 500)}`);
  }
  throw new Error(`“${kind}” costs too much with a single row.`);
}

/** Asks once; where what came before keeps the service busy, as soon as it is let in. */
async function ask(url: string, body: Body): Promise<Reply> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const reply = await askOnce(url, body);
    const isBusy = reply.status === 503 && reply.text.includes('"OVERLOADED"');
    if (!isBusy || performance.now() > end) return reply;
    await setTimeout(100);
  }
}

async function askOnce(url: string, body: Body): Promise<Reply> {
  const began = performance.now();
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(PATIENCE) });
    const text = await response.text();
    return { status: response.status, text, milliseconds: performance.now() - began };
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'TimeoutError')) throw error;
    return { status: 0, text: '', milliseconds: performance.now() - began };
  }
}
