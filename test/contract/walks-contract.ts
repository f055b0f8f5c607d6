import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnyId } from '../../src/domain/identity.js';
import type { ArticleRecord } from '../../src/domain/record.js';
import type { Keys, Page, PageRow } from '../../src/repository/page.js';
import type { Repository } from '../../src/repository/repository.js';
import { randomRecords } from '../support/random-records.js';
import { type Listing, listingsOf } from './listings.js';
import { NOW, type OpenRepository } from './opening.js';

type Row = PageRow<{ readonly id: AnyId }>;

/** More rows than any list of these tests has. */
const ALL = 1000;

/** How many random stores each property is tried on. */
const RUNS = 6;

/** One in so many kinds of lists is walked through in each run while rows are added, a new store for each. */
const SAMPLED = 3;

/** After how many milliseconds the search for the smallest store that fails ends: before the test times out and says nothing. */
const SHRINKING_ENDS = 15_000;

export function describeWalks(open: OpenRepository): void {
  describe('walking through lists', () => {
    test('gives every row once and in order, in pages of any size and in both directions', async () => {
      await everyListOfRandomStores(open, async (store, listing) => {
        const whole = await wholeLists(store, listing);
        for (const size of [1, 2, 3, 4, 5, 6, 7]) {
          for (const direction of ['FORWARD', 'BACKWARD'] as const) {
            const walked = await walkAll(store, listing, { direction, size });
            expect(walked, `${listing.label}, ${direction} by ${size}`).toEqual(whole);
          }
        }
      });
    });

    test('gives every row that is there throughout once and in order, whatever is added between the pages', async () => {
      const property = fc.asyncProperty(
        randomRecords(),
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom('FORWARD' as const, 'BACKWARD' as const),
        async (records, size, direction) => {
          // People move up and down in this order while statements are added: that is what it shows.
          const listings = listingsOf(records).filter(({ label }) => !label.includes('STATEMENT_COUNT'));
          for (const listing of listings.filter((_, index) => index % SAMPLED === records.length % SAMPLED)) {
            await walkWhileAdding(open, records, listing, { direction, size });
          }
        },
      );
      await fc.assert(property, { numRuns: RUNS, interruptAfterTimeLimit: SHRINKING_ENDS });
    });

    test('answers for many owners as it does one by one, in the order asked and as often as asked', async () => {
      await everyListOfRandomStores(open, async (store, listing) => {
        const ids = [...listing.ownerIds, ...listing.ownerIds.slice(0, 2)].reverse();
        for (const direction of ['FORWARD', 'BACKWARD'] as const) {
          const stretch = { size: 2, direction, from: null };
          const together = await listing.pages(store, ids, stretch);
          const apart = await Promise.all(ids.map((id) => listing.pages(store, [id], stretch)));
          expect(together, listing.label).toEqual(apart.flat());
        }
        const counted = await listing.counts(store, ids);
        expect(counted, listing.label).toEqual(
          (await Promise.all(ids.map((id) => listing.counts(store, [id])))).flat(),
        );
      });
    });

    test('counts as many rows as the walk has', async () => {
      await everyListOfRandomStores(open, async (store, listing) => {
        const whole = await wholeLists(store, listing);
        const counted = await listing.counts(store, listing.ownerIds);
        expect(counted, listing.label).toEqual(whole.map((rows) => rows.length));
      });
    });

    test('orders rows by their keys, which ascend, differ and end with the id', async () => {
      await everyListOfRandomStores(open, async (store, listing) => {
        for (const rows of await wholeLists(store, listing)) {
          for (const { node, keys } of rows) expect(keys.at(-1), listing.label).toBe(node.id);
          const sorted = [...rows].sort((a, b) => compareUtf8(a.keys, b.keys));
          expect(rows, listing.label).toEqual(sorted);
          expect(new Set(rows.map(({ node }) => node.id)).size, listing.label).toBe(rows.length);
        }
      });
    });

    test('goes on from a place whose row is no longer there', async () => {
      await everyListOfRandomStores(open, async (store, listing) => {
        const whole = await wholeLists(store, listing);
        for (const [index, ownerId] of listing.ownerIds.entries()) {
          const rows = whole[index] ?? [];
          for (const [place, { keys }] of rows.entries()) {
            // "~" follows every character of an id: a place just behind this row.
            const behind: Keys = [...keys.slice(0, -1), `${keys.at(-1)}~`];
            const [after] = await listing.pages(store, [ownerId], { size: ALL, direction: 'FORWARD', from: behind });
            const [before] = await listing.pages(store, [ownerId], { size: ALL, direction: 'BACKWARD', from: behind });
            expect(after?.rows, listing.label).toEqual(rows.slice(place + 1));
            expect(before?.rows, listing.label).toEqual(rows.slice(0, place + 1));
          }
        }
      });
    });
  });
}

