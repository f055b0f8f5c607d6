import DataLoader from 'dataloader';
import { inNextTurn } from './turn.js';

/** Does the loading of so many keys, and may do something around it. */
export type BatchWatch = <Value>(keys: number, load: () => Promise<Value[]>) => Promise<Value[]>;

/** As a BatchWatch, told which loader loads. */
export type BatchObserver = <Value>(loader: string, keys: number, load: () => Promise<Value[]>) => Promise<Value[]>;

/** A loader that can be watched; set before it first loads. */
export interface Watchable {
  watch: BatchWatch | undefined;
}

/** A dataloader that can be watched. */
export type BatchLoader<Key, Value, CacheKey = Key> = DataLoader<Key, Value, CacheKey> & Watchable;

/**
 * A dataloader that waits for the next turn of the event loop before it loads. All loaders that a level of a query asks
 * then load in one turn, so that what they give is asked for in one turn as well; and between the levels other requests
 * are served, and a client that went away is noticed: the store answers at once and would let nobody in between.
 */
export function batchLoader<Key, Value, CacheKey = Key>(
  load: (keys: readonly Key[]) => Promise<Value[]>,
  cacheKeyFn?: (key: Key) => CacheKey,
): BatchLoader<Key, Value, CacheKey> {
  const loadWatched = (keys: readonly Key[]): Promise<Value[]> =>
    loader.watch === undefined ? load(keys) : loader.watch(keys.length, () => load(keys));
  const dataLoader = new DataLoader<Key, Value, CacheKey>(loadWatched, {
    batchScheduleFn: inNextTurn,
    ...(cacheKeyFn && { cacheKeyFn }),
  });
  const loader: BatchLoader<Key, Value, CacheKey> = Object.assign(dataLoader, { watch: undefined });
  return loader;
}
