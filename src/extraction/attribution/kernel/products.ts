import { Kernel, wholeGroups } from './kernel.js';
import { packed, packedScales, type QuantizedMatrix, wholeBlocks } from './quantized-matrix.js';

/** The products of the rows of `inputs`, without their scales, and the rows of `weights`: N × M. */
export function products(inputs: QuantizedMatrix, weights: QuantizedMatrix): Float32Array {
  const kernel = new Kernel();
  const rows = wholeGroups(inputs.rows);
  const outputs = wholeBlocks(weights.rows);
  const even = withEvenColumns(inputs);
  const filled = new Int16Array(rows * even.columns);
  filled.set(even.values);
  const input = kernel.place(filled);
  const placedWeights = kernel.place(packed(withEvenColumns(weights)));
  const scales = kernel.place(packedScales(weights, 1));
  const bias = kernel.place(new Float32Array(outputs));
  const output = kernel.allocate(4 * rows * outputs);
  kernel.functions.project(input, inputs.rows, even.columns, placedWeights, scales, bias, outputs, output);
  const sums = new Float32Array(inputs.rows * weights.rows);
  const found = kernel.float32(output, rows * outputs);
  for (let row = 0; row < inputs.rows; row++) {
    sums.set(found.subarray(row * outputs, row * outputs + weights.rows), row * weights.rows);
  }
  return sums;
}

/** The kernel reads columns in pairs. */
function withEvenColumns(matrix: QuantizedMatrix): QuantizedMatrix {
  const { rows, columns } = matrix;
  if (columns % 2 === 0) return matrix;
  const values = new Int8Array(rows * (columns + 1));
  for (let row = 0; row < rows; row++) {
    values.set(matrix.values.subarray(row * columns, (row + 1) * columns), row * (columns + 1));
  }
  return { ...matrix, columns: columns + 1, values };
}
