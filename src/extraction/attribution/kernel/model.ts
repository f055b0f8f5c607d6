import type { QuantizedMatrix } from './quantized-matrix.js';

/** The kinds of numbers that a model’s tensors consist of, as the header names them. */
const NUMBER_TYPES = {
  F32: Float32Array,
  I32: Int32Array,
  I16: Int16Array,
  I8: Int8Array,
  U8: Uint8Array,
} as const;

type NumberType = keyof typeof NUMBER_TYPES;

type Numbers<T extends NumberType> = InstanceType<(typeof NUMBER_TYPES)[T]>;

/** A tensor’s entry in the header. */
interface Entry {
  readonly dtype: string;
  readonly shape: readonly number[];
  /** Where it begins and ends in the data, in bytes. */
  readonly data_offsets: readonly [number, number];
}

/** The named tensors of a model file, and what the file says of itself. */
export interface Model {
  readonly metadata: Readonly<Record<string, string>>;
  has(name: string): boolean;
  /** A tensor’s numbers, row by row. Throws where there is none of that name, type and number of dimensions. */
  tensor<T extends NumberType>(name: string, type: T, dimensions: number): Tensor<T>;
}

export interface Tensor<T extends NumberType> {
  readonly shape: readonly number[];
  readonly values: Numbers<T>;
}

const LENGTH_BYTES = 8;

/**
 * Reads a model in the safetensors format (https://huggingface.co/docs/safetensors): the header’s length as 64 bits, the
 * header in JSON with the type, shape and place of each tensor, then the tensors’ bytes, all little-endian. The tensors
 * are views of `bytes`, where their alignment allows it. Throws an Error where the header is not as the format has it.
 */
export function readModel(bytes: Uint8Array): Model {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = bytes.length < LENGTH_BYTES ? Number.POSITIVE_INFINITY : Number(view.getBigUint64(0, true));
  const dataStart = LENGTH_BYTES + headerLength;
  if (dataStart > bytes.length) throw new Error('The model file ends before its header does.');
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(LENGTH_BYTES, dataStart)));
  const { __metadata__: metadata = {}, ...entries } = header as Record<string, Entry> & {
    readonly __metadata__?: Record<string, string>;
  };
  const data = bytes.subarray(dataStart);
  return {
    metadata,
    has: (name) => name in entries,
    tensor: (name, type, dimensions) => readTensor(data, entries, name, type, dimensions),
  };
}

function readTensor<T extends NumberType>(
  data: Uint8Array,
  entries: Readonly<Record<string, Entry>>,
  name: string,
  type: T,
  dimensions: number,
): Tensor<T> {
  const entry = entries[name];
  if (entry === undefined) throw new Error(`The model has no tensor “${name}”.`);
  const { dtype, shape, data_offsets: offsets } = entry;
  if (dtype !== type || shape.length !== dimensions) {
    throw new Error(
      `The model’s tensor “${name}” is ${dtype} of ${shape.length} dimensions; expected ${type} of ${dimensions}.`,
    );
  }
  const values = numbers(data.subarray(...offsets), type);
  if (values.length !== shape.reduce((product, size) => product * size, 1)) {
    throw new Error(`The model’s tensor “${name}” does not have as many numbers as its shape says.`);
  }
  return { shape, values };
}

function numbers<T extends NumberType>(bytes: Uint8Array, type: T): Numbers<T> {
  const { BYTES_PER_ELEMENT: size } = NUMBER_TYPES[type];
  const { buffer, byteOffset } = bytes.byteOffset % size === 0 ? bytes : new Uint8Array(bytes);
  const View: new (buffer: ArrayBufferLike, offset: number, length: number) => Numbers<NumberType> = NUMBER_TYPES[type];
  return new View(buffer, byteOffset, Math.floor(bytes.byteLength / size)) as Numbers<T>;
}

/** The tensor `name` of int8 and, in `name.scales`, the scale of each of its rows. */
export function quantizedMatrix(model: Model, name: string): QuantizedMatrix {
  const { shape, values } = model.tensor(name, 'I8', 2);
  const [rows = 0, columns = 0] = shape;
  return { rows, columns, values, scales: model.tensor(`${name}.scales`, 'F32', 1).values };
}
