import type { Stretch } from '../domain/span.js';

/** A word, number or mark of a text, with its offsets. */
export interface Token extends Stretch {
  /** The token’s place in `Document.tokens`. */
  readonly index: number;
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  readonly pos: PartOfSpeech;
  /** Which sentence of the document it stands in. */
  readonly sentence: number;
  /** Which paragraph of the document it stands in. */
  readonly paragraph: number;
}

/** The universal parts of speech (https://universaldependencies.org/u/pos/), as wink-nlp gives them. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

/** A stretch of tokens, `[firstToken, endToken)`. */
export interface TokenRange {
  readonly firstToken: number;
  readonly endToken: number;
}

export interface Sentence extends Stretch, TokenRange {
  readonly index: number;
  readonly paragraph: number;
}

export interface Paragraph extends Stretch, TokenRange {
  readonly index: number;
  readonly firstSentence: number;
  readonly endSentence: number;
}

/** Words between quotation marks. */
export interface QuotedStretch {
  /** What stands between the marks; where nothing does, `start` equals `end`. */
  readonly inner: Stretch;
  /** The same with its marks. */
  readonly outer: Stretch;
  /** 0 for a quotation in the article’s own text, 1 for one inside it, and so on. */
  readonly depth: number;
  /**
   * Whether the quotation goes on in the next paragraph, which opens with a mark again although none has closed. Each
   * paragraph’s words are a stretch of their own.
   */
  readonly continues: boolean;
  /** What the marks are for: speech, or a name or a word that the writer keeps at a distance (`SCARE`), or a title. */
  readonly use: 'SPEECH' | 'SCARE' | 'TITLE';
}

/** A text with its tokens, sentences, paragraphs and quotation marks: what every stage of the engine reads. */
export interface Document {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly paragraphs: readonly Paragraph[];
  readonly quotations: readonly QuotedStretch[];
}
