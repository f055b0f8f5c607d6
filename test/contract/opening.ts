import { onTestFinished } from 'vitest';
import type { ArticleRecord } from '../../src/domain/record.js';
import type { Repository } from '../../src/repository/repository.js';

/** Opens a new, empty store that takes the time from `clock`. */
export type OpenRepository = (options: { clock: () => Date }) => Promise<Repository>;

/** What the clock says in tests that do not care. */
export const NOW = new Date('2031-06-01T12:00:00.000Z');

/** How many articles a random store has in which filters have something to choose from. */
export const MANY = { least: 4, most: 8 } as const;

/** Opens a store with these records in it, and closes it when the test ends. */
export async function storeWith(open: OpenRepository, ...records: readonly ArticleRecord[]): Promise<Repository> {
  const store = await open({ clock: () => NOW });
  onTestFinished(() => store.close());
  await store.storeArticles(records);
  return store;
}