async function everyListOfRandomStores(
  open: OpenRepository,
  check: (store: Repository, listing: Listing) => Promise<void>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(randomRecords(), async (records) => {
      const store = await open({ clock: () => NOW });
      try {
        await store.storeArticles(records);
        for (const listing of listingsOf(records)) await check(store, listing);
      } finally {
        await store.close();
      }
    }),
    { numRuns: RUNS, interruptAfterTimeLimit: SHRINKING_ENDS },
  );
}

async function wholeLists(store: Repository, listing: Listing): Promise<(readonly Row[])[]> {
  const pages = await listing.pages(store, listing.ownerIds, { size: ALL, direction: 'FORWARD', from: null });
  return pages.map(({ rows, hasMore }) => {
    expect(hasMore).toBe(false);
    return rows;
  });
}

interface Walk {
  readonly direction: 'FORWARD' | 'BACKWARD';
  readonly size: number;
}

/**
 * Walks through the lists of all owners of a listing; each comes back in its own order, whatever the direction. The first
 * pages come in one call, as a level of a query asks for them; from there each walk goes on by itself.
 */
async function walkAll(store: Repository, listing: Listing, walk: Walk): Promise<Row[][]> {
  const pages = await listing.pages(store, listing.ownerIds, { ...walk, from: null });
  return Promise.all(
    pages.map((page, index) =>
      goOn(page, walk, (from) => listing.pages(store, listing.ownerIds.slice(index, index + 1), { ...walk, from })),
    ),
  );
}

/** Walks through one owner's list after the other, storing a record more after each page, and looks at what was there all the time. */
async function walkWhileAdding(
  open: OpenRepository,
  records: readonly ArticleRecord[],
  listing: Listing,
  walk: Walk,
): Promise<void> {
  const store = await open({ clock: () => NOW });
  try {
    const [first, ...later] = records;
    if (first !== undefined) await store.storeArticles([first]);
    for (const ownerId of listing.ownerIds) {
      const ask = async (from: Keys | null) => listing.pages(store, [ownerId], { ...walk, from });
      const before = await ask(null).then(async ([page]) => (page ? goOn(page, walk, ask) : []));
      const [page] = await ask(null);
      const walked =
        page &&
        (await goOn(page, walk, async (from) => {
          await store.storeArticles(later.splice(0, 1));
          return ask(from);
        }));
      const [after] = await listing.pages(store, [ownerId], { size: ALL, direction: 'FORWARD', from: null });
      const throughout = (after?.rows ?? []).filter(({ keys }) =>
        before.some((row) => JSON.stringify(row.keys) === JSON.stringify(keys)),
      );
      const ids = throughout.map(({ node }) => node.id);
      expect(
        walked?.map(({ node }) => node.id).filter((id) => ids.includes(id)),
        listing.label,
      ).toEqual(ids);
    }
  } finally {
    await store.close();
  }
}

async function goOn(
  first: Page<Row['node']>,
  { direction, size }: Walk,
  ask: (from: Keys) => Promise<Page<Row['node']>[]>,
): Promise<Row[]> {
  let walked: Row[] = [];
  for (let page: typeof first | undefined = first; page !== undefined; ) {
    expect(page.hasMore ? [size] : [...Array(size + 1).keys()]).toContain(page.rows.length);
    walked = direction === 'FORWARD' ? [...walked, ...page.rows] : [...page.rows, ...walked];
    if (walked.length > ALL) throw new Error('The walk does not end.');
    const edge: Row | undefined = direction === 'FORWARD' ? page.rows.at(-1) : page.rows.at(0);
    [page] = page.hasMore && edge !== undefined ? await ask(edge.keys) : [];
  }
  return walked;
}

/** Compares keys as their numbers and the UTF-8 bytes of their strings, which go by code point. */
function compareUtf8(a: Keys, b: Keys): number {
  for (const [index, key] of a.entries()) {
    const other = b[index];
    const difference =
      typeof key === 'number' ? key - Number(other) : Buffer.compare(Buffer.from(key), Buffer.from(String(other)));
    if (difference !== 0) return difference;
  }
  return 0;
}
