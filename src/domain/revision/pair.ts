import type { Stretch } from '../span.js';

/** How much of their content two readings of one statement share at least (Jaccard index of the characters). */
const LEAST_SHARED = 0.5;

/** Pairs records of two readings of one text, each with one other at most, those that share the most first. */
export function pairBy<One, Other>(
  ones: readonly One[],
  others: readonly Other[],
  shared: (one: One, other: Other) => number,
): Map<One, Other> {
  const candidates = ones.flatMap((one) =>
    others.flatMap((other) => {
      const share = shared(one, other);
      return share >= LEAST_SHARED ? [{ one, other, share }] : [];
    }),
  );
  const pairs = new Map<One, Other>();
  const taken = new Set<Other>();
  for (const { one, other } of candidates.sort((a, b) => b.share - a.share)) {
    if (pairs.has(one) || taken.has(other)) continue;
    pairs.set(one, other);
    taken.add(other);
  }
  return pairs;
}

/** The Jaccard index of the characters of two lists of stretches: those in both, of those in either. */
export function jaccard(one: readonly Stretch[], other: readonly Stretch[]): number {
  const length = (stretches: readonly Stretch[]) => stretches.reduce((sum, { start, end }) => sum + end - start, 0);
  const both = one.reduce(
    (sum, a) =>
      sum + other.reduce((part, b) => part + Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)), 0),
    0,
  );
  const either = length(one) + length(other) - both;
  return either === 0 ? 0 : both / either;
}
