import DataLoader from 'dataloader';

/**
 * A dataloader that waits for the next turn of the event loop before it loads. All loaders that a level of a query asks
 * then load in one turn, so that what they give is asked for in one turn as well; and between the levels other requests
 * are served, and a client that went away is noticed: the store answers at once and would let nobody in between.
 */
export function batchLoader<Key, Value, CacheKey = Key>(
  load: (keys: readonly Key[]) => Promise<Value[]>,
  cacheKeyFn?: (key: Key) => CacheKey,
): DataLoader<Key, Value, CacheKey> {
  return new DataLoader<Key, Value, CacheKey>(load, {
    batchScheduleFn: (dispatch) => setImmediate(dispatch),
    ...(cacheKeyFn && { cacheKeyFn }),
  });
}
