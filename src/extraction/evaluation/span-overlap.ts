import type { Stretch } from '../../domain/span.js';

const EDGE = /[\s"“”'‘’«»,.;:!?()[\]—–-]/u;

/** A span without the white space, quotation marks and punctuation at its ends; null where nothing else is in it. */
export function trimmedSpan(text: string, { start, end }: Stretch): Stretch | null {
  let from = start;
  let to = end;
  while (from < to && EDGE.test(text.charAt(from))) from++;
  while (to > from && EDGE.test(text.charAt(to - 1))) to--;
  return from < to ? { start: from, end: to } : null;
}

/** How many units two lists of spans share, each span of one with each of the other. */
export function sharedLength(a: readonly Stretch[], b: readonly Stretch[]): number {
  let length = 0;
  for (const x of a) for (const y of b) length += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  return length;
}

export function lengthOf(spans: readonly Stretch[]): number {
  return spans.reduce((length, { start, end }) => length + end - start, 0);
}

/** The Jaccard index of two lists of spans: what they share of what is in either, 0–1. */
export function jaccardIndex(a: readonly Stretch[], b: readonly Stretch[]): number {
  const shared = sharedLength(a, b);
  return shared / Math.max(1, lengthOf(a) + lengthOf(b) - shared);
}
