import type { Occurrence } from './occurrence.js';
import type { Phrase } from './phrase.js';

/**
 * The stretch of a text, of at most `length` UTF-16 units, in which most different phrases stand, the first of several:
 * from where an occurrence begins to where the last one that fits ends. None of the occurrences may be longer.
 */
export function fullestWindow(
  occurrences: readonly Occurrence[],
  length: number,
): { readonly start: number; readonly end: number } | null {
  const byStart = occurrences.toSorted((a, b) => a.start - b.start);
  const byEnd = occurrences.toSorted((a, b) => a.end - b.end);
  const counts = new Map<Phrase, number>();
  let fullest: { start: number; end: number } | null = null;
  let [entered, most] = [0, 0];
  // The window moves from occurrence to occurrence: what it reaches enters, and what it began with leaves.
  for (const { start, phrase } of byStart) {
    for (let next = byEnd[entered]; next && next.end <= start + length; next = byEnd[++entered])
      count(counts, next.phrase, 1);
    if (counts.size > most) {
      most = counts.size;
      fullest = { start, end: byEnd[entered - 1]?.end ?? start };
    }
    count(counts, phrase, -1);
  }
  return fullest;
}

/** Counts an occurrence in or out; a phrase without any is not in the map. */
function count(counts: Map<Phrase, number>, phrase: Phrase, change: 1 | -1): void {
  const number = (counts.get(phrase) ?? 0) + change;
  if (number === 0) counts.delete(phrase);
  else counts.set(phrase, number);
}
