import type { Stretch } from '../../domain/span.js';
import type { StatementRelationKind } from '../../domain/statement.js';
import type { Document, TokenRange } from '../document.js';

/** Words that say that somebody confirms, disputes … something that somebody said. */
export interface Stance {
  readonly kind: StatementRelationKind;
  /** The verb with its particles, or the phrase. */
  readonly words: TokenRange;
  /** The words that say so, with those that stand for the other statement. */
  readonly span: Stretch;
  readonly object: StanceObject;
  /** Where the words stand: a verb with its subject, a phrase beside a statement, or within what is said. */
  readonly place: 'VERB' | 'PASSIVE' | 'PHRASE' | 'CONTENT' | 'ECHO';
  /** Who takes the stance, as far as the sentence names them. */
  readonly subject: TokenRange | null;
}

/** What a stance is taken to. */
export type StanceObject =
  /** “It”, “the claim”, “the figure”: a statement that has just been told. */
  | { readonly is: 'ANAPHOR'; readonly range: TokenRange; readonly figure: boolean }
  /** “The number of boats”, “the sale”: a statement that has words in common. */
  | { readonly is: 'TOPIC'; readonly range: TokenRange }
  /** “That nobody knew”. */
  | { readonly is: 'CLAUSE'; readonly range: TokenRange }
  /** “Him”, “the harbour master”, “what Quill had said”. */
  | { readonly is: 'SPEAKER'; readonly range: TokenRange }
  /** “Corrected itself”, “said again”: an earlier statement of the same speaker. */
  | { readonly is: 'OWN' }
  /** “In reply”: what has just been said; with an auxiliary, what has just been said with it (“it would not”). */
  | { readonly is: 'PREVIOUS'; readonly auxiliary?: string };

/** The stretch of text that tokens take. */
export function rangeSpan({ tokens }: Document, { firstToken, endToken }: TokenRange): Stretch {
  return { start: tokens[firstToken]?.start ?? 0, end: tokens[endToken - 1]?.end ?? 0 };
}

/** The stretch of text from one token to before another. */
export function spanBetween(document: Document, firstToken: number, endToken: number): Stretch {
  return rangeSpan(document, { firstToken, endToken });
}
