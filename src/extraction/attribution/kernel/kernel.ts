import { KERNEL_BINARY } from './kernel-binary.js';

/** Of WebAssembly, what is used here; TypeScript’s own types of it come only with those of a browser. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: KernelExports };
};

/** Where something begins in the kernel’s memory, in bytes. */
type Address = number;

interface KernelExports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  /** Where the memory begins that the kernel leaves to its caller. */
  readonly __heap_base: { readonly value: Address };
  project(
    input: Address,
    rows: number,
    width: number,
    weights: Address,
    scales: Address,
    bias: Address,
    outputs: number,
    output: Address,
  ): void;
  gather(
    tokens: number,
    width: number,
    bias: Address,
    wordOf: Address,
    words: Address,
    wordScales: Address,
    features: number,
    featureOf: Address,
    table: Address,
    multipliers: Address,
    tableScale: number,
    pairs: Address,
    output: Address,
  ): void;
  recur(
    tokens: number,
    hidden: number,
    direction: 0 | 1,
    input: Address,
    weights: Address,
    scales: Address,
    state: Address,
    output: Address,
  ): void;
}

/** `struct row_pair` of the kernel. */
export const ROW_PAIR_BYTES = 12;

const PAGE_BYTES = 65_536;
const ALIGNMENT = 16;

let compiled: object | undefined;

/** An instance of `kernel.c` (which documents its functions) and its memory, which is handed out from the bottom up. */
export class Kernel {
  readonly functions: KernelExports;
  #end: Address;

  constructor() {
    compiled ??= new WebAssembly.Module(Buffer.from(KERNEL_BINARY, 'base64'));
    this.functions = new WebAssembly.Instance(compiled).exports;
    this.#end = aligned(this.functions.__heap_base.value);
  }

  /** Where free memory begins: to be given to `release` later. */
  get end(): Address {
    return this.#end;
  }

  /** Room for so many bytes, with whatever was there before. Throws a RangeError where there is no more memory. */
  allocate(bytes: number): Address {
    const { memory } = this.functions;
    const address = this.#end;
    const end = aligned(address + bytes);
    const missing = end - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
    this.#end = end;
    return address;
  }

  /** Gives back all that has been allocated since `end` was this. */
  release(end: Address): void {
    this.#end = end;
  }

  /** Copies values into memory of their own. */
  place(values: Int8Array | Int16Array | Int32Array | Float32Array): Address {
    const address = this.allocate(values.byteLength);
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    new Uint8Array(this.functions.memory.buffer, address).set(bytes);
    return address;
  }

  /** A view of memory, which holds until the next allocation. */
  int16(address: Address, length: number): Int16Array {
    return new Int16Array(this.functions.memory.buffer, address, length);
  }

  /** A view of memory, which holds until the next allocation. */
  float32(address: Address, length: number): Float32Array {
    return new Float32Array(this.functions.memory.buffer, address, length);
  }
}

/** The kernel projects so many rows at once, so that there is always room for whole groups. */
const ROW_GROUP = 4;

/** So many rows, or as many more as fill the last group that the kernel projects at once. */
export function wholeGroups(rows: number): number {
  return Math.ceil(rows / ROW_GROUP) * ROW_GROUP;
}

function aligned(address: Address): Address {
  return Math.ceil(address / ALIGNMENT) * ALIGNMENT;
}
