import type { Stretch } from '../../../domain/span.js';
import type { Phrase } from './noun-phrase.js';

/** A link that a pattern of words makes, before it is known what reports it. */
export interface FoundLink {
  readonly source: readonly Stretch[];
  readonly cue: readonly Stretch[];
  readonly content: readonly Stretch[];
  /** Whether it passes on a document, whose medium and date are also those of what stands in it. */
  readonly carries: boolean;
  /** The noun of the document in which the words stand. */
  readonly document: Stretch | null;
}

/** Two links that one construction makes, where an attribution has one cue and one source. */
export interface TwoSources {
  readonly outer: FoundLink;
  readonly inner: FoundLink;
  /** The places of both sources and cues in the sequence. */
  readonly words: Phrase;
}
