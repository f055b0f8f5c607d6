import type { Stretch } from '../../domain/span.js';
import type { Document } from '../document.js';
import type { DateExpression } from '../extraction.js';
import { SUBORDINATORS } from '../language/english/claims.js';
import { partitionPoint } from '../partition-point.js';

/** Which parts of a sentence are one clause, as far as words and marks tell that open another: “after”, “when”, “;”. */
export class Clauses {
  /** Where such words stand, in the order of the text. */
  readonly #openings: readonly number[];

  constructor({ tokens }: Document, dates: readonly DateExpression[]) {
    // “After Friday” and “since March” are dates.
    const dated = new Set(dates.map(({ span }) => span.start));
    this.#openings = tokens
      .filter(({ lower, start }) => SUBORDINATORS.has(lower) && !dated.has(start))
      .map(({ start }) => start);
  }

  /** Whether no word between two stretches opens another clause. */
  isOne(a: Stretch, b: Stretch): boolean {
    return this.#countBefore(a.start) === this.#countBefore(b.start);
  }

  #countBefore(offset: number): number {
    return partitionPoint(this.#openings, (opening) => opening < offset);
  }
}
