import { readFileSync } from 'node:fs';
import type { Pools, Series } from './pools.ts';
import type { Random } from './random.ts';
import { ask } from './server.ts';

/** Where variables come from: a store, the service that answers from it, and random choices. */
export interface Source {
  readonly pools: Pools;
  readonly url: string;
  readonly random: Random;
}

/** Makes the variables of one request. */
type Maker = (source: Source) => object | Promise<object>;

export interface Operation {
  readonly name: string;
  /** How many times as long it may take in the large store. */
  readonly bar: number;
  /** The kinds of requests, asked in turn. */
  readonly kinds: Readonly<Record<string, Maker>>;
}

/** One request, and of which kind it is. */
export interface Request {
  readonly kind: string;
  readonly variables: object;
}

/** How many sizes there are of the front page; see `frontPages`. */
const FRONT_PAGES = 27;

/** The front page in sizes around those of the operation, each of 27 once in as many; the means are 10, 5 and 5. */
export function frontPages(random: Random, count: number): object[] {
  const near = [-1, 0, 1];
  const pages = near.flatMap((a) =>
    near.flatMap((b) => near.map((c) => ({ articles: 10 + a, statements: 5 + b, statistics: 5 + c }))),
  );
  const blocks = Array.from({ length: Math.ceil(count / FRONT_PAGES) }, () => random.shuffled(pages));
  return blocks.flat().slice(0, count);
}

const person =
  (tier: keyof Pools['people']): Maker =>
  ({ pools, random }) => ({
    slug: random.pick(pools.people[tier]).slug,
  });

const search =
  (query: (pools: Pools, random: Random) => string): Maker =>
  ({ pools, random }) => ({
    query: query(pools, random),
    results: random.int(8, 12),
  });

const series =
  (pick: (pools: Pools) => readonly Series[]): Maker =>
  ({ pools, random }) => {
    const { metric, place, unit, from } = random.pick(pick(pools));
    // As many points as series of the small store have too: what is compared is the store, not the length of answers.
    return { metric, place, unit, days: { from }, points: random.int(8, 12) };
  };

const statements =
  (filter: (source: Source) => object): Maker =>
  (source) => ({
    filter: filter(source),
    first: source.random.int(15, 25),
  });

