import DataLoader from 'dataloader';

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
  readonly #cacheKeyOf: (key: Key) => CacheKey;
  /** What the next batch brings: whoever asks for it again before waits for the same, where a dataloader makes a promise each time. */
  readonly #awaited: Map<CacheKey, Promise<Value>>;

  constructor(
    load: (keys: readonly Key[]) => Promise<Value[]>,
    cacheKeyFn: (key: Key) => CacheKey = (key) => key as unknown as CacheKey,
  ) {
    const awaited = new Map<CacheKey, Promise<Value>>();
    super((keys) => (this.watch === undefined ? load(keys) : this.watch(keys.length, () => load(keys))), {
      batchScheduleFn: (dispatch) =>
        setImmediate(() => {
          awaited.clear();
          dispatch();
        }),
      cacheKeyFn,
    });
    this.#cacheKeyOf = cacheKeyFn;
    this.#awaited = awaited;
  }

  override load(key: Key): Promise<Value> {
    const cacheKey = this.#cacheKeyOf(key);
    const awaited = this.#awaited.get(cacheKey);
    if (awaited !== undefined) return awaited;
    const promise = super.load(key);
    this.#awaited.set(cacheKey, promise);
    return promise;
  }
}
