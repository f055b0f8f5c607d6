import type { Stretch } from '../../domain/span.js';
import type { Document } from '../document.js';

/** “PORT QUILL, Inkwell (TNA) – ”, “PORT QUILL, May 3 - ”, before the first sentence of a report. */
const DATELINE =
  /^\p{Lu}[\p{Lu}.’'-]+(?: \p{Lu}[\p{Lu}.’'-]+){0,3}(?:, \p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+){0,2})?(?:, \p{Lu}\p{Ll}{2,8}\.? \d{1,2})?(?: \(\p{Lu}[\p{L} ]{1,20}\))? (?:[–—-]|--) /u;
/** How many characters a dateline takes at most. */
const LONGEST_DATELINE = 80;

/** A stretch without the dateline that it begins with: a dateline stands before a report and is nobody’s words or name. */
export function withoutDateline({ text }: Document, { start, end }: Stretch): Stretch {
  const dateline = DATELINE.exec(text.slice(start, Math.min(end, start + LONGEST_DATELINE)))?.[0].length ?? 0;
  return start + dateline < end ? { start: start + dateline, end } : { start, end };
}
