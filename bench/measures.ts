import type { Loader } from './loader.ts';
import { OPERATIONS, queryOf, requestsFor, type Source } from './operations.ts';
import { readPools } from './pools.ts';
import { Random } from './random.ts';
import { type Reading, Server } from './server.ts';

/** How many requests warm a server up for each operation, and how many are asked to count SQL. */
const WARM_UP = 60;
const COUNTED = 100;
const STARTS = 5;

/** Half of the values are at most this. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN;
}

/** Milliseconds from the start of the service’s process on a store to its first answer, a few times after one for nothing. */
export async function measureStarts(store: string): Promise<number[]> {
  const times: number[] = [];
  for (let count = 0; count <= STARTS; count++) {
    const service = await Server.start('service', { store, bare: true });
    times.push(service.firstAnswer);
    await service.stop();
  }
  return times.slice(1);
}

export interface SqlCost {
  readonly operation: string;
  /** SQL statements for each request. */
  readonly statements: number;
  /** Which part of the time that the client waits is spent in SQL, from 0 to 1. */
  readonly share: number;
  /** Each statement’s text, those that took the longest first; times are of all requests. */
  readonly texts: Reading['statements'];
}

/** Counts and times the SQL of each operation. */
export async function measureSql(store: string, loader: Loader): Promise<SqlCost[]> {
  const service = await Server.start('service', { store, withSql: true });
  try {
    const source = { pools: readPools(store), url: service.url, random: new Random('sql') };
    const costs: SqlCost[] = [];
    for (const operation of OPERATIONS) {
      const query = queryOf(operation.name);
      const ask = async (count: number) => {
        const variables = (await requestsFor(operation, source, count)).map((request) => request.variables);
        await service.read();
        const times = await loader.times({ query, servers: [{ url: service.url, variables }] });
        return { times: times.flat(), ...(await service.read()) };
      };
      await ask(WARM_UP);
      const { times, statements } = await ask(COUNTED);
      costs.push({
        operation: operation.name,
        statements: sum(statements.map(({ runs }) => runs)) / times.length,
        share: sum(statements.map(({ milliseconds }) => milliseconds)) / sum(times),
        texts: statements.toSorted((a, b) => b.milliseconds - a.milliseconds),
      });
    }
    return costs;
  } finally {
    await service.stop();
  }
}

/** The milliseconds of requests of one kind, or of all kinds of an operation, in the small and in the large store. */
export interface Times {
  readonly operation: string;
  /** Null for all of them. */
  readonly kind: string | null;
  readonly bar: number;
  readonly small: number[];
  readonly large: number[];
}

/** Each operation over one connection, asked of a service on the small and one on the large store in turn. */
export async function measureTimes(
  stores: { readonly small: string; readonly large: string },
  loader: Loader,
  count: number,
): Promise<Times[]> {
  const small = await Server.start('service', { store: stores.small });
  const large = await Server.start('service', { store: stores.large });
  try {
    const sources = [
      { pools: readPools(stores.small), url: small.url },
      { pools: readPools(stores.large), url: large.url },
    ];
    const measure = async (stream: string, { requests }: { readonly requests: number }) => {
      const times: Times[] = [];
      for (const operation of OPERATIONS) {
        const asked = await Promise.all(
          sources.map(({ pools, url }): Promise<{ kind: string; variables: object }[]> => {
            const source: Source = { pools, url, random: new Random(stream, operation.name) };
            return requestsFor(operation, source, requests);
          }),
        );
        const servers = sources.map(({ url }, index) => ({
          url,
          variables: (asked[index] ?? []).map(({ variables }) => variables),
        }));
        const [ofSmall = [], ofLarge = []] = await loader.times({ query: queryOf(operation.name), servers });
        const all = { operation: operation.name, bar: operation.bar };
        times.push({ ...all, kind: null, small: ofSmall, large: ofLarge });
        const kinds = (asked[0] ?? []).map(({ kind }) => kind);
        for (const kind of Object.keys(operation.kinds)) {
          const ofKind = (_: number, index: number) => kinds[index] === kind;
          times.push({ ...all, kind, small: ofSmall.filter(ofKind), large: ofLarge.filter(ofKind) });
        }
      }
      return times;
    };
    await measure('warm up', { requests: WARM_UP });
    return await measure('times', { requests: count });
  } finally {
    await small.stop();
    await large.stop();
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
