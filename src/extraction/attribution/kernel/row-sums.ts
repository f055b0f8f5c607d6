import { Kernel, ROW_PAIR_BYTES } from './kernel.js';
import { commonScale, type QuantizedMatrix } from './quantized-matrix.js';

/** Where something begins in the kernel’s memory. */
type Address = number;

/** Sums rows of one table, of which each token has as many as the others. The table’s width is a multiple of 32. */
export class RowSums {
  readonly #kernel = new Kernel();
  readonly #width: number;
  readonly #values: Address;
  readonly #multipliers: Address;
  readonly #scale: number;
  readonly #zeros: Address;

  constructor({ columns, values, scales }: QuantizedMatrix) {
    const common = commonScale(scales);
    this.#width = columns;
    this.#values = this.#kernel.place(values);
    this.#multipliers = this.#kernel.place(common.multipliers);
    this.#scale = common.scale;
    this.#zeros = this.#kernel.place(new Float32Array(columns));
  }

  /** T × width: for each token the sum of its rows; `rows` is T × K, −1 for none. */
  of(rows: Int32Array, tokens: number): Float32Array {
    if (tokens === 0) return new Float32Array(0);
    const kernel = this.#kernel;
    const free = kernel.end;
    const ofEach = rows.length / tokens;
    const output = kernel.allocate(4 * tokens * this.#width);
    try {
      kernel.functions.gather(
        tokens,
        this.#width,
        this.#zeros,
        kernel.place(new Int32Array(tokens).fill(-1)),
        this.#zeros,
        this.#zeros,
        ofEach,
        kernel.place(rows),
        this.#values,
        this.#multipliers,
        this.#scale,
        kernel.allocate(ROW_PAIR_BYTES * Math.ceil(ofEach / 2)),
        output,
      );
      return kernel.float32(output, tokens * this.#width).slice();
    } finally {
      kernel.release(free);
    }
  }
}
