import { describe, expect, it } from 'vitest';
import { readModel } from '../../../src/extraction/attribution/kernel/model.js';
import { readNetworkWeights } from '../../../src/extraction/attribution/kernel/network-weights.js';
import { modelBytes, networkTensors } from './model-bytes.js';
import { randomWeights } from './random-network.js';

const HALVES = { name: 'halves', dtype: 'F32', shape: [3], values: Float32Array.of(0.5, 1.5, -2.5) };
const TABLE = { name: 'table', dtype: 'I16', shape: [1, 2], values: Int16Array.of(-300, 300) };

describe('a model file', () => {
  it('gives its tensors and what it says of itself', () => {
    const model = readModel(modelBytes([HALVES, TABLE], { metadata: { language: 'en' } }));
    expect(model.metadata).toEqual({ language: 'en' });
    expect(model.has('table')).toBe(true);
    expect(model.has('chair')).toBe(false);
    expect(model.tensor('table', 'I16', 2)).toEqual({ shape: [1, 2], values: TABLE.values });
    expect(model.tensor('halves', 'F32', 1)).toEqual({ shape: [3], values: HALVES.values });
  });

  it('is read wherever in memory its tensors lie', () => {
    for (const spaces of [0, 1, 2, 3]) {
      const model = readModel(modelBytes([HALVES], { spaces }));
      expect(model.tensor('halves', 'F32', 1).values).toEqual(HALVES.values);
    }
  });

  it('has the weights of a network', () => {
    const sizes = { hidden: 16, layers: 2, dimensions: 4, featureRows: 5, states: 3 };
    const weights = randomWeights(1, sizes);
    expect(readNetworkWeights(readModel(modelBytes(networkTensors(weights))), weights.features)).toEqual(weights);
  });

  it('says what it lacks', () => {
    const model = readModel(modelBytes([HALVES, { ...TABLE, shape: [3, 2] }]));
    expect(() => model.tensor('chair', 'I8', 1)).toThrow('The model has no tensor “chair”.');
    expect(() => model.tensor('halves', 'I8', 1)).toThrow('expected I8 of 1');
    expect(() => model.tensor('halves', 'F32', 2)).toThrow('expected F32 of 2');
    expect(() => model.tensor('table', 'I16', 2)).toThrow('does not have as many numbers as its shape says');
  });

  it('is refused where it ends early', () => {
    const whole = modelBytes([HALVES]);
    expect(() => readModel(new Uint8Array(0))).toThrow('ends before its header');
    expect(() => readModel(whole.subarray(0, 20))).toThrow('ends before its header');
    expect(() => readModel(whole.subarray(0, -1)).tensor('halves', 'F32', 1)).toThrow('as many numbers');
  });
});
