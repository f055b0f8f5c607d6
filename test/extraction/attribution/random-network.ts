import type {
  RecurrentLayerWeights,
  RecurrentNetworkWeights,
} from '../../../src/extraction/attribution/kernel/network-weights.js';
import type { QuantizedMatrix } from '../../../src/extraction/attribution/kernel/quantized-matrix.js';
import type { WordInputs } from '../../../src/extraction/attribution/kernel/recurrent-network.js';

/** The sizes of a network, by the letters that its documentation uses. */
export interface NetworkSizes {
  readonly hidden: number;
  readonly layers: number;
  readonly dimensions: number;
  readonly featureRows: number;
  readonly states: number;
}

export interface NetworkInputs {
  readonly words: WordInputs;
  readonly features: Int32Array;
}

/** Integers below a limit, the same for the same seed on every machine (xorshift). */
function randomIntegers(seed: number): (limit: number) => number {
  let state = seed | 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

export function randomWeights(seed: number, sizes: NetworkSizes): RecurrentNetworkWeights {
  const { hidden, dimensions, featureRows, states } = sizes;
  const random = randomIntegers(seed);
  const gates = 8 * hidden;
  const layer = (_: unknown, index: number): RecurrentLayerWeights => ({
    input: index === 0 ? null : randomMatrix(random, gates, 2 * hidden, 2),
    recurrent: randomMatrix(random, gates, hidden, 2),
    bias: randomNumbers(random, gates, 1),
  });
  return {
    words: randomMatrix(random, gates, dimensions, 2),
    features: randomMatrix(random, featureRows, gates, 1),
    layers: Array.from({ length: sizes.layers }, layer),
    output: randomMatrix(random, states, 2 * hidden, 2),
    outputBias: randomNumbers(random, states, 1),
  };
}

/** Tokens of which each has one of so many distinct words, or now and then none, and `features` features or fewer. */
export function randomInputs(
  seed: number,
  { dimensions, featureRows }: NetworkSizes,
  { tokens, distinct, features }: { readonly tokens: number; readonly distinct: number; readonly features: number },
): NetworkInputs {
  const random = randomIntegers(seed);
  const index = (limit: number) => (limit === 0 || random(20) === 0 ? -1 : random(limit));
  return {
    words: {
      vectors: Int8Array.from({ length: distinct * dimensions }, () => random(255) - 127),
      scales: Float32Array.from({ length: distinct }, () => (1 + random(1000)) / 200_000),
      ofToken: Int32Array.from({ length: tokens }, () => index(distinct)),
    },
    features: Int32Array.from({ length: tokens * features }, () => index(featureRows)),
  };
}

/** Rows of which each has a Euclidean length of about `size`, as trained ones have. */
function randomMatrix(random: (limit: number) => number, rows: number, columns: number, size: number): QuantizedMatrix {
  const largest = (size * Math.sqrt(3 / columns)) / 127;
  return {
    rows,
    columns,
    values: Int8Array.from({ length: rows * columns }, () => random(255) - 127),
    scales: Float32Array.from({ length: rows }, () => largest * (0.5 + random(1000) / 1000)),
  };
}

function randomNumbers(random: (limit: number) => number, length: number, largest: number): Float32Array {
  return Float32Array.from({ length }, () => (largest * (random(2001) - 1000)) / 1000);
}
