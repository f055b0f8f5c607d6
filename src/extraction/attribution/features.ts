import type { Document, Token } from '../document.js';

/** What the tagger knows of words from its training data; see `docs/model-card.md`. */
export interface FeatureVocabulary {
  /** Frequent lemmas; 0 is for all others. */
  readonly lemmas: ReadonlyMap<string, number>;
  /** Frequent endings of three letters; 0 is for all others. */
  readonly suffixes: ReadonlyMap<string, number>;
  /** How often a lemma is (part of) a cue, in steps of `rateStep`. */
  readonly cueRates: ReadonlyMap<string, number>;
  /** How often a word is (part of) a source, likewise. */
  readonly sourceRates: ReadonlyMap<string, number>;
}

/** How many values each feature can take, in the order in which `featuresOf` writes them. */
export function featureSizes(vocabulary: FeatureVocabulary): number[] {
  return [
    vocabulary.lemmas.size + 1,
    vocabulary.suffixes.size + 1,
    PARTS.size + 1,
    SHAPES,
    QUOTATION_PLACES,
    BOUNDARIES,
    RATE_STEPS,
    RATE_STEPS,
    SENTENCE_KINDS,
  ];
}

export const FEATURES = 9;

const PARTS = new Map(
  [
    'ADJ',
    'ADP',
    'ADV',
    'AUX',
    'CCONJ',
    'DET',
    'INTJ',
    'NOUN',
    'NUM',
    'PART',
    'PRON',
    'PROPN',
    'PUNCT',
    'SCONJ',
    'SYM',
    'VERB',
    'X',
  ].map((part, index) => [part, index + 1]),
);

/** Writes the features of each token: `FEATURES` numbers a token, each below its size in `featureSizes`. */
export function featuresOf(document: Document, vocabulary: FeatureVocabulary): Int32Array {
  const { tokens } = document;
  const features = new Int32Array(tokens.length * FEATURES);
  const places = quotationPlaces(document);
  const kinds = sentenceKinds(document, places);
  for (const [i, token] of tokens.entries()) {
    const lemma = normalLemma(token);
    features.set(
      [
        vocabulary.lemmas.get(lemma) ?? 0,
        vocabulary.suffixes.get(suffixOf(token)) ?? 0,
        PARTS.get(token.pos) ?? 0,
        shapeOf(token.text),
        places[i] ?? 0,
        boundaryOf(tokens[i - 1], token),
        vocabulary.cueRates.get(lemma) ?? 1,
        vocabulary.sourceRates.get(normalWord(token)) ?? 1,
        kinds[token.sentence] ?? 0,
      ],
      i * FEATURES,
    );
  }
  return features;
}

/** The word as it is looked up among word vectors: small letters, straight marks. */
export function normalWord({ lower }: Token): string {
  return lower.replace(/[’‘]/gu, "'").replace(/[“”]/gu, '"');
}

export function normalLemma({ lemma }: Token): string {
  return lemma.toLowerCase().replace(/[’‘]/gu, "'").replace(/[“”]/gu, '"');
}

export function suffixOf({ lower }: Token): string {
  return lower.length > 3 ? lower.slice(-3) : lower;
}

/** How many steps a rate has: 0 for never, 1 for a word that is not known, then rising. */
const RATE_STEPS = 9;
const RATES = [0.02, 0.06, 0.15, 0.3, 0.5, 0.75];

/** The step of a rate of `hits` among `total` occurrences. */
export function rateStep(hits: number, total: number): number {
  if (total < 2) return 1;
  if (hits === 0) return 0;
  const rate = hits / (total + 1);
  return 2 + RATES.filter((limit) => rate >= limit).length;
}

const SHAPES = 12;

function shapeOf(text: string): number {
  if (/^\p{Lu}\p{Ll}+$/u.test(text)) return 1;
  if (/^\p{Ll}+$/u.test(text)) return 2;
  if (/^\p{Lu}$/u.test(text)) return 3;
  if (/^\p{Lu}+$/u.test(text)) return 4;
  if (/^\p{Lu}/u.test(text)) return 5;
  if (/^\p{L}/u.test(text)) return 6;
  if (/^\p{N}+$/u.test(text)) return 7;
  if (/\p{N}/u.test(text)) return 8;
  if (/^["“”«»]$/u.test(text)) return 9;
  if (/^['‘’]/u.test(text)) return 10;
  return 11;
}

const BOUNDARIES = 8;

/** What stands between a token and the one before it. */
function boundaryOf(before: Token | undefined, token: Token): number {
  if (before === undefined || before.paragraph !== token.paragraph) return 1;
  if (before.sentence !== token.sentence) return 2;
  if (/^[,;]$/u.test(before.text)) return 3;
  if (before.text === ':') return 4;
  if (/^[“”"«»]$/u.test(before.text)) return 5;
  if (/^[–—-]+$/u.test(before.text)) return 6;
  return before.end === token.start ? 7 : 0;
}

const QUOTATION_PLACES = 10;

/** Where each token stands with regard to quotation marks. */
function quotationPlaces({ tokens, quotations, text }: Document): Int32Array {
  const places = new Int32Array(tokens.length);
  let from = 0;
  for (const { outer, inner, continues, use, depth } of quotations) {
    while (from < tokens.length && (tokens[from]?.end ?? 0) <= outer.start) from++;
    for (let at = from; at < tokens.length; at++) {
      const token = tokens[at];
      if (token === undefined || token.start >= outer.end) break;
      places[at] = placeIn({
        opens: token.start < inner.start,
        closes: token.start >= inner.end,
        continues,
        use,
        depth,
      });
    }
  }
  for (const [i, token] of tokens.entries()) {
    if (places[i] === 0 && /^[“”"]$/u.test(text.slice(token.start, token.end))) places[i] = 9;
  }
  return places;
}

function placeIn(at: {
  readonly opens: boolean;
  readonly closes: boolean;
  readonly continues: boolean;
  readonly use: string;
  readonly depth: number;
}): number {
  if (at.opens) return at.depth > 0 ? 8 : 1;
  if (at.closes) return at.depth > 0 ? 8 : 2;
  if (at.depth > 0) return 7;
  if (at.use === 'SPEECH') return at.continues ? 4 : 3;
  return at.use === 'SCARE' ? 5 : 6;
}

const SENTENCE_KINDS = 6;

/** Whether a sentence has quotation marks, and whether it stands within a quotation as a whole. */
function sentenceKinds({ sentences }: Document, places: Int32Array): number[] {
  return sentences.map(({ firstToken, endToken }) => {
    const inside = places.subarray(firstToken, endToken);
    const quoted = inside.filter((place) => place > 0).length;
    const length = endToken - firstToken;
    if (quoted === 0) return length < 8 ? 0 : 1;
    if (quoted === length) return 2;
    return quoted * 2 > length ? 3 : 4;
  });
}
