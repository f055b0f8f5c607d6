import { hash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** How much nearer the first of a long tail is to the second: without it, one name would get a tenth of everything. */
const TAIL_OFFSET = 2;

/**
 * A stream of random choices. Whole numbers and the four basic operations alone, so that the same stream makes the same
 * choices on every machine.
 */
export class Random {
  readonly #generator;

  /** The stream that belongs to these numbers and names; others are independent of it. */
  constructor(...parts: readonly (string | number)[]) {
    const digest = hash('sha256', JSON.stringify(parts), 'buffer');
    this.#generator = xoroshiro128plusFromState([0, 4, 8, 12].map((offset) => digest.readInt32LE(offset)));
  }

  /** A whole number from `from` to `to`, both inclusive. */
  int(from: number, to: number): number {
    return uniformInt(this.#generator, from, to);
  }

  /** True in `percent` of a hundred cases; a thousandth of a per cent is the finest share. */
  chance(percent: number): boolean {
    return this.int(0, 99_999) < percent * 1000;
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    return entryAt(list, this.int(0, list.length - 1));
  }

  /** One of the entries, each as often as its weight says. */
  weighted<T>(entries: readonly (readonly [entry: T, weight: number])[]): T {
    let left = this.int(0, entries.reduce((sum, [, weight]) => sum + weight, 0) - 1);
    for (const [entry, weight] of entries) {
      if (left < weight) return entry;
      left -= weight;
    }
    throw new RangeError('Nothing to pick from.');
  }

  /** One of a list that is not empty, those at its beginning more often; see `rank`. */
  pickRanked<T>(list: readonly T[]): T {
    return entryAt(list, this.rank(list.length));
  }

  /** The same entries in another order. */
  shuffled<T>(list: readonly T[]): T[] {
    const rest = [...list];
    return list.flatMap(() => rest.splice(this.int(0, rest.length - 1), 1));
  }

  /**
   * A rank from 0 to `size - 1`, low ones more often: the law of Zipf and Mandelbrot, where the probability of a rank goes
   * with 1 / (rank + 2). Drawn by octave and then by rejection within it, which needs no logarithm.
   */
  rank(size: number): number {
    const end = size + TAIL_OFFSET;
    const octaves = 31 - Math.clz32(end - 1);
    for (;;) {
      const start = 2 ** this.int(1, octaves);
      const drawn = this.int(start, 2 * start - 1);
      if (drawn < end && this.int(0, drawn - 1) < start) return drawn - TAIL_OFFSET;
    }
  }
}

function entryAt<T>(list: readonly T[], index: number): T {
  const entry = list[index];
  if (entry === undefined) throw new RangeError('Nothing to pick from.');
  return entry;
}
