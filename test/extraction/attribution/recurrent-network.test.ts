import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { LONGEST_SEQUENCE, RecurrentNetwork } from '../../../src/extraction/attribution/kernel/recurrent-network.js';
import { plainScores } from './plain-network.js';
import { type NetworkInputs, type NetworkSizes, randomInputs, randomWeights } from './random-network.js';

const SMALL: NetworkSizes = { hidden: 64, layers: 1, dimensions: 20, featureRows: 500, states: 11 };
/** Outputs of cells are kept in 16 bits, and tanh has an error of 10⁻⁶; scores are of the size of 1. */
const TOLERANCE = 3e-4;
const SENTENCE = { tokens: 40, distinct: 30, features: 5 };

describe('a recurrent network', () => {
  it.each([
    { hidden: 16, layers: 1, dimensions: 2, states: 1 },
    { hidden: 64, layers: 1, dimensions: 50, states: 40 },
    { hidden: 96, layers: 1, dimensions: 100, states: 37 },
    { hidden: 128, layers: 1, dimensions: 100, states: 40 },
    { hidden: 64, layers: 2, dimensions: 50, states: 40 },
    { hidden: 96, layers: 2, dimensions: 30, states: 8 },
    { hidden: 128, layers: 2, dimensions: 100, states: 43 },
    { hidden: 32, layers: 3, dimensions: 10, states: 5 },
  ])('with $hidden units, layers: $layers, scores as its definition in 64-bit floats does', (shape) => {
    const sizes = { ...SMALL, ...shape };
    const weights = randomWeights(1, sizes);
    const network = new RecurrentNetwork(weights);
    for (const tokens of [1, 2, 3, 50]) {
      const inputs = randomInputs(tokens, sizes, { tokens, distinct: Math.ceil(tokens / 2), features: 4 });
      const found = network.run(inputs.words, inputs.features);
      expect(found).toHaveLength(tokens * sizes.states);
      expect(largestDifference(found, plainScores(weights, inputs))).toBeLessThan(TOLERANCE);
    }
  });

  it('reads words without vectors and tokens without features', () => {
    const weights = randomWeights(2, SMALL);
    const network = new RecurrentNetwork(weights);
    for (const bounds of [
      { tokens: 7, distinct: 0, features: 3 },
      { tokens: 7, distinct: 4, features: 0 },
      { tokens: 7, distinct: 0, features: 0 },
    ]) {
      const inputs = randomInputs(3, SMALL, bounds);
      const found = network.run(inputs.words, inputs.features);
      expect(largestDifference(found, plainScores(weights, inputs))).toBeLessThan(TOLERANCE);
    }
  });

  it('scores nothing where there are no tokens', () => {
    const inputs = randomInputs(1, SMALL, { tokens: 0, distinct: 0, features: 0 });
    expect(new RecurrentNetwork(randomWeights(1, SMALL)).run(inputs.words, inputs.features)).toHaveLength(0);
  });

  it('scores the longest sequence, in memory that it uses again', () => {
    const inputs = randomInputs(1, SMALL, { tokens: LONGEST_SEQUENCE, distinct: 1500, features: 12 });
    const network = new RecurrentNetwork(randomWeights(1, SMALL));
    const first = network.run(inputs.words, inputs.features);
    expect(first.every(Number.isFinite)).toBe(true);
    for (let i = 0; i < 20; i++) expect(hash(network.run(inputs.words, inputs.features))).toBe(hash(first));
  });

  it('saturates instead of overflowing, at weights however large', () => {
    const weights = randomWeights(5, { ...SMALL, layers: 2 });
    for (const matrix of [weights.words, weights.features, ...weights.layers.map(({ recurrent }) => recurrent)]) {
      matrix.values.fill(127);
      matrix.scales.fill(1e30);
    }
    const inputs = randomInputs(5, SMALL, SENTENCE);
    expect(new RecurrentNetwork(weights).run(inputs.words, inputs.features).every(Number.isFinite)).toBe(true);
  });

  it('sums the largest products without overflow', () => {
    const sizes = { ...SMALL, layers: 2, hidden: 256, dimensions: 512 };
    const weights = randomWeights(6, sizes);
    const matrices = weights.layers.flatMap(({ input, recurrent }) => [input ?? weights.words, recurrent]);
    for (const { values, scales, columns } of matrices) {
      values.fill(127);
      scales.fill(1 / (127 * columns));
    }
    weights.layers[0]?.bias.fill(20);
    const words = {
      vectors: new Int16Array(512).fill(32_767),
      scales: Float32Array.of(2 ** -15),
      ofToken: new Int32Array(9),
    };
    const inputs = { words, features: new Int32Array(9).fill(-1) };
    const found = new RecurrentNetwork(weights).run(words, inputs.features);
    expect(largestDifference(found, plainScores(weights, inputs))).toBeLessThan(TOLERANCE);
  });

  it('is refused weights whose shapes do not fit together', () => {
    const weights = randomWeights(1, SMALL);
    const other = randomWeights(1, { ...SMALL, hidden: 96 });
    expect(() => new RecurrentNetwork({ ...weights, words: other.words })).toThrow(
      'The words are 512 × 20, not 768 × 20.',
    );
    expect(() => new RecurrentNetwork({ ...weights, layers: other.layers })).toThrow(RangeError);
    expect(() => new RecurrentNetwork({ ...weights, layers: [] })).toThrow(RangeError);
    expect(() => new RecurrentNetwork({ ...weights, outputBias: new Float32Array(3) })).toThrow(RangeError);
    expect(() => new RecurrentNetwork(randomWeights(1, { ...SMALL, dimensions: 21 }))).toThrow(RangeError);
    expect(() => new RecurrentNetwork(randomWeights(1, { ...SMALL, hidden: 40 }))).toThrow(RangeError);
  });

  it('refuses inputs that name what there is not', () => {
    const network = new RecurrentNetwork(randomWeights(1, SMALL));
    const { words, features } = randomInputs(1, SMALL, SENTENCE);
    expect(() => network.run(words, features.subarray(1))).toThrow(RangeError);
    expect(() => network.run(words, features.with(3, SMALL.featureRows))).toThrow(
      'Expected a feature below 500, not 500.',
    );
    expect(() => network.run({ ...words, ofToken: words.ofToken.with(0, 30) }, features)).toThrow(RangeError);
    expect(() => network.run({ ...words, vectors: words.vectors.subarray(1) }, features)).toThrow(RangeError);
    const many = randomInputs(1, SMALL, { tokens: 2, distinct: 1, features: 513 });
    expect(() => network.run(many.words, many.features)).toThrow('A token has at most 512 features, not 513.');
    const long = randomInputs(1, SMALL, { tokens: LONGEST_SEQUENCE + 1, distinct: 1, features: 1 });
    expect(() => network.run(long.words, long.features)).toThrow(RangeError);
  });
});

