import type { Document, TokenRange } from '../document.js';
import { FEATURES, normalLemma, normalWord } from './features.js';

/** How many buckets the features of the random field are hashed into. */
export const BUCKETS = 1 << 20;

/** What is known of a token; each feature is made of some of these, of the token or of its neighbours. */
const ATTRIBUTES = [
  'word',
  'lemma',
  'suffix',
  'part',
  'shape',
  'place',
  'boundary',
  'cue',
  'source',
  'kind',
  'pattern',
  /** How many tokens of the sentence stand before it and from it on, at most six. */
  'from',
  'to',
  /** The lemmas of the nearest likely cues of the sentence on either side, and how far they are in steps. */
  'cueBefore',
  'farBefore',
  'cueBehind',
  'farBehind',
] as const;
type Attribute = (typeof ATTRIBUTES)[number];

/** Where `featuresOf` has an attribute. */
const COLUMNS: Partial<Readonly<Record<Attribute, number>>> = {
  suffix: 1,
  part: 2,
  shape: 3,
  place: 4,
  boundary: 5,
  cue: 6,
  source: 7,
  kind: 8,
};

/**
 * The features: attributes of the token, or of one that stands so many before or behind it (“lemma-1”). The recurrent
 * network sees the same words as vectors; here each word and each pair counts by itself.
 */
const FIELD_FEATURES = `
word | word-1 | word+1 | word-2 | word+2 | word-3 | word+3 | lemma | lemma-1 | lemma+1 | lemma-1 lemma | lemma lemma+1
lemma-1 lemma+1 | lemma-1 part | lemma part-1 | lemma part+1 | part lemma+1 | lemma-2 lemma-1 | lemma+1 lemma+2
suffix part | part | part-1 part | part part+1 | part-2 part-1 | part+1 part+2 | part-1 part part+1
part-2 part-1 part | part part+1 part+2 | shape shape+1 | shape-1 shape | part-2 part-1 part part+1 part+2
place-1 place place+1 | place part | place boundary | place-2 place-1 place place+1 place+2 | boundary part
boundary lemma | boundary boundary+1 | boundary+1 part | boundary+1 lemma | boundary-1 boundary boundary+1 boundary+2
cue-1 cue cue+1 | cue part part+1 | cue-2 cue-1 part | source-1 source source+1 | source part cue+1
source-1 cue part+1 | pattern | pattern-1 pattern | pattern pattern+1 | pattern part | pattern place | pattern lemma
pattern cue boundary | kind from | kind to | cueBefore farBefore | cueBehind farBehind | cueBefore boundary place
cueBehind boundary place | farBefore farBehind place | farBefore part boundary | farBehind part boundary
cueBefore part | cueBehind part`
  .trim()
  .split(/\||\n/u)
  .map((feature) => feature.trim().split(' ').map(readAttribute));

/** How many features a token has. */
export const FIELD_WIDTH = FIELD_FEATURES.length;

function readAttribute(text: string): { readonly column: number; readonly by: number } {
  const [, name = '', by = '0'] = /^(\w+)([+-]\d)?$/u.exec(text) ?? [];
  return { column: (ATTRIBUTES as readonly string[]).indexOf(name), by: Number(by) };
}

/** What stands for a word, and for anything else, before the first and behind the last token. */
const NO_WORD = 1;
const NOTHING = 99;

/**
 * The features of each token as buckets, `FIELD_WIDTH` of them a token; `features` are those of `featuresOf`, `patterns`
 * those of `patternPlaces`.
 */
export function fieldFeatures(document: Document, features: Int32Array, patterns: Int32Array): Int32Array {
  const count = document.tokens.length;
  const attributes = attributesOf(document, features, patterns);
  const missing = ATTRIBUTES.map((name) => (name === 'word' || name === 'lemma' ? NO_WORD : NOTHING));
  const buckets = new Int32Array(count * FIELD_WIDTH);
  for (const [feature, parts] of FIELD_FEATURES.entries()) {
    for (let token = 0; token < count; token++) {
      let hash = Math.imul(feature + 1, 0x9e3779b1);
      for (const { column, by } of parts) {
        const at = token + by;
        const value = at < 0 || at >= count ? missing[column] : attributes[at * ATTRIBUTES.length + column];
        hash = Math.imul(hash ^ (value as number), 0x85ebca6b);
        hash ^= hash >>> 13;
      }
      hash = Math.imul(hash, 0xc2b2ae35);
      buckets[token * FIELD_WIDTH + feature] = (hash ^ (hash >>> 16)) & (BUCKETS - 1);
    }
  }
  return buckets;
}

/** The attributes of each token, in the order of `ATTRIBUTES`. */
function attributesOf(document: Document, features: Int32Array, patterns: Int32Array): Int32Array {
  const { tokens, sentences } = document;
  const width = ATTRIBUTES.length;
  const attributes = new Int32Array(tokens.length * width);
  const set = (token: number, name: Attribute, value: number) => {
    attributes[token * width + ATTRIBUTES.indexOf(name)] = value;
  };
  for (const token of tokens) {
    set(token.index, 'word', hashOf(normalWord(token)));
    set(token.index, 'lemma', hashOf(normalLemma(token)));
    set(token.index, 'pattern', patterns[token.index] ?? 0);
    for (const [name, column] of Object.entries(COLUMNS)) {
      set(token.index, name as Attribute, features[token.index * FEATURES + column] ?? NOTHING);
    }
  }
  for (const sentence of sentences) {
    for (let token = sentence.firstToken; token < sentence.endToken; token++) {
      set(token, 'from', Math.min(6, token - sentence.firstToken));
      set(token, 'to', Math.min(6, sentence.endToken - token));
    }
    for (const { token, lemma, far, nearest } of likelyCues(sentence, features)) {
      set(token, lemma, attributes[nearest * width + ATTRIBUTES.indexOf('lemma')] ?? 0);
      set(token, far, nearness(Math.abs(token - nearest)));
    }
  }
  return attributes;
}

/** The nearest likely cue on either side of each token of a sentence, where there is one not too far away. */
function* likelyCues({ firstToken, endToken }: TokenRange, features: Int32Array) {
  const isCue = (token: number) => (features[token * FEATURES + (COLUMNS.cue ?? 0)] ?? 0) >= LIKELY_CUE;
  let nearest = Number.NEGATIVE_INFINITY;
  for (let token = firstToken; token < endToken; token++) {
    if (token - nearest <= FARTHEST_CUE) yield { token, lemma: 'cueBefore', far: 'farBefore', nearest } as const;
    if (isCue(token)) nearest = token;
  }
  nearest = Number.POSITIVE_INFINITY;
  for (let token = endToken - 1; token >= firstToken; token--) {
    if (nearest - token <= FARTHEST_CUE) yield { token, lemma: 'cueBehind', far: 'farBehind', nearest } as const;
    if (isCue(token)) nearest = token;
  }
}

/** A distance in tokens as a step. */
function nearness(distance: number): number {
  if (distance <= 3) return distance;
  return distance <= 6 ? 4 : 5;
}

/** From this step of its rate on, a lemma is looked at as the cue of the words around it. */
const LIKELY_CUE = 5;

/** How far a likely cue is looked for, in tokens. */
const FARTHEST_CUE = 12;

/** The FNV-1a hash of a word’s UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}
