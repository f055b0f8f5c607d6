import type {
  RecurrentLayerWeights,
  RecurrentNetworkWeights,
} from '../../../src/extraction/attribution/kernel/network-weights.js';
import type { QuantizedMatrix } from '../../../src/extraction/attribution/kernel/quantized-matrix.js';
import type { NetworkInputs } from './random-network.js';

type Vector = readonly number[];

/** The scores of a recurrent network by its textbook definition, in 64-bit floats: what the kernel has to come near to. */
export function plainScores(weights: RecurrentNetworkWeights, { words, features }: NetworkInputs): Vector {
  const tokens = words.ofToken.length;
  const hidden = weights.output.columns / 2;
  const count = features.length / tokens;
  const projections = Array.from(words.scales, (scale, word) => {
    const vector = words.vectors.subarray(word * weights.words.columns, (word + 1) * weights.words.columns);
    return product(
      weights.words,
      Array.from(vector, (value) => value * scale),
    );
  });
  const zeros: Vector = Array(8 * hidden).fill(0);
  let gates = Array.from(words.ofToken, (word, token) =>
    [...features.subarray(token * count, (token + 1) * count)]
      .filter((row) => row >= 0)
      .reduce<Vector>((total, row) => sum(total, matrixRow(weights.features, row)), projections[word] ?? zeros),
  );
  let outputs: Vector[] = [];
  for (const layer of weights.layers) {
    const { input } = layer;
    if (input !== null) gates = outputs.map((output) => product(input, output));
    outputs = layerOutputs(layer, gates, hidden);
  }
  return outputs.flatMap((output) => sum(product(weights.output, output), [...weights.outputBias]));
}

function layerOutputs({ recurrent, bias }: RecurrentLayerWeights, gates: readonly Vector[], hidden: number): Vector[] {
  const direction = (offset: number, inputs: readonly Vector[]) => {
    let output: Vector = Array(hidden).fill(0);
    let cells: Vector = output;
    return inputs.map((input) => {
      const own = product(recurrent, output);
      const gate = (which: number, j: number) => {
        const row = offset + which * hidden + j;
        return (input[row] ?? 0) + (own[row] ?? 0) + (bias[row] ?? 0);
      };
      cells = cells.map((cell, j) => sigmoid(gate(1, j)) * cell + sigmoid(gate(0, j)) * Math.tanh(gate(2, j)));
      output = cells.map((cell, j) => sigmoid(gate(3, j)) * Math.tanh(cell));
      return output;
    });
  };
  const forward = direction(0, gates);
  const backward = direction(4 * hidden, gates.toReversed()).toReversed();
  return forward.map((output, token) => [...output, ...(backward[token] ?? [])]);
}

function product(matrix: QuantizedMatrix, vector: Vector): Vector {
  return Array.from({ length: matrix.rows }, (_, row) => {
    let total = 0;
    for (let i = 0; i < matrix.columns; i++) {
      total += (matrix.values[row * matrix.columns + i] ?? 0) * (vector[i] ?? 0);
    }
    return total * (matrix.scales[row] ?? 0);
  });
}

function matrixRow({ columns, values, scales }: QuantizedMatrix, row: number): Vector {
  return Array.from(values.subarray(row * columns, (row + 1) * columns), (value) => value * (scales[row] ?? 0));
}

function sum(a: Vector, b: Vector): Vector {
  return a.map((value, i) => value + (b[i] ?? 0));
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
