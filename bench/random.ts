import { hash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of random choices, the same whenever it is made of the same words. */
export class Random {
  readonly #generator;

  constructor(...words: readonly (string | number)[]) {
    const digest = hash('sha256', JSON.stringify(words), 'buffer');
    this.#generator = xoroshiro128plusFromState([0, 4, 8, 12].map((offset) => digest.readInt32LE(offset)));
  }

  /** A whole number from `from` to `to`, both inclusive. */
  int(from: number, to: number): number {
    return uniformInt(this.#generator, from, to);
  }

  /** One of a list; throws a RangeError where it is empty. */
  pick<T>(list: readonly T[]): T {
    const entry = list.length > 0 ? list[this.int(0, list.length - 1)] : undefined;
    if (entry === undefined) throw new RangeError('There is nothing to pick from.');
    return entry;
  }

  /** The list in another order. */
  shuffled<T>(list: readonly T[]): T[] {
    return list
      .map((entry) => ({ entry, place: this.int(0, 2 ** 30) }))
      .sort((a, b) => a.place - b.place)
      .map(({ entry }) => entry);
  }
}
