import type { Ends } from './load.ts';
import type { Loader } from './loader.ts';
import { median, quantile } from './measures.ts';
import { frontPages, queryOf } from './operations.ts';
import { Random } from './random.ts';
import { Server } from './server.ts';

const CONNECTIONS = 16;
/** More than the service answers at once, so that it has something to refuse. */
const MANY_CONNECTIONS = 256;
const SLOWEST = 0.99;
/** A rate is sustained while the slowest hundredth takes less than this. */
const MOST_MILLISECONDS = 200;
/** The rates that are tried, as shares of what one load after the other gets through. */
const SHARES = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4];
/** Milliseconds within which it has to be as before. */
const RECOVERY = 5000;

type Questions = Omit<Parameters<Loader['throughput']>[0], 'seconds'>;

export interface Overload {
  /** The highest rate that was sustained, in requests per second. */
  readonly sustained: number;
  readonly seconds: number;
  /** How the requests ended that were asked at twice that rate. */
  readonly ends: Ends;
  /** Milliseconds of the slowest hundredth at half of the sustained rate, before, and within five seconds after. */
  readonly before: number;
  readonly after: number;
}

/** Twice as much as the service can answer, for a while: what it refuses, and how it is afterwards. */
export async function measureOverload(store: string, loader: Loader, seconds: number): Promise<Overload> {
  const service = await Server.start('service', { store });
  const job = {
    url: service.url,
    query: queryOf('front-page'),
    variables: frontPages(new Random('overload'), 540),
    connections: CONNECTIONS,
  };
  try {
    const rates: number[] = [];
    for (let round = 0; round < 4; round++) rates.push(await loader.throughput({ ...job, seconds: 2 }));
    const sustained = await sustainedRate(loader, job, median(rates.slice(1)));
    const calm = { ...job, rate: sustained / 2, seconds: RECOVERY / 1000 };
    const before = quantile(await loader.paced(calm), SLOWEST);
    const ends = await loader.flood({ ...job, connections: MANY_CONNECTIONS, rate: sustained * 2, seconds });
    const after = quantile(await loader.paced(calm), SLOWEST);
    return { sustained, seconds, ends, before, after };
  } finally {
    await service.stop();
  }
}

/** The highest of the rates that are tried at which nothing is refused and hardly anything is slow. */
async function sustainedRate(loader: Loader, job: Questions, most: number): Promise<number> {
  for (const share of SHARES) {
    const rate = most * share;
    const times = await loader.paced({ ...job, rate, seconds: 4 });
    if (quantile(times, SLOWEST) < MOST_MILLISECONDS) return rate;
  }
  throw new Error(
    `At ${(most * (SHARES.at(-1) ?? 0)).toFixed(0)} requests a second the slowest take ${MOST_MILLISECONDS} ms and more.`,
  );
}
