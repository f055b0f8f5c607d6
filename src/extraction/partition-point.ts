/**
 * How many items stand before the first that is not `before`, found by halving: those that are have to stand in front of
 * those that are not, as in a list sorted by what is asked.
 */
export function partitionPoint<T>(items: readonly T[], before: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(items[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}
