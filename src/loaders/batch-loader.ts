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

/**
 * A dataloader that waits for the next turn of the event loop before it loads. All loaders that a level of a query asks
 * then load in one turn, so that what they give is asked for in one turn as well; and between the levels other requests
 * are served, and a client that went away is noticed: the store answers at once and would let nobody in between.
 */
export class BatchLoader<Key, Value, CacheKey = Key> extends DataLoader<Key, Value, CacheKey> implements Watchable {
  watch: BatchWatch | undefined;
  readonly #identify: (key: Key) => CacheKey;
  readonly #promises: Map<CacheKey, Promise<Value>>;

  constructor(
    load: (keys: readonly Key[]) => Promise<Value[]>,
    // Keys are their own identities where nothing else is said.
    identify: (key: Key) => CacheKey = (key) => key as unknown as CacheKey,
  ) {
    const promises = new Map<CacheKey, Promise<Value>>();
    super((keys) => (this.watch === undefined ? load(keys) : this.watch(keys.length, () => load(keys))), {
      batchScheduleFn: inNextTurn,
      cacheKeyFn: identify,
      cacheMap: promises,
    });
    this.#identify = identify;
    this.#promises = promises;
  }

  /** As DataLoader’s own, but that whoever asks for a key again gets the same promise: it would make one more for each. */
  override load(key: Key): Promise<Value> {
    return this.#promises.get(this.#identify(key)) ?? super.load(key);
  }
}
