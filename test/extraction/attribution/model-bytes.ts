import type { RecurrentNetworkWeights } from '../../../src/extraction/attribution/kernel/network-weights.js';
import type { QuantizedMatrix } from '../../../src/extraction/attribution/kernel/quantized-matrix.js';

export interface NamedTensor {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly values: Int8Array | Int16Array | Float32Array;
}

/** A model file of these tensors, in this order, with so many spaces behind its header. */
export function modelBytes(
  tensors: readonly NamedTensor[],
  { metadata = {}, spaces = 0 }: { readonly metadata?: Record<string, string>; readonly spaces?: number } = {},
): Uint8Array {
  let position = 0;
  const entries = tensors.map(({ name, dtype, shape, values }) => {
    const start = position;
    position += values.byteLength;
    return [name, { dtype, shape, data_offsets: [start, position] }];
  });
  const header = JSON.stringify({ __metadata__: metadata, ...Object.fromEntries(entries) }) + ' '.repeat(spaces);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(Buffer.byteLength(header)));
  const data = tensors.map(({ values }) => new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  return Buffer.concat([length, Buffer.from(header), ...data]);
}

/** The tensors of a network, by the names that a model has for them. */
export function networkTensors(weights: RecurrentNetworkWeights): NamedTensor[] {
  return [
    ...matrixTensors('network.words', weights.words),
    ...matrixTensors('network.output', weights.output),
    vectorTensor('network.output.bias', weights.outputBias),
    ...weights.layers.flatMap(({ input, recurrent, bias }, i) => [
      ...(input === null ? [] : matrixTensors(`network.layers.${i}.input`, input)),
      ...matrixTensors(`network.layers.${i}.recurrent`, recurrent),
      vectorTensor(`network.layers.${i}.bias`, bias),
    ]),
  ];
}

function matrixTensors(name: string, { rows, columns, values, scales }: QuantizedMatrix): NamedTensor[] {
  return [{ name, dtype: 'I8', shape: [rows, columns], values }, vectorTensor(`${name}.scales`, scales)];
}

function vectorTensor(name: string, values: Float32Array): NamedTensor {
  return { name, dtype: 'F32', shape: [values.length], values };
}
