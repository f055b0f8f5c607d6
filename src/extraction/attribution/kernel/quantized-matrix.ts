/** A matrix, row by row, of which each row is integers (−127 to 127) times a scale of its own. */
export interface QuantizedMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Int8Array;
  readonly scales: Float32Array;
}

/** The kernel works on so many rows at once. */
const BLOCK = 8;
const LARGEST_MULTIPLIER = 32_767;

/** So many rows, or as many more as fill the last block. */
export function wholeBlocks(rows: number): number {
  return Math.ceil(rows / BLOCK) * BLOCK;
}

/** The values in the order in which `kernel.c` reads weights, with rows of zeros to fill the last block. */
export function packed({ rows, columns, values }: QuantizedMatrix): Int16Array {
  const weights = new Int16Array(wholeBlocks(rows) * columns);
  for (let row = 0; row < rows; row++) {
    const block = (row - (row % BLOCK)) * columns;
    const lane = (row % BLOCK) * 2;
    for (let column = 0; column < columns; column++) {
      const pair = (column >> 1) * BLOCK * 2;
      weights[block + pair + lane + (column & 1)] = values[row * columns + column] ?? 0;
    }
  }
  return weights;
}

/** The scales of `packed` weights, times a factor. */
export function packedScales({ rows, scales }: QuantizedMatrix, factor: number): Float32Array {
  const filled = new Float32Array(wholeBlocks(rows));
  filled.set(scales.map((scale) => scale * factor));
  return filled;
}

/** Scales as integers of 16 bits times one common scale, of which the largest is 32767. */
export function commonScale(scales: Float32Array): { readonly scale: number; readonly multipliers: Int16Array } {
  const largest = scales.reduce((most, scale) => Math.max(most, Math.abs(scale)), 0);
  const scale = largest / LARGEST_MULTIPLIER;
  const multiplier = (value: number) => (scale === 0 ? 0 : Math.round(value / scale));
  return { scale, multipliers: Int16Array.from(scales, multiplier) };
}
