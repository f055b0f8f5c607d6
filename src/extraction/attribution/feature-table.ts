import { type Model, quantizedMatrix } from './kernel/model.js';
import { products } from './kernel/products.js';
import type { QuantizedMatrix } from './kernel/quantized-matrix.js';

const LARGEST = 127;

/**
 * The table of what each feature adds to a network’s gates, R × 8H: the embeddings of its values (`features.0`, R₀ × D₀,
 * and so on) times the weights by which the gates read them (`features.0.gates`, 8H × D₀). A model keeps both, because
 * their product takes many times their room.
 */
export function featureTable(model: Model): QuantizedMatrix {
  const parts: QuantizedMatrix[] = [];
  for (let i = 0; model.has(`features.${i}`); i++) {
    parts.push(product(quantizedMatrix(model, `features.${i}`), quantizedMatrix(model, `features.${i}.gates`)));
  }
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const columns = parts[0]?.columns ?? 0;
  const values = new Int8Array(rows * columns);
  const scales = new Float32Array(rows);
  let row = 0;
  for (const part of parts) {
    values.set(part.values, row * columns);
    scales.set(part.scales, row);
    row += part.rows;
  }
  return { rows, columns, values, scales };
}

function product(embeddings: QuantizedMatrix, gates: QuantizedMatrix): QuantizedMatrix {
  const { rows } = embeddings;
  const columns = gates.rows;
  const sums = products(embeddings, gates);
  const values = new Int8Array(rows * columns);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const sum = sums.subarray(row * columns, (row + 1) * columns);
    let largest = 0;
    for (const value of sum) largest = Math.max(largest, Math.abs(value));
    if (largest === 0) continue;
    for (let column = 0; column < columns; column++) {
      values[row * columns + column] = Math.round(((sum[column] ?? 0) * LARGEST) / largest);
    }
    scales[row] = (largest * (embeddings.scales[row] ?? 0)) / LARGEST;
  }
  return { rows, columns, values, scales };
}
