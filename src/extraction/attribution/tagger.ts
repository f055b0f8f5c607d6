import type { Document, TokenRange } from '../document.js';
import type { ConfidenceModel } from './confidence.js';
import { type Decoded, decode, type Transitions } from './decoding.js';
import { featureTable } from './feature-table.js';
import { FEATURES, featureSizes, featuresOf } from './features.js';
import { FIELD_WIDTH, fieldFeatures } from './field-features.js';
import type { Model } from './kernel/model.js';
import { readNetworkWeights } from './kernel/network-weights.js';
import { RecurrentNetwork } from './kernel/recurrent-network.js';
import type { Lexicon } from './lexicon.js';
import { patternPlaces } from './pattern-places.js';
import type { PatternAttribution } from './patterns.js';
import { beginsRelation, STATES } from './states.js';
import { WordField } from './word-field.js';

/** Longer texts are read in parts that end with a paragraph, where there is one within this many tokens. */
const LONGEST_PART = 3000;
const SHORTEST_PART = 500;

/** How much a new relation is favoured, so that no more are missed than invented; chosen on the development articles. */
const BEGIN_BONUS = 1;

/** A model whose scores count so much. */
export interface Weighted {
  readonly model: Model;
  readonly weight: number;
}

/** What a tagger is made of. */
export interface TaggerParts {
  readonly lexicon: Lexicon;
  readonly networks: readonly Weighted[];
  readonly field: Weighted;
  readonly confidence: ConfidenceModel;
  /** What is less probable is left out. */
  readonly leastConfidence: number;
}

/**
 * Finds for each token what it is in an attribution relation: recurrent networks, which read words as vectors, and a field
 * over words and their neighbours score it together, and the best sequence of states is chosen of all that may be.
 */
export class Tagger {
  readonly confidence: ConfidenceModel;
  readonly leastConfidence: number;
  readonly #lexicon: Lexicon;
  readonly #networks: readonly { readonly network: RecurrentNetwork; readonly weight: number }[];
  readonly #field: { readonly field: WordField; readonly weight: number };
  readonly #transitions: Transitions;
  readonly #featureStarts: readonly number[];

  constructor({ lexicon, networks, field, confidence, leastConfidence }: TaggerParts) {
    this.confidence = confidence;
    this.leastConfidence = leastConfidence;
    this.#lexicon = lexicon;
    this.#networks = networks.map(({ model, weight }) => ({
      network: new RecurrentNetwork(readNetworkWeights(model, featureTable(model))),
      weight,
    }));
    this.#field = { field: new WordField(field.model), weight: field.weight };
    this.#transitions = jointTransitions([...networks, field]);
    this.#featureStarts = startsOf(featureSizes(lexicon.features));
  }

  /** The states of a document’s tokens; the rules that find attributions give their opinion. */
  tag(document: Document, patterns: readonly PatternAttribution[]): Decoded {
    const features = featuresOf(document, this.#lexicon.features);
    const buckets = fieldFeatures(document, features, patternPlaces(document, patterns));
    const rows = features.map((value, i) => value + (this.#featureStarts[i % FEATURES] ?? 0));
    const states: number[] = [];
    const probabilities = new Float64Array(document.tokens.length);
    for (const part of partsOf(document)) {
      const { firstToken, endToken } = part;
      const words = this.#lexicon.wordsOf(document, firstToken, endToken);
      const scores = new Float32Array((endToken - firstToken) * STATES.length);
      for (const { network, weight } of this.#networks) {
        addTo(scores, network.run(words, rows.subarray(firstToken * FEATURES, endToken * FEATURES)), weight);
      }
      const { field, weight } = this.#field;
      const own = buckets.subarray(firstToken * FIELD_WIDTH, endToken * FIELD_WIDTH);
      addTo(scores, field.score(own, endToken - firstToken), weight);
      const decoded = decode(scores, this.#transitions);
      states.push(...decoded.states);
      probabilities.set(decoded.probabilities, firstToken);
    }
    return { states, probabilities };
  }
}

function addTo(sum: Float32Array, values: Float32Array, weight: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + weight * (values[i] as number);
}

function jointTransitions(parts: readonly Weighted[]): Transitions {
  const joint = (name: string, dimensions: number) => {
    const sum = new Float32Array(STATES.length ** dimensions);
    for (const { model, weight } of parts) addTo(sum, model.tensor(name, 'F32', dimensions).values, weight);
    return sum.map((value, i) => value + (beginsRelation(STATES[i % STATES.length]) ? BEGIN_BONUS : 0));
  };
  const end = new Float32Array(STATES.length);
  for (const { model, weight } of parts) addTo(end, model.tensor('transitions.end', 'F32', 1).values, weight);
  return { steps: joint('transitions.steps', 2), begin: joint('transitions.begin', 1), end };
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
