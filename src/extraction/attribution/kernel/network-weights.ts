import { type Model, quantizedMatrix } from './model.js';
import type { QuantizedMatrix } from './quantized-matrix.js';

/**
 * The weights of a bidirectional LSTM of H units in each direction, on the sum of projected word vectors and of rows of a
 * table of features, with a linear layer at its end. “8H” is always the forward direction’s gates and then the backward
 * one’s, each in PyTorch’s order: input, forget, cell, output.
 */
export interface RecurrentNetworkWeights {
  /** 8H × D: from a word’s vector to the gates of the first layer. D is even. */
  readonly words: QuantizedMatrix;
  /**
   * R × 8H: what each feature adds to the gates of the first layer. The scales are rounded to multiples of a 32767th of
   * the largest.
   */
  readonly features: QuantizedMatrix;
  readonly layers: readonly RecurrentLayerWeights[];
  /** S × 2H. */
  readonly output: QuantizedMatrix;
  /** S. */
  readonly outputBias: Float32Array;
}

export interface RecurrentLayerWeights {
  /** 8H × 2H: from the outputs of the layer before (forward, backward) to the gates; null for the first layer. */
  readonly input: QuantizedMatrix | null;
  /** 8H × H: from the direction’s own outputs of the step before. */
  readonly recurrent: QuantizedMatrix;
  /** 8H. */
  readonly bias: Float32Array;
}

/** So many products of int16 by int8 can be summed in 32 bits. */
export const LONGEST_ROW = 512;

/**
 * The network of a model that `scripts/training/model_file.py` wrote: `network.words`, `network.output`,
 * `network.output.bias`, and for each layer from 0 `network.layers.0.recurrent`, `….bias` and, from the second on,
 * `….input`. The table of features is given.
 */
export function readNetworkWeights(model: Model, features: QuantizedMatrix): RecurrentNetworkWeights {
  const layers: RecurrentLayerWeights[] = [];
  for (let i = 0; model.has(`network.layers.${i}.recurrent`); i++) {
    const name = `network.layers.${i}`;
    layers.push({
      input: i === 0 ? null : quantizedMatrix(model, `${name}.input`),
      recurrent: quantizedMatrix(model, `${name}.recurrent`),
      bias: model.tensor(`${name}.bias`, 'F32', 1).values,
    });
  }
  return {
    words: quantizedMatrix(model, 'network.words'),
    features,
    layers,
    output: quantizedMatrix(model, 'network.output'),
    outputBias: model.tensor('network.output.bias', 'F32', 1).values,
  };
}

/** Throws a RangeError where the weights’ shapes do not fit together. */
export function checkShapes({ words, features, layers, output, outputBias }: RecurrentNetworkWeights): void {
  const hidden = output.columns / 2;
  const gates = 8 * hidden;
  if (hidden % 16 !== 0 || hidden < 16 || hidden > LONGEST_ROW / 2) {
    throw new RangeError(`H is a multiple of 16 up to ${LONGEST_ROW / 2}, not ${hidden}.`);
  }
  if (layers.length === 0) throw new RangeError('A recurrent network has at least one layer.');
  if (words.columns % 2 !== 0 || words.columns > LONGEST_ROW) {
    throw new RangeError(`Word vectors have an even length up to ${LONGEST_ROW}, not ${words.columns}.`);
  }
  expectShape('words', words, gates, words.columns);
  expectShape('features', features, features.rows, gates);
  for (const [i, { input, recurrent, bias }] of layers.entries()) {
    expectShape(`recurrent weights of layer ${i}`, recurrent, gates, hidden);
    expectLength(`the bias of layer ${i}`, bias.length, gates);
    if ((input === null) !== (i === 0)) throw new RangeError('All layers but the first have weights for their input.');
    if (input !== null) expectShape(`input weights of layer ${i}`, input, gates, 2 * hidden);
  }
  expectShape('output', output, output.rows, 2 * hidden);
  expectLength('the output’s bias', outputBias.length, output.rows);
}

function expectShape(name: string, matrix: QuantizedMatrix, rows: number, columns: number): void {
  if (matrix.rows !== rows || matrix.columns !== columns) {
    throw new RangeError(`The ${name} are ${rows} × ${columns}, not ${matrix.rows} × ${matrix.columns}.`);
  }
  expectLength(`the ${name}`, matrix.values.length, rows * columns);
  expectLength(`the scales of the ${name}`, matrix.scales.length, rows);
}

/** Throws a RangeError that names what has the wrong length. */
export function expectLength(name: string, found: number, expected: number): void {
  if (found !== expected) throw new RangeError(`Expected ${expected} numbers for ${name}, not ${found}.`);
}
