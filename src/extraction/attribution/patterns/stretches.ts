import type { Stretch } from '../../../domain/span.js';
import type { UnitSentence } from './units.js';

/** The stretch of text of units `[start, end)` of a sentence; null where there are none. */
export function stretchOf(sentence: UnitSentence, start: number, end: number): Stretch | null {
  const first = sentence[start];
  const last = sentence[end - 1];
  return first === undefined || last === undefined || end <= start ? null : { start: first.start, end: last.end };
}

const OUTSIDE = /[\s"“”„«»‘’'`,;:.!?…()—–-]/u;

/** A stretch without white space, punctuation and quotation marks at its ends; null where nothing is left. */
function trimmed(text: string, { start, end }: Stretch): Stretch | null {
  let from = start;
  let to = end;
  while (from < to && OUTSIDE.test(text[from] ?? '')) from++;
  while (to > from && OUTSIDE.test(text[to - 1] ?? '')) to--;
  return from < to ? { start: from, end: to } : null;
}

/** Content of several stretches, each trimmed, without the empty ones. */
export function contentOf(text: string, stretches: readonly (Stretch | null)[]): Stretch[] {
  return stretches.flatMap((stretch) => {
    const found = stretch === null ? null : trimmed(text, stretch);
    return found === null ? [] : [found];
  });
}
