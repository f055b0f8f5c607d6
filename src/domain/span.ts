import { InvariantError } from './errors.js';
import type { Id } from './identity.js';

/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * A stretch of an article revision's text: UTF-16 offsets, `end` exclusive, and the exact text between them. With the
 * context that `contextOf` gives it is both selectors of the W3C Web Annotation model: text position and text quote.
 */
export interface TextSpan {
  readonly revisionId: Id<'ArticleRevision'>;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** How much text on each side helps to find a span again, in UTF-16 units. */
const CONTEXT_LENGTH = 32;

/** Whether two stretches have something in common. */
export function overlaps(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Makes the span of `[start, end)` in a revision's text; throws an InvariantError where there is no such stretch. */
export function spanAt(
  revision: { readonly id: Id<'ArticleRevision'>; readonly text: string },
  start: number,
  end: number,
): TextSpan {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end <= start || end > revision.text.length) {
    throw new InvariantError(
      `A span must lie inside its text of ${revision.text.length} characters, but is ${start}–${end}.`,
    );
  }
  if (isLowSurrogate(revision.text, start) || isLowSurrogate(revision.text, end)) {
    throw new InvariantError(`A span must not cut a character in two, but ${start}–${end} does.`);
  }
  return { revisionId: revision.id, start, end, text: revision.text.slice(start, end) };
}

/** The text before and after a span, 32 UTF-16 units each, less where the text ends or a character would be cut in two. */
export function contextOf(span: TextSpan, text: string): { prefix: string; suffix: string } {
  let from = Math.max(0, span.start - CONTEXT_LENGTH);
  if (isLowSurrogate(text, from)) from++;
  let to = Math.min(text.length, span.end + CONTEXT_LENGTH);
  if (isLowSurrogate(text, to)) to--;
  return { prefix: text.slice(from, span.start), suffix: text.slice(span.end, to) };
}

/** Whether the unit at `index` is the second half of a character whose first half stands before it. */
function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  const before = text.charCodeAt(index - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff;
}
