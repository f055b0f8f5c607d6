/** What has a day, and an id that decides between two of one day. */
export interface Neighbour {
  readonly id: string;
  readonly day: number;
}

/**
 * Walks through rows that are in the order of their days outward from one of them: those nearest in days first, then by
 * id. Rows without a day (whose day is `none`, after all others) come last; seen from one of these the latest come first.
 */
export function* nearestFirst<Row extends Neighbour>(
  rows: readonly Row[],
  from: Neighbour,
  none: number,
): Generator<Row> {
  const end = firstFrom(rows, none);
  let left = firstFrom(rows, Math.min(from.day, none)) - 1;
  let right = left + 1;
  while (left >= 0 || right < end) {
    const before = left >= 0 ? from.day - (rows[left]?.day ?? 0) : Number.POSITIVE_INFINITY;
    const after = right < end ? (rows[right]?.day ?? 0) - from.day : Number.POSITIVE_INFINITY;
    const distance = Math.min(before, after);
    const equallyNear: Row[] = [];
    for (let row = rows[left]; row !== undefined && from.day - row.day === distance; row = rows[left]) {
      equallyNear.push(row);
      left--;
    }
    for (
      let row = rows[right];
      right < end && row !== undefined && row.day - from.day === distance;
      row = rows[right]
    ) {
      equallyNear.push(row);
      right++;
    }
    yield* equallyNear.sort(byId);
  }
  yield* rows.slice(end).sort(byId);
}

/** Where the rows of this day or a later one begin. */
function firstFrom(rows: readonly Neighbour[], day: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.day ?? day) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Ids are ASCII, where the order of code units is that of every store. */
function byId(a: Neighbour, b: Neighbour): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
