import { Kernel, ROW_PAIR_BYTES, wholeGroups } from './kernel.js';
import {
  checkShapes,
  expectLength,
  LONGEST_ROW,
  type RecurrentLayerWeights,
  type RecurrentNetworkWeights,
} from './network-weights.js';
import { commonScale, packed, packedScales, type QuantizedMatrix, wholeBlocks } from './quantized-matrix.js';

/** The words of a sequence of T tokens, each distinct word once. */
export interface WordInputs {
  /** N × D: the vectors of the distinct words, up to their scales. */
  readonly vectors: Int8Array | Int16Array;
  /** N: by what each vector is to be multiplied. */
  readonly scales: Float32Array;
  /** T: which of the vectors each token has; −1 for none. */
  readonly ofToken: Int32Array;
}

/** Where something begins in the kernel’s memory. */
type Address = number;

/** A matrix of weights, and the bias that is added to its product, in the kernel’s memory. */
interface PlacedProjection {
  readonly weights: Address;
  readonly scales: Address;
  readonly bias: Address;
  /** How many numbers go in. */
  readonly width: number;
  /** How many come out: the matrix’s rows, filled up to whole blocks. */
  readonly outputs: number;
}

interface PlacedLayer {
  readonly input: PlacedProjection | null;
  /** Of the forward and of the backward direction. */
  readonly recurrent: readonly [PlacedRecurrence, PlacedRecurrence];
}

interface PlacedRecurrence {
  readonly weights: Address;
  readonly scales: Address;
}

interface PlacedTable {
  readonly rows: number;
  readonly values: Address;
  readonly multipliers: Address;
  /** What a value times its row’s multiplier is to be multiplied by. */
  readonly scale: number;
}

/** The longest sequence that is read at once, which bounds the memory. */
export const LONGEST_SEQUENCE = 4096;

/** Outputs of the cells are integers of this scale. */
const OUTPUT_SCALE = 2 ** -15;

/**
 * A recurrent network that scores each token of a sequence for each of S states. The same input gives the same bits on
 * every machine. It keeps its weights and working memory in a WebAssembly instance of its own, which grows to what the
 * longest sequence so far needed.
 */
export class RecurrentNetwork {
  /** S: how many scores each token gets. */
  readonly states: number;
  readonly #kernel = new Kernel();
  readonly #hidden: number;
  readonly #words: PlacedProjection;
  readonly #features: PlacedTable;
  readonly #firstBias: Address;
  readonly #layers: readonly PlacedLayer[];
  readonly #output: PlacedProjection;

  /** Throws a RangeError where the weights’ shapes do not fit together. */
  constructor(weights: RecurrentNetworkWeights) {
    const { words, features, layers, output, outputBias } = weights;
    checkShapes(weights);
    this.states = output.rows;
    this.#hidden = output.columns / 2;
    this.#words = this.#placeProjection(words, new Float32Array(words.rows), 1);
    this.#features = this.#placeTable(features);
    this.#firstBias = this.#kernel.place(layers[0]?.bias ?? new Float32Array());
    this.#layers = layers.map((layer) => this.#placeLayer(layer));
    this.#output = this.#placeProjection(output, outputBias, OUTPUT_SCALE);
  }

  /**
   * Scores the tokens of a sequence: T × S. `features` has the same number of rows of the feature table for each token,
   * T × K; −1 adds nothing. Throws a RangeError for a sequence longer than `LONGEST_SEQUENCE`, and for inputs whose
   * lengths do not fit together or that name a word or a feature that there is not.
   */
  run(words: WordInputs, features: Int32Array): Float32Array {
    this.#checkInputs(words, features);
    const tokens = words.ofToken.length;
    if (tokens === 0) return new Float32Array(0);
    const free = this.#kernel.end;
    try {
      return this.#score(tokens, this.#readInputs(tokens, words, features));
    } finally {
      this.#kernel.release(free);
    }
  }

  /** The input of the first layer’s gates, T × 8H. */
  #readInputs(tokens: number, words: WordInputs, features: Int32Array): Address {
    const kernel = this.#kernel;
    const distinct = words.scales.length;
    const width = 8 * this.#hidden;
    const ofEach = features.length / tokens;
    const gates = kernel.allocate(4 * width * wholeGroups(tokens));
    const vectors = kernel.allocate(2 * this.#words.width * wholeGroups(distinct));
    kernel.int16(vectors, words.vectors.length).set(words.vectors);
    const projected = this.#project(this.#words, vectors, distinct);
    kernel.functions.gather(
      tokens,
      width,
      this.#firstBias,
      kernel.place(words.ofToken),
      projected,
      kernel.place(words.scales),
      ofEach,
      kernel.place(features),
      this.#features.values,
      this.#features.multipliers,
      this.#features.scale,
      kernel.allocate(ROW_PAIR_BYTES * Math.ceil(ofEach / 2)),
      gates,
    );
    return gates;
  }

