import { deepStrictEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Loader } from './loader.ts';
import { frontPages, queryOf } from './operations.ts';
import { programsOfPostgres } from './peers/postgraphile/cluster.ts';
import { Random } from './random.ts';
import { ask, Server } from './server.ts';

const CONNECTIONS = 16;
/** How many seconds each contestant is warmed up for, at the most. */
const WARM_UP = 3;
/** As many as there are sizes of the front page. */
const COMPARED = 27;

/** Who is always measured: the limit, and the service. */
const ALWAYS = { handler: 'node:http by hand', service: 'On Record' } as const;

const PEERS = {
  'mercurius-lean': 'Mercurius, just-in-time, lean resolvers',
  mercurius: 'Mercurius, just-in-time, stock resolvers',
  yoga: 'GraphQL Yoga, stock resolvers',
  'stock-apollo': 'Apollo Server, stock resolvers',
  postgraphile: 'PostGraphile on PostgreSQL',
} as const;

const TITLES = { ...ALWAYS, ...PEERS };

type Contestant = keyof typeof TITLES;

/** The same question in other words, for who has another schema. */
const OWN_QUERIES: Readonly<Partial<Record<Contestant, string>>> = {
  postgraphile: readFileSync(new URL('peers/postgraphile/front-page.graphql', import.meta.url), 'utf8'),
};

export interface FrontPageRates {
  /** Requests per second, round by round; of peers only where they were measured. */
  readonly contestants: readonly { readonly name: Contestant; readonly title: string; readonly rates: number[] }[];
  /** Bytes in the service’s memory when the rounds were over. */
  readonly memory: number;
  /** SQL statements for each page of the service: in the rounds, in which requests share look-ups, and one after the other. */
  readonly statements: { readonly shared: number; readonly alone: number };
  /** Requests per second over one connection, where nothing can be shared, round by round. */
  readonly alone: { readonly service: readonly number[]; readonly handler: readonly number[] };
}

export interface FrontPageOptions {
  readonly rounds: number;
  readonly seconds: number;
  readonly withPeers: boolean;
}

/** The front page from all contestants in turn; first all have to give the same answers. */
export async function measureFrontPage(
  store: string,
  loader: Loader,
  { rounds, seconds, withPeers }: FrontPageOptions,
): Promise<FrontPageRates> {
  const service = await Server.start('service', { store });
  const servers = [service];
  try {
    const start = async (name: Contestant) => {
      const server = name === 'service' ? service : await Server.start(name, { store });
      servers.push(server);
      const query = OWN_QUERIES[name] ?? queryOf('front-page');
      await compareAnswers(TITLES[name], { url: server.url, query }, service.url);
      return { name, title: TITLES[name], url: server.url, query, rates: Array.from<number>([]) };
    };
    const contestants: Awaited<ReturnType<typeof start>>[] = [];
    for (const name of contestantsOf(withPeers)) contestants.push(await start(name));
    const variables = frontPages(new Random('front pages'), 540);
    const rate = ({ url, query }: Target, duration: number, connections = CONNECTIONS) =>
      loader.throughput({ url, query, variables, connections, seconds: duration });
    for (const contestant of contestants) await rate(contestant, Math.min(seconds, WARM_UP));
    const before = await countOf(service.url);
    for (let round = 0; round < rounds; round++) {
      for (const contestant of contestants) contestant.rates.push(await rate(contestant, seconds));
    }
    const between = await countOf(service.url);
    const { memory } = await service.read();
    const alone = { service: Array.from<number>([]), handler: Array.from<number>([]) };
    for (let round = 0; round < rounds; round++) {
      for (const contestant of contestants) {
        const { name } = contestant;
        if (name === 'service' || name === 'handler') alone[name].push(await rate(contestant, seconds, 1));
      }
    }
    const statements = {
      shared: statementsPerRequest(before, between),
      alone: statementsPerRequest(between, await countOf(service.url)),
    };
    return {
      contestants: contestants.map(({ name, title, rates }) => ({ name, title, rates })),
      memory,
      statements,
      alone,
    };
  } finally {
    for (const server of new Set(servers)) await server.stop();
  }
}

function contestantsOf(withPeers: boolean): Contestant[] {
  const names = Object.keys(withPeers ? TITLES : ALWAYS) as Contestant[];
  if (!withPeers || programsOfPostgres() !== undefined) return names;
  process.stderr.write('There is no PostgreSQL: PostGraphile is left out.\n');
  return names.filter((name) => name !== 'postgraphile');
}

/** What the service has counted of front pages. */
interface Count {
  readonly requests: number;
  readonly statements: number;
}

async function countOf(url: string): Promise<Count> {
  const text = await (await fetch(new URL('/metrics', url))).text();
  const count = (name: string) => {
    const line = text.split('\n').find((each) => each.startsWith(`${name}{operation="FrontPage"}`));
    if (line === undefined) throw new Error(`The service does not tell ${name} of front pages.`);
    return Number(line.split(' ')[1]);
  };
  return {
    requests: count('onrecord_request_duration_seconds_count'),
    statements: count('onrecord_sql_statements_total'),
  };
}

function statementsPerRequest(from: Count, to: Count): number {
  return (to.statements - from.statements) / (to.requests - from.requests);
}

interface Target {
  readonly url: string;
  readonly query: string;
}

/** Throws an Error where a contestant does not give what the service gives. */
async function compareAnswers(title: string, { url, query }: Target, service: string): Promise<void> {
  const comparable = query === queryOf('front-page') ? (data: unknown) => data : withoutCursors;
  for (const variables of frontPages(new Random('same'), COMPARED)) {
    const found = comparable((await ask(url, query, variables)).data);
    const expected = comparable((await ask(service, queryOf('front-page'), variables)).data);
    try {
      deepStrictEqual(found, expected);
    } catch (cause) {
      throw new Error(`${title} does not answer ${JSON.stringify(variables)} as the service does.`, { cause });
    }
  }
}

/** What is the same in another schema: cursors are not, and moments are written in other ways. */
function withoutCursors(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data), (key, value) => {
    if (key === 'endCursor') return undefined;
    return key === 'publishedAt' ? Date.parse(value) : value;
  });
}
