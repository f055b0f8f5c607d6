import type { Stretch } from '../../domain/span.js';
import type { Document } from '../document.js';
import type { PlacedStatement } from './statement-places.js';

/** The statement that a stance is taken to, and how sure that is, 0–1. */
export interface Target {
  readonly to: PlacedStatement;
  readonly confidence: number;
}

/** What a target is looked for in. */
export interface TargetContext {
  readonly document: Document;
  /** In the order of the text. */
  readonly inOrder: readonly PlacedStatement[];
  /** Where each speaker is named. */
  readonly mentions: ReadonlyMap<string, readonly Stretch[]>;
  /** By what each person is called that holds a post, in lower case: “captain”. */
  readonly posts: ReadonlyMap<string, ReadonlySet<string>>;
  /** Who is somebody, and not an organization or a document. */
  readonly persons: ReadonlySet<string>;
}

export function sure(to: PlacedStatement | undefined, confidence: number): Target | null {
  return to === undefined ? null : { to, confidence };
}
