import model from 'wink-eng-lite-web-model';
import winkNLP, { type WinkMethods } from 'wink-nlp';

/** So many words that the model does not know are kept before a fresh one is made, which takes a tenth of a second. */
const MOST_NEW_WORDS = 500_000;

/** The parts of wink-nlp’s model by which it keeps words that it has met; its own types do not tell them. */
interface WinkModel {
  readonly core: () => CoreModel;
  readonly featureFn: (config: unknown) => WordFeatures;
}

interface CoreModel {
  readonly features: { readonly lexeme: Lexemes };
}

interface Lexemes {
  hash: Record<string, number>;
  readonly list: readonly string[];
  readonly intrinsicSize: number;
}

interface WordFeatures {
  readonly pos: (word: string, category: number, words: WordCache) => number;
}

interface WordCache {
  readonly lookup: (word: string) => readonly number[] | null;
}

interface Reader {
  readonly nlp: WinkMethods;
  readonly words: Lexemes;
}

let reader: Reader | undefined;

/** wink-nlp for English, with tokens, sentences and parts of speech, which reads each text as if it were its first. */
export function englishReader(): WinkMethods {
  if (reader === undefined || reader.words.list.length - reader.words.intrinsicSize > MOST_NEW_WORDS) {
    reader = makeReader();
  }
  return reader.nlp;
}

/**
 * wink-nlp looks up every stretch between two spaces among the words that it knows or has met before, and only cuts it
 * into tokens where there is none such: “Clinton’s” is one token once it has been met as one, otherwise two. New words
 * therefore go into a layer of their own that this look-up does not see.
 */
function makeReader(): Reader {
  const { core, featureFn } = model as unknown as WinkModel;
  const words = core();
  const nlp = winkNLP(
    { ...model, core: () => words, featureFn: (config: unknown) => withoutNewWords(featureFn(config)) },
    ['sbd', 'pos'],
  );
  const { lexeme } = words.features;
  lexeme.hash = Object.create(lexeme.hash) as Record<string, number>;
  return { nlp, words: lexeme };
}

/** The part of speech of a word that is not found is guessed as that of a new word is. */
function withoutNewWords(features: WordFeatures): WordFeatures {
  const guess: WordFeatures['pos'] = (word, category, words) =>
    features.pos(word, category, { ...words, lookup: (looked) => words.lookup(looked) ?? [Number.POSITIVE_INFINITY] });
  return { ...features, pos: guess };
}
