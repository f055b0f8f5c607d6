import type { Document, TokenRange } from '../document.js';
import type { ConfidenceModel } from './confidence.js';
import { type Decoded, decode, type Transitions } from './decoding.js';
import { featureTable } from './feature-table.js';
import { featureSizes, featuresOf } from './features.js';
import type { Model } from './kernel/model.js';
import { readNetworkWeights } from './kernel/network-weights.js';
import { RecurrentNetwork } from './kernel/recurrent-network.js';
import type { Lexicon } from './lexicon.js';

/** Longer texts are read in parts that end with a paragraph, where there is one within this many tokens. */
const LONGEST_PART = 3000;
const SHORTEST_PART = 500;

/** Finds for each token what it is in an attribution relation: recurrent networks score, and a random field decides. */
export class Tagger {
  readonly confidence: ConfidenceModel;
  readonly #lexicon: Lexicon;
  readonly #networks: readonly RecurrentNetwork[];
  readonly #transitions: Transitions;
  readonly #featureStarts: readonly number[];

  /** Several models vote: their scores are averaged. */
  constructor(lexicon: Lexicon, models: readonly Model[], confidence: ConfidenceModel) {
    this.confidence = confidence;
    this.#lexicon = lexicon;
    this.#networks = models.map((model) => new RecurrentNetwork(readNetworkWeights(model, featureTable(model))));
    this.#transitions = averageTransitions(models);
    this.#featureStarts = startsOf(featureSizes(lexicon.features));
  }

  tag(document: Document): Decoded {
    const features = featuresOf(document, this.#lexicon.features);
    const width = this.#featureStarts.length;
    for (let i = 0; i < features.length; i++) {
      features[i] = (features[i] ?? 0) + (this.#featureStarts[i % width] ?? 0);
    }
    const states: number[] = [];
    const probabilities = new Float64Array(document.tokens.length);
    for (const { firstToken, endToken } of partsOf(document)) {
      const words = this.#lexicon.wordsOf(document, firstToken, endToken);
      const decoded = decode(
        this.#score(words, features.subarray(firstToken * width, endToken * width)),
        this.#transitions,
      );
      states.push(...decoded.states);
      probabilities.set(decoded.probabilities, firstToken);
    }
    return { states, probabilities };
  }

  #score(...input: Parameters<RecurrentNetwork['run']>): Float32Array {
    const [first, ...others] = this.#networks.map((network) => network.run(...input));
    if (first === undefined) throw new RangeError('A tagger has at least one network.');
    for (const scores of others) for (let i = 0; i < first.length; i++) first[i] = (first[i] ?? 0) + (scores[i] ?? 0);
    for (let i = 0; i < first.length; i++) first[i] = (first[i] ?? 0) / this.#networks.length;
    return first;
  }
}

function averageTransitions(models: readonly Model[]): Transitions {
  const average = (name: string, dimensions: number) => {
    const tensors = models.map((model) => model.tensor(name, 'F32', dimensions).values);
    const sum = new Float32Array(tensors[0]?.length ?? 0);
    for (const values of tensors) for (const [i, value] of values.entries()) sum[i] = (sum[i] ?? 0) + value;
    return sum.map((value) => value / models.length);
  };
  return {
    steps: average('transitions.steps', 2),
    begin: average('transitions.begin', 1),
    end: average('transitions.end', 1),
  };
}

function startsOf(sizes: readonly number[]): number[] {
  let start = 0;
  return sizes.map((size) => {
    start += size;
    return start - size;
  });
}

function* partsOf({ tokens, paragraphs }: Document): Generator<TokenRange> {
  let firstToken = 0;
  for (const { firstToken: paragraphStart, endToken } of paragraphs) {
    if (endToken - firstToken > LONGEST_PART && paragraphStart - firstToken >= SHORTEST_PART) {
      yield { firstToken, endToken: paragraphStart };
      firstToken = paragraphStart;
    }
    while (endToken - firstToken > LONGEST_PART) {
      yield { firstToken, endToken: firstToken + LONGEST_PART };
      firstToken += LONGEST_PART;
    }
  }
  if (firstToken < tokens.length) yield { firstToken, endToken: tokens.length };
}
