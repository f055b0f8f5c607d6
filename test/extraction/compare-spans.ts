import type { Stretch } from '../../src/domain/span.js';

// The engine cuts spans as PolNeAR’s annotators do, the cases as the head of attribution.yaml says. This file alone says
// how far the two may differ and still be the same:
//
// - White space, quotation marks and punctuation count nowhere, so neither does how content is cut into spans where
//   nothing else parts them.
// - Content: a “that” at the beginning of a span may be there or not.
// - Cue: auxiliaries, adverbs, objects (“told the council”), particles, and what says when and how (“said in an interview
//   with the Echo”) around the main verb may be there or not.
// - Source: what follows in commas or brackets, or a restrictive clause (“who asked not to be named”), may be there or not;
//   so may a description that a comma parts from the name behind it (“its owner, Jonas Brill”), the “’s” of a possessive,
//   and what it possesses (“Hugo Tarn’s letter”).
// - Several speakers of one cue have a statement each: its source may name that speaker or all of them.

type Spans = readonly Stretch[];

/** Whether two contents hold the same words. */
export function isSameContent(text: string, expected: Spans, found: Spans): boolean {
  return sameOffsets(contentLetters(text, expected), contentLetters(text, found));
}

/** How much of two contents is the same, 0–1: the letters and digits of both, over those of either. */
export function contentOverlap(text: string, expected: Spans, found: Spans): number {
  const [a, b] = [contentLetters(text, expected), contentLetters(text, found)];
  const shared = [...a].filter((at) => b.has(at)).length;
  return shared / Math.max(1, a.size + b.size - shared);
}

/** Whether words in marks are the same. */
export function isSameQuotation(text: string, expected: Stretch, found: Stretch): boolean {
  return sameOffsets(lettersIn(text, [expected]), lettersIn(text, [found]));
}

const MOST_WORDS_AROUND_A_CUE = 10;
const LIGHT_WORDS = new Set(
  `a about according according’s after against all also an and are as at be been being by can could did do does for from
  had has have he her him his how i in into is it its may might must never not of off on or our out over read she should
  that the their them there they this to up upon was we were what when which while who will with would you`.split(
    /\s+/u,
  ),
);

/** Whether two cues have their main verb in common, or all of their words. */
export function isSameCue(text: string, expected: Spans, found: Spans): boolean {
  const [a, b] = [wordsIn(text, expected), wordsIn(text, found)];
  if (a.length === 0 || b.length === 0) return a.length === b.length;
  const both = a.filter(({ start }) => b.some((word) => word.start === start));
  if (both.length === 0) return false;
  const rest = [...a, ...b].filter(({ start }) => !both.some((word) => word.start === start));
  if (rest.length === 0) return true;
  const main = both.filter(({ start, end }) => !LIGHT_WORDS.has(text.slice(start, end).toLowerCase()));
  const missing = a.filter((word) => !both.includes(word) && !LIGHT_WORDS.has(text.slice(word.start, word.end)));
  return rest.length <= MOST_WORDS_AROUND_A_CUE && (main.length > 0 || missing.length === 0);
}

/**
 * Whether two sources name the same: `together` are the sources of all statements that share the cue and the content, of
 * which the found source may name all.
 */
export function isSameSource(text: string, expected: Spans, found: Spans, together: Spans): boolean {
  const [a, b] = [bounds(text, expected), bounds(text, found)];
  if (a === null || b === null) return a === b;
  if (mayWiden(text, a, b) || mayWiden(text, b, a)) return true;
  const all = bounds(text, together);
  return together.length > 1 && all !== null && b.start <= all.start && (mayWiden(text, all, b) || all.end === b.end);
}

/** Whether what a source has beyond the words of another is of no account. */
function mayWiden(text: string, narrow: Stretch, wide: Stretch): boolean {
  if (narrow.start < wide.start || narrow.end > wide.end) return false;
  const before = text.slice(wide.start, narrow.start);
  const after = text.slice(narrow.end, wide.end);
  return (
    /^$|[,(–—]\s*$/u.test(before) &&
    /^$|^\s*[,(–—]|^\s+(?:who|which|that|whose|whom|speaking|familiar|briefed)\b|^[’']s?(?:\s+(?!and\b)[\p{L}\p{M}-]+){0,3}$/u.test(
      after,
    )
  );
}

/** From the first letter or digit of some spans to the last; null where there is none. */
function bounds(text: string, spans: Spans): Stretch | null {
  const words = wordsIn(text, spans);
  const [first, last] = [words[0], words.at(-1)];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

function wordsIn(text: string, spans: Spans): Stretch[] {
  return spans
    .flatMap(({ start, end }) =>
      [...text.slice(start, end).matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({
        start: start + index,
        end: start + index + word.length,
      })),
    )
    .sort((a, b) => a.start - b.start);
}

function contentLetters(text: string, spans: Spans): Set<number> {
  return lettersIn(
    text,
    spans.map(({ start, end }) => {
      const that = /^[^\p{L}\p{N}]*that\b(?=.*[\p{L}\p{N}])/isu.exec(text.slice(start, end))?.[0] ?? '';
      return { start: start + that.length, end };
    }),
  );
}

function lettersIn(text: string, spans: Spans): Set<number> {
  return new Set(
    spans.flatMap(({ start, end }) =>
      [...text.slice(start, end).matchAll(/[\p{L}\p{M}\p{N}]/gu)].map(({ index }) => start + index),
    ),
  );
}

function sameOffsets(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && [...a].every((at) => b.has(at));
}
