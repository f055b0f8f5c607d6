import { deepStrictEqual } from 'node:assert/strict';
import type { Loader } from './loader.ts';
import { frontPages, queryOf } from './operations.ts';
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
} as const;

const TITLES = { ...ALWAYS, ...PEERS };

type Contestant = keyof typeof TITLES;

export interface FrontPageRates {
  /** Requests per second, round by round; of peers only where they were measured. */
  readonly contestants: readonly { readonly name: Contestant; readonly title: string; readonly rates: number[] }[];
  /** Bytes in the service’s memory when the rounds were over. */
  readonly memory: number;
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
      await compareAnswers(TITLES[name], server, service);
      return { name, title: TITLES[name], server, rates: Array.from<number>([]) };
    };
    const contestants: Awaited<ReturnType<typeof start>>[] = [];
    for (const name of namesOf(withPeers ? TITLES : ALWAYS)) contestants.push(await start(name));
    const query = queryOf('front-page');
    const variables = frontPages(new Random('front pages'), 540);
    const rate = ({ url }: Server, duration: number) =>
      loader.throughput({ url, query, variables, connections: CONNECTIONS, seconds: duration });
    for (const { server } of contestants) await rate(server, Math.min(seconds, WARM_UP));
    for (let round = 0; round < rounds; round++) {
      for (const { server, rates } of contestants) rates.push(await rate(server, seconds));
    }
    const { memory } = await service.read();
    return { contestants: contestants.map(({ name, title, rates }) => ({ name, title, rates })), memory };
  } finally {
    for (const server of new Set(servers)) await server.stop();
  }
}

function namesOf<Name extends string>(titles: Readonly<Record<Name, string>>): Name[] {
  return Object.keys(titles) as Name[];
}

/** Throws an Error where a contestant does not give what the service gives. */
async function compareAnswers(title: string, contestant: Server, service: Server): Promise<void> {
  const query = queryOf('front-page');
  for (const variables of frontPages(new Random('same'), COMPARED)) {
    const [found, expected] = [await ask(contestant.url, query, variables), await ask(service.url, query, variables)];
    deepStrictEqual(
      found.data,
      expected.data,
      `${title} does not answer ${JSON.stringify(variables)} as the service does.`,
    );
  }
}
