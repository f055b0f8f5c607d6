/** How many insertions and deletions are looked for at most: the work grows with their number. */
const MOST_EDITS = 1000;

/**
 * Pairs of places at which two sequences have the same word, in order and as many as possible: a longest common
 * subsequence, by the greedy algorithm of Myers (“An O(ND) Difference Algorithm and Its Variations”, 1986). Where the
 * sequences differ in more than a thousand places only what they have in common at their ends is found.
 */
export function commonWords(a: Int32Array, b: Int32Array): [number, number][] {
  const start = commonStart(a, b);
  const end = commonEnd(a, b, start);
  const pairs: [number, number][] = [];
  for (let i = 0; i < start; i++) pairs.push([i, i]);
  const middle = path(a.subarray(start, a.length - end), b.subarray(start, b.length - end));
  for (const [i, j] of middle) pairs.push([i + start, j + start]);
  for (let i = end; i > 0; i--) pairs.push([a.length - i, b.length - i]);
  return pairs;
}

function commonStart(a: Int32Array, b: Int32Array): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

function commonEnd(a: Int32Array, b: Int32Array, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let length = 0;
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length;
}

/** The pairs on the shortest way through the edit graph, found by going back over the fronts of each number of edits. */
function path(a: Int32Array, b: Int32Array): [number, number][] {
  const fronts: Int32Array[] = [];
  const most = Math.min(MOST_EDITS, a.length + b.length);
  const size = 2 * most + 3;
  const front = new Int32Array(size);
  for (let edits = 0; edits <= most; edits++) {
    fronts.push(front.slice());
    if (advance(front, edits, a, b)) return trace(fronts, a.length, b.length);
  }
  return [];
}

/** Moves the front on by one edit; whether it has reached the end of both. Diagonals stand at an offset in the middle. */
function advance(front: Int32Array, edits: number, a: Int32Array, b: Int32Array): boolean {
  const middle = (front.length - 1) / 2;
  for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
    let x = startOf(front, middle, diagonal, edits);
    let y = x - diagonal;
    while (x < a.length && y < b.length && a[x] === b[y]) {
      x++;
      y++;
    }
    front[middle + diagonal] = x;
    if (x >= a.length && y >= b.length) return true;
  }
  return false;
}

function startOf(front: Int32Array, middle: number, diagonal: number, edits: number): number {
  const below = front[middle + diagonal - 1] ?? 0;
  const above = front[middle + diagonal + 1] ?? 0;
  return diagonal === -edits || (diagonal !== edits && below < above) ? above : below + 1;
}

function trace(fronts: readonly Int32Array[], lengthA: number, lengthB: number): [number, number][] {
  const pairs: [number, number][] = [];
  let [x, y] = [lengthA, lengthB];
  for (let edits = fronts.length - 1; edits >= 0; edits--) {
    const front = fronts[edits] ?? new Int32Array();
    const middle = (front.length - 1) / 2;
    const diagonal = x - y;
    const start = edits === 0 ? 0 : startOf(front, middle, diagonal, edits);
    while (x > start && y > start - diagonal && x > 0 && y > 0) pairs.push([--x, --y]);
    if (edits === 0) break;
    const isDown = start === (front[middle + diagonal + 1] ?? 0) && isInsertion(front, middle, diagonal, edits);
    if (isDown) y--;
    else x--;
  }
  return pairs.reverse();
}

function isInsertion(front: Int32Array, middle: number, diagonal: number, edits: number): boolean {
  const below = front[middle + diagonal - 1] ?? 0;
  const above = front[middle + diagonal + 1] ?? 0;
  return diagonal === -edits || (diagonal !== edits && below < above);
}
