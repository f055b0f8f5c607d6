import type { Stretch } from '../../../domain/span.js';

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
