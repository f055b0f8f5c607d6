import type { Stretch } from '../../../domain/span.js';
import type { Attribution } from '../../extraction.js';

/** An attribution with its place in the chain of who reports whom. */
export interface ChainLink extends Attribution {
  /** The link that reports this one; null for what the article itself reports. */
  readonly parent: ChainLink | null;
  /** Whether it only passes on what another wrote, so that its medium and date are also those of what it passes on. */
  readonly carries: boolean;
  /** The noun that says what the words stand in, where that is not in the link’s own sentence: the letter that “it” is. */
  readonly document: Stretch | null;
}
