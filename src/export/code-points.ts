/**
 * Counts the characters of a text before an offset in UTF-16: JavaScript and GraphQL clients count units, the Web
 * Annotation model and Python programs such as Citron count code points. Offsets may come in any order.
 */
export class CodePoints {
  /** Where the second halves of characters stand, in order. */
  readonly #halves: readonly number[];

  constructor(text: string) {
    this.#halves = [...text.matchAll(/[\u{10000}-\u{10ffff}]/gu)].map(({ index }) => index + 1);
  }

  before(offset: number): number {
    let [low, high] = [0, this.#halves.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#halves[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  }
}
