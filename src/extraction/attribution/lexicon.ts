import type { Document } from '../document.js';
import { type FeatureVocabulary, normalLemma, normalWord } from './features.js';
import type { Model } from './kernel/model.js';
import type { WordInputs } from './kernel/recurrent-network.js';

/** Words with their vectors, and what else the taggers of a language know of words. */
export class Lexicon {
  readonly features: FeatureVocabulary;
  readonly #rows: ReadonlyMap<string, number>;
  readonly #vectors: Int8Array;
  readonly #scales: Float32Array;
  readonly #width: number;

  constructor(model: Model) {
    const { shape, values } = model.tensor('words', 'I8', 2);
    this.#width = shape[1] ?? 0;
    this.#vectors = values;
    this.#scales = model.tensor('words.scales', 'F32', 1).values;
    const names = new TextDecoder().decode(model.tensor('words.names', 'U8', 1).values).split('\n');
    this.#rows = new Map(names.map((name, row) => [name, row]));
    this.features = readVocabulary(model.tensor('vocabulary', 'U8', 1).values);
  }

  /** The vectors of a document’s words, of each distinct word once; of a word without one that of its lemma. */
  wordsOf({ tokens }: Document, firstToken: number, endToken: number): WordInputs {
    const places = new Map<number, number>();
    const ofToken = Int32Array.from(tokens.slice(firstToken, endToken), (token) => {
      const row = this.#rows.get(normalWord(token)) ?? this.#rows.get(normalLemma(token));
      if (row === undefined) return -1;
      const place = places.get(row) ?? places.size;
      places.set(row, place);
      return place;
    });
    const vectors = new Int8Array(places.size * this.#width);
    const scales = new Float32Array(places.size);
    for (const [row, place] of places) {
      vectors.set(this.#vectors.subarray(row * this.#width, (row + 1) * this.#width), place * this.#width);
      scales[place] = this.#scales[row] ?? 0;
    }
    return { vectors, scales, ofToken };
  }
}

/** One line a feature: the words of each value from 1 on, or of each step, parted by tabs. */
function readVocabulary(bytes: Uint8Array): FeatureVocabulary {
  const [lemmas = '', suffixes = '', cueRates = '', sourceRates = ''] = new TextDecoder().decode(bytes).split('\n');
  return {
    lemmas: numbered(lemmas.split('\t')),
    suffixes: numbered(suffixes.split('\t')),
    cueRates: stepped(cueRates.split('\t')),
    sourceRates: stepped(sourceRates.split('\t')),
  };
}

function numbered(words: readonly string[]): Map<string, number> {
  return new Map(words.map((word, index) => [word, index + 1]));
}

/** Words with the digit of their step before them. */
function stepped(words: readonly string[]): Map<string, number> {
  return new Map(words.map((word) => [word.slice(1), Number(word[0])]));
}