describe('the bits of the scores', () => {
  const sizes = { ...SMALL, layers: 2, hidden: 96 };
  const weights = randomWeights(7, sizes);
  const inputs = randomInputs(7, sizes, { tokens: 203, distinct: 90, features: 7 });

  it('are the same on every machine and in every release', () => {
    expect(scoreHash(new RecurrentNetwork(weights), inputs)).toBe(
      'ada72abb49f2df2ff6058e45fec06fde4d1c8f72b4595779eb889ccfdbe87072',
    );
  });

  it('are the same on a repeated run, whatever ran before, and beside another network', () => {
    const network = new RecurrentNetwork(weights);
    const other = new RecurrentNetwork(randomWeights(8, SMALL));
    const first = scoreHash(network, inputs);
    const others = randomInputs(8, SMALL, SENTENCE);
    const otherFirst = scoreHash(other, others);
    expect(scoreHash(network, randomInputs(9, sizes, SENTENCE))).not.toBe(first);
    expect(scoreHash(network, inputs)).toBe(first);
    expect(scoreHash(other, others)).toBe(otherFirst);
    expect(scoreHash(new RecurrentNetwork(weights), inputs)).toBe(first);
  });

  it('are the same in a worker thread', async () => {
    const worker = new Worker(new URL('./network-worker.mjs', import.meta.url), { workerData: { weights, inputs } });
    const [scores] = await once(worker, 'message');
    expect(hash(scores)).toBe(scoreHash(new RecurrentNetwork(weights), inputs));
  });
});

it('The kernel is the one that its source makes', () => {
  const folder = new URL('../../../src/extraction/attribution/kernel/', import.meta.url);
  const source = readFileSync(new URL('kernel.c', folder));
  const binary = readFileSync(new URL('kernel-binary.ts', folder), 'utf8');
  expect(binary, 'Run `npm run kernel`.').toContain(createHash('sha256').update(source).digest('hex'));
});

function largestDifference(found: Float32Array, expected: readonly number[]): number {
  return found.reduce((largest, score, i) => Math.max(largest, Math.abs(score - (expected[i] ?? Number.NaN))), 0);
}

function scoreHash(network: RecurrentNetwork, { words, features }: NetworkInputs): string {
  return hash(network.run(words, features));
}

function hash(scores: Float32Array): string {
  return createHash('sha256').update(new Uint8Array(scores.buffer)).digest('hex');
}
