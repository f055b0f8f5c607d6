import { overlaps, type Stretch } from '../../domain/span.js';
import type { Document, Sentence, Token, TokenRange } from '../document.js';
import { partitionPoint } from '../partition-point.js';

/** The place of the first token that ends behind an offset; the number of tokens where none does. */
export function tokenAt({ tokens }: Document, offset: number): number {
  return partitionPoint(tokens, ({ end }) => end <= offset);
}

/** The tokens that stand in a stretch of text, if only with a part of theirs. */
export function tokensIn(document: Document, { start, end }: Stretch): TokenRange {
  const firstToken = tokenAt(document, start);
  let endToken = tokenAt(document, end - 1);
  const last = document.tokens[endToken];
  if (last !== undefined && last.start < end) endToken++;
  return { firstToken, endToken: Math.max(firstToken, endToken) };
}

/** The sentence that a token stands in. */
export function sentenceOf({ tokens, sentences }: Document, token: number): Sentence | undefined {
  return sentences[tokens[token]?.sentence ?? -1];
}

/** Whether a token is a word or a number, no mark. */
export function isWord({ text }: Token): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** From the start of the first of some stretches to the end of the last; null for none. */
export function envelope(stretches: readonly Stretch[]): Stretch | null {
  if (stretches.length === 0) return null;
  let [start, end] = [Number.POSITIVE_INFINITY, 0];
  for (const stretch of stretches) {
    start = Math.min(start, stretch.start);
    end = Math.max(end, stretch.end);
  }
  return { start, end };
}

/** Whether one stretch lies within another. */
export function isInside(inner: Stretch, outer: Stretch): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** Whether some stretches have something in common with others. */
export function meet(some: readonly Stretch[], others: readonly Stretch[]): boolean {
  return some.some((one) => others.some((other) => overlaps(one, other)));
}

/** What is left of some stretches without others. */
export function without(stretches: readonly Stretch[], others: readonly Stretch[]): readonly Stretch[] {
  return others.reduce<readonly Stretch[]>(
    (left, other) =>
      left.flatMap((stretch) =>
        overlaps(stretch, other)
          ? [
              { start: stretch.start, end: other.start },
              { start: other.end, end: stretch.end },
            ].filter(({ start, end }) => start < end)
          : [stretch],
      ),
    stretches,
  );
}
