import type { Loader } from './loader.ts';
import { median } from './measures.ts';
import { type Operation, queryOf, requestsFor, type Source } from './operations.ts';
import { type Quoted, readPools } from './pools.ts';
import { Random } from './random.ts';
import { Server } from './server.ts';

const ROUNDS = 5;
const WARM_UP = 60;

/** What is asked of a store is made of quotations that it has, by what is to be found. */
const KINDS: Operation['kinds'] = {
  exact: (source) => asked(source, (words) => words),
  'of anybody': (source) => ({ ...asked(source, (words) => words), speaker: null }),
  'a part': (source) => asked(source, (words) => words.slice(1, -1)),
  'one word changed': (source) => asked(source, (words) => changed(source, words)),
  'two words changed, one dropped': (source) =>
    asked(source, (words) => dropped(source, changed(source, changed(source, words)))),
  'one word added': (source) => asked(source, (words) => added(source, words)),
  'of another speaker': (source) => ({ ...asked(source, (words) => words), speaker: somebody(source) }),
  'not found': (source) => asked(source, () => [...ends(source), ...ends(source), ...ends(source)]),
  'not found, of anybody': (source) => ({
    ...asked(source, () => [...ends(source), ...ends(source), ...ends(source)]),
    speaker: null,
  }),
};

/** The milliseconds of checks of quotations of each kind, round by round. */
export interface QuotationTimes {
  readonly kinds: readonly { readonly kind: string; readonly times: number[] }[];
  /** Of all kinds together, for each round. */
  readonly medians: number[];
}

/** Five rounds of checks over one connection, in which the kinds are asked in turn. */
export async function measureQuotations(store: string, loader: Loader, requests: number): Promise<QuotationTimes> {
  const service = await Server.start('service', { store });
  try {
    const source: Source = { pools: readPools(store), url: service.url, random: new Random('quotations') };
    const kinds = Object.keys(KINDS).map((kind) => ({ kind, times: Array.from<number>([]) }));
    const round = async (count: number) => {
      const made = await requestsFor({ kinds: KINDS }, source, count);
      const variables = made.map((request) => request.variables);
      const [times = []] = await loader.times({
        query: queryOf('check-quotation'),
        servers: [{ url: service.url, variables }],
      });
      return times;
    };
    await round(WARM_UP);
    const medians: number[] = [];
    for (let count = 0; count < ROUNDS; count++) {
      const times = await round(requests);
      medians.push(median(times));
      for (const [index, time] of times.entries()) kinds[index % kinds.length]?.times.push(time);
    }
    return { kinds, medians };
  } finally {
    await service.stop();
  }
}

function asked(source: Source, alter: (words: string[]) => string[]): Quoted {
  const { text, speaker } = source.random.pick(source.pools.quoted);
  return { text: alter(text.split(' ')).join(' '), speaker };
}

function changed(source: Source, words: readonly string[]): string[] {
  return words.with(source.random.int(0, words.length - 1), otherWord(source));
}

function dropped({ random }: Source, words: readonly string[]): string[] {
  return words.toSpliced(random.int(0, words.length - 1), 1);
}

function added(source: Source, words: readonly string[]): string[] {
  return words.toSpliced(source.random.int(0, words.length - 1), 0, otherWord(source));
}

/** A word of another quotation, so that it is one that the store has. */
function otherWord({ pools, random }: Source): string {
  return random.pick(random.pick(pools.quoted).text.split(' '));
}

/** How some quotation ends: a few words that belong together, of which three endings say nothing that anybody said. */
function ends({ pools, random }: Source): string[] {
  return random.pick(pools.quoted).text.split(' ').slice(-4);
}

function somebody({ pools, random }: Source): string {
  return random.pick(pools.people[random.pick(['most', 'often', 'seldom'] as const)]).id;
}
