import { BUCKETS } from './field-features.js';
import { type Model, quantizedMatrix } from './kernel/model.js';
import { RowSums } from './kernel/row-sums.js';

/** The part of the random field that scores words and their neighbours as they are: weights of hashed features. */
export class WordField {
  /** Which row of weights each bucket has; −1 for none. */
  readonly #rows = new Int32Array(BUCKETS).fill(-1);
  readonly #weights: RowSums;

  constructor(model: Model) {
    this.#weights = new RowSums(quantizedMatrix(model, 'field'));
    for (const [row, bucket] of model.tensor('field.buckets', 'I32', 1).values.entries()) this.#rows[bucket] = row;
  }

  /** Scores tokens for each state (T × S); `buckets` has the features of each, as `fieldFeatures` gives them. */
  score(buckets: Int32Array, tokens: number): Float32Array {
    return this.#weights.of(
      buckets.map((bucket) => this.#rows[bucket] ?? -1),
      tokens,
    );
  }
}
