/** How many hashes of words are kept; they are made anew when there are more. */
const KEPT_HASHES = 100_000;

/**
 * For each document of an index the sum of its words, each weighed by its place: equal where the words and their places
 * are. Sixteen bytes a document, so that even those of millions fit in memory, where their words would not.
 */
export class WordSums {
  #ranks = new Float64Array(1024);
  #sums = new Uint32Array(1024);
  #counts = new Int32Array(1024);
  #size = 0;
  readonly #hashes = new Map<string, number>();

  /** Adds a document of so many words, in their order. */
  add(rank: number, words: readonly string[]): void {
    if (this.#size === this.#ranks.length) this.#grow();
    let sum = 0;
    for (const [offset, word] of words.entries()) sum = (sum + weighed(this.#hashOf(word), offset)) >>> 0;
    this.#ranks[this.#size] = rank;
    this.#sums[this.#size] = sum;
    this.#counts[this.#size] = words.length;
    this.#size++;
  }

  #grow(): void {
    const grown = { ranks: new Float64Array(2 * this.#size), sums: new Uint32Array(2 * this.#size) };
    grown.ranks.set(this.#ranks);
    grown.sums.set(this.#sums);
    const counts = new Int32Array(2 * this.#size);
    counts.set(this.#counts);
    this.#ranks = grown.ranks;
    this.#sums = grown.sums;
    this.#counts = counts;
  }

  /** Puts the documents in the order of their ranks, in which they are looked up. */
  sort(): void {
    const order = Array.from({ length: this.#size }, (_, index) => index);
    order.sort((a, b) => (this.#ranks[a] ?? 0) - (this.#ranks[b] ?? 0));
    this.#ranks = Float64Array.from(order, (index) => this.#ranks[index] ?? 0);
    this.#sums = Uint32Array.from(order, (index) => this.#sums[index] ?? 0);
    this.#counts = Int32Array.from(order, (index) => this.#counts[index] ?? 0);
  }

  /** Takes a word away that the index has; whether its document is one of these. */
  take(rank: number, word: string, offset: number): void {
    const index = this.#indexOf(rank);
    if (index === undefined) return;
    this.#sums[index] = (this.#sums[index] ?? 0) - weighed(this.#hashOf(word), offset);
    this.#counts[index] = (this.#counts[index] ?? 0) - 1;
  }

  has(rank: number): boolean {
    return this.#indexOf(rank) !== undefined;
  }

  /** The documents in the order of their ranks, and whether all of their words, and no others, were taken away. */
  *all(): Generator<{ readonly rank: number; readonly isEven: boolean }> {
    for (let index = 0; index < this.#size; index++) {
      yield { rank: this.#ranks[index] ?? 0, isEven: this.#sums[index] === 0 && this.#counts[index] === 0 };
    }
  }

  #indexOf(rank: number): number | undefined {
    let low = 0;
    let high = this.#size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#ranks[middle] ?? 0) < rank) low = middle + 1;
      else high = middle;
    }
    return low < this.#size && this.#ranks[low] === rank ? low : undefined;
  }

  #hashOf(word: string): number {
    const known = this.#hashes.get(word);
    if (known !== undefined) return known;
    if (this.#hashes.size >= KEPT_HASHES) this.#hashes.clear();
    const made = hashOf(word);
    this.#hashes.set(word, made);
    return made;
  }
}

/** FTS5 keeps no more of a word than its first 32 KiB; words that long are told apart by what comes before. */
const LONGEST_WORD = 8000;

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length && index < LONGEST_WORD; index++) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

function weighed(hash: number, offset: number): number {
  const mixed = Math.imul(hash ^ Math.imul(offset + 1, 0x9e3779b1), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