  /** The scores of the tokens, from the input of the first layer’s gates, which those of the other layers replace. */
  #score(tokens: number, gates: Address): Float32Array {
    const kernel = this.#kernel;
    const hidden = this.#hidden;
    const state = kernel.allocate(6 * hidden);
    const outputs = kernel.allocate(2 * 2 * hidden * wholeGroups(tokens));
    for (const { input, recurrent } of this.#layers) {
      if (input !== null) this.#project(input, outputs, tokens, gates);
      for (const direction of [0, 1] as const) {
        const { weights, scales } = recurrent[direction];
        kernel.functions.recur(tokens, hidden, direction, gates, weights, scales, state, outputs);
      }
    }
    const scores = this.#project(this.#output, outputs, tokens);
    return this.#withoutFilling(scores, tokens);
  }

  /** The product of rows of integers and weights, into `output` or memory of its own. */
  #project(projection: PlacedProjection, input: Address, rows: number, output?: Address): Address {
    const { weights, scales, bias, width, outputs } = projection;
    const to = output ?? this.#kernel.allocate(4 * outputs * wholeGroups(rows));
    this.#kernel.functions.project(input, rows, width, weights, scales, bias, outputs, to);
    return to;
  }

  /** The scores without those of the rows that fill the last block of the output’s weights. */
  #withoutFilling(scores: Address, tokens: number): Float32Array {
    const { outputs } = this.#output;
    const filled = this.#kernel.float32(scores, tokens * outputs);
    const result = new Float32Array(tokens * this.states);
    for (let token = 0; token < tokens; token++) {
      const row = token * outputs;
      result.set(filled.subarray(row, row + this.states), token * this.states);
    }
    return result;
  }

  #placeProjection(matrix: QuantizedMatrix, bias: Float32Array, factor: number): PlacedProjection {
    const outputs = wholeBlocks(matrix.rows);
    const filledBias = new Float32Array(outputs);
    filledBias.set(bias);
    return {
      weights: this.#kernel.place(packed(matrix)),
      scales: this.#kernel.place(packedScales(matrix, factor)),
      bias: this.#kernel.place(filledBias),
      width: matrix.columns,
      outputs,
    };
  }

  #placeTable({ rows, values, scales }: QuantizedMatrix): PlacedTable {
    const { scale, multipliers } = commonScale(scales);
    return { rows, values: this.#kernel.place(values), multipliers: this.#kernel.place(multipliers), scale };
  }

  #placeLayer({ input, recurrent, bias }: RecurrentLayerWeights): PlacedLayer {
    const weights = this.#kernel.place(packed(recurrent));
    const scales = this.#kernel.place(packedScales(recurrent, OUTPUT_SCALE));
    const gates = recurrent.rows / 2;
    return {
      input: input === null ? null : this.#placeProjection(input, bias, OUTPUT_SCALE),
      recurrent: [
        { weights, scales },
        { weights: weights + 2 * gates * recurrent.columns, scales: scales + 4 * gates },
      ],
    };
  }

  #checkInputs({ vectors, scales, ofToken }: WordInputs, features: Int32Array): void {
    const tokens = ofToken.length;
    if (tokens > LONGEST_SEQUENCE) {
      throw new RangeError(`A sequence has at most ${LONGEST_SEQUENCE} tokens, not ${tokens}.`);
    }
    expectLength('the word vectors', vectors.length, scales.length * this.#words.width);
    const ofEach = Math.floor(features.length / Math.max(tokens, 1));
    if (ofEach > LONGEST_ROW) throw new RangeError(`A token has at most ${LONGEST_ROW} features, not ${ofEach}.`);
    expectLength('the features', features.length, tokens * ofEach);
    expectBelow('a token’s word', ofToken, scales.length);
    expectBelow('a feature', features, this.#features.rows);
  }
}

function expectBelow(name: string, indices: Int32Array, limit: number): void {
  for (const index of indices) {
    if (index >= limit) throw new RangeError(`Expected ${name} below ${limit}, not ${index}.`);
  }
}