export const OPERATIONS: readonly Operation[] = [
  {
    name: 'front-page',
    bar: 1.5,
    kinds: {
      'of any size': ({ random }) => ({
        articles: random.int(9, 11),
        statements: random.int(4, 6),
        statistics: random.int(4, 6),
      }),
    },
  },
  {
    name: 'article',
    bar: 3,
    kinds: { 'any article': ({ pools, random }) => ({ slug: random.pick(pools.slugs) }) },
  },
  {
    name: 'chain',
    bar: 3,
    kinds: { 'of what is reported': ({ pools, random }) => ({ id: random.pick(pools.reported) }) },
  },
  {
    name: 'claim',
    bar: 3,
    kinds: {
      'with answers': ({ pools, random }) => ({ id: random.pick(pools.answered) }),
      'with figures': ({ pools, random }) => ({ id: random.pick(pools.counting) }),
    },
  },
  {
    name: 'person',
    bar: 3,
    kinds: {
      'the ten most quoted': person('most'),
      'often quoted': person('often'),
      'seldom quoted': person('seldom'),
    },
  },
  {
    name: 'poll',
    bar: 3,
    kinds: {
      'the latest': ({ pools, random }) => ({ updatedAfter: random.pick(pools.latestUpdates) }),
      'from any time on': ({ pools, random }) => ({
        updatedAfter: random.pick(pools.updates),
        articles: random.int(90, 100),
      }),
    },
  },
  {
    name: 'search',
    bar: 3,
    kinds: {
      'a name': search(({ people }, random) => random.pick([...people.most, ...people.often, ...people.seldom]).name),
      'a rare word': search(({ words }, random) => random.pick(words.rare)),
      'a common word': search(({ words }, random) => random.pick(words.common)),
      'two common words': search(({ words }, random) => `${random.pick(words.common)} ${random.pick(words.common)}`),
      'two words of a statement': search(({ pairs }, random) => random.pick(pairs)),
      'a phrase': search(({ phrases }, random) => random.pick(phrases)),
      'a prefix': search(({ words }, random) => `${random.pick([...words.common, ...words.rare]).slice(0, 4)}*`),
      'one word or another': search(
        ({ words }, random) => `${random.pick(words.rare)} OR ${random.pick(words.common)}`,
      ),
      'a word without another': search(
        ({ words }, random) => `${random.pick(words.common)} NOT ${random.pick(words.common)}`,
      ),
      'Korean or Chinese': search(({ spaceless }, random) => random.pick(spaceless)),
      'the next page': async (source) => {
        const { pools, random } = source;
        const variables = { query: random.pick(pools.words.common), results: random.int(8, 12) };
        const after = await endCursor(source, 'search', variables);
        return after === null ? variables : { ...variables, after };
      },
    },
  },
  {
    name: 'series',
    bar: 3,
    kinds: { 'the longest': series(({ long }) => long), 'any other': series(({ short }) => short) },
  },
  {
    name: 'statements',
    bar: 3,
    kinds: {
      'on from any place': (source) => walk(source, 'first', {}),
      'back from any place': (source) => walk(source, 'last', {}),
      'by somebody, from any place': (source) =>
        walk(source, 'first', { speakers: [source.random.pick(source.pools.people.most).id] }),
      'by somebody': statements(({ pools, random }) => ({
        speakers: [random.pick([...pools.people.most, ...pools.people.often]).id],
      })),
      'through somebody': statements(({ pools, random }) => ({ through: [random.pick(pools.people.often).id] })),
      'by people of an organization': statements(({ pools, random }) => ({
        speakerAffiliations: [random.pick(pools.organizations)],
        forces: [random.pick(['STATED', 'CLAIMED', 'CONFIRMED', 'DENIED'])],
      })),
      'about somebody': statements(({ pools, random }) => ({
        about: [random.pick([...pools.people.often, ...pools.people.seldom]).id],
        kinds: ['DIRECT', 'MIXED'],
      })),
      'by a publisher, in a month': statements(({ pools, random }) => {
        const from = new Date(random.pick(pools.days));
        const to = new Date(from.getTime() + 30 * 86_400_000);
        return { publishers: [random.pick(pools.publishers)], published: { from, to } };
      }),
      'on a topic, answered': statements(({ pools, random }) => ({
        topics: [random.pick(pools.topics)],
        relatedBy: ['DISPUTES', 'DENIES', 'DOUBTS'],
      })),
      'with common words': statements(({ pools, random }) => ({ text: random.pick(pools.words.common) })),
      'with rare words': statements(({ pools, random }) => ({ text: random.pick(pools.words.rare) })),
      'each once': statements(({ pools, random }) => ({
        oneReportPerUtterance: true,
        said: { to: random.pick(pools.days) },
      })),
    },
  },
];

const texts = new Map<string, string>();

/** The text of an operation, which ships with the service. */
export function queryOf(name: string): string {
  const text =
    texts.get(name) ?? readFileSync(new URL(`../schema/operations/${name}.graphql`, import.meta.url), 'utf8');
  texts.set(name, text);
  return text;
}

/** As many requests, the kinds in turn. */
export async function requestsFor(
  { kinds }: Pick<Operation, 'kinds'>,
  source: Source,
  count: number,
): Promise<Request[]> {
  const makers = Object.entries(kinds);
  const requests: Request[] = [];
  while (requests.length < count) {
    for (const [kind, make] of makers) requests.push({ kind, variables: await make(source) });
  }
  return requests.slice(0, count);
}

/** A page of statements on from a place anywhere in the list, or back from it. */
async function walk(source: Source, direction: 'first' | 'last', filter: object): Promise<object> {
  const { pools, random } = source;
  const [orderBy, key] = random.pick([
    ['SAID_AT_DESC', 'desc'],
    ['SAID_AT_ASC', 'asc'],
  ] as const);
  const cursor = await endCursor(source, 'statements', { filter, orderBy, first: 1 });
  const moved = cursor && moveCursor(cursor, random.pick(pools.positions)[key]);
  const size = random.int(15, 25);
  return direction === 'first'
    ? { filter, orderBy, first: size, after: moved }
    : { filter, orderBy, last: size, before: moved };
}

async function endCursor({ url }: Source, name: 'search' | 'statements', variables: object): Promise<string | null> {
  const { data } = await ask(url, queryOf(name), variables);
  const answer = data as Record<string, { readonly pageInfo: { readonly endCursor: string | null } }>;
  return answer[name]?.pageInfo.endCursor ?? null;
}

/** A cursor of the same list at another place: behind its seal stand the keys of a row. */
function moveCursor(cursor: string, keys: readonly (string | number)[]): string {
  const [seal] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  return Buffer.from(JSON.stringify([seal, ...keys])).toString('base64url');
}
