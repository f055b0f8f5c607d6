import type { SearchExpression } from './expression.js';
import { fullestWindow } from './fullest-window.js';
import { type Occurrence, occurrencesOf } from './occurrence.js';
import { type Token, tokensOf } from './token.js';

/** A stretch of a snippet, as UTF-16 offsets into it, `end` exclusive. */
export interface HighlightRange {
  readonly start: number;
  readonly end: number;
}

/** A piece of a text that shows why a query found it. */
export interface Highlight {
  /** 200 UTF-16 units at most, with “…” where it was cut out of the text. */
  readonly text: string;
  /** What the query asked for, in order, apart from one another. */
  readonly ranges: readonly HighlightRange[];
}

const LONGEST_SNIPPET = 200;
const CUT = '…';
/** What remains for the text itself where both ends are cut. */
const WINDOW = LONGEST_SNIPPET - 2 * CUT.length;

/**
 * The place of a text in which most of the phrases of a query stand together, the first such place, with as much of what
 * stands around as fits; null if none of them stands anywhere. It is cut between words, or in scripts without spaces
 * between characters; inside a word only where that word alone is longer than a snippet. What `NOT` excludes is not
 * highlighted.
 */
export function highlightOf(text: string, expression: SearchExpression): Highlight | null {
  const tokens = tokensOf(text);
  const occurrences = occurrencesOf(expression, tokens).map((occurrence) => shortened(text, occurrence));
  const window = fullestWindow(occurrences, WINDOW);
  if (window === null) return null;
  const snippet = text.length <= LONGEST_SNIPPET ? { start: 0, end: text.length } : widened(text, tokens, window);
  const head = snippet.start > 0 ? CUT : '';
  const tail = snippet.end < text.length ? CUT : '';
  const offset = head.length - snippet.start;
  const inside = occurrences.filter(({ start, end }) => start >= snippet.start && end <= snippet.end);
  return {
    text: head + text.slice(snippet.start, snippet.end) + tail,
    ranges: merged(inside).map(({ start, end }) => ({ start: start + offset, end: end + offset })),
  };
}

/** The occurrence, or as much of it as fits a snippet. */
function shortened(text: string, occurrence: Occurrence): Occurrence {
  const { start, end } = occurrence;
  if (end - start <= WINDOW) return occurrence;
  const cutsPair = /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(start + WINDOW - 1, start + WINDOW + 1));
  return { ...occurrence, end: start + WINDOW - (cutsPair ? 1 : 0) };
}

/** The window with as much of the text around it as fits, cut where words begin and end. */
function widened(text: string, tokens: readonly Token[], window: HighlightRange): HighlightRange {
  const margin = Math.floor((WINDOW - (window.end - window.start)) / 2);
  const from = Math.max(0, Math.min(window.start - margin, text.length - WINDOW));
  const to = Math.min(text.length, from + WINDOW);
  const first = tokens.find(({ start }) => start >= from && isBorder(text, start));
  const last = tokens.findLast(({ end }) => end <= to && isBorder(text, end));
  return {
    start: from === 0 ? 0 : Math.min(window.start, first?.start ?? window.start),
    end: to === text.length ? to : Math.max(window.end, last?.end ?? window.end),
  };
}

/** Whether no vowel sign or other mark would be torn from its letter here. */
function isBorder(text: string, index: number): boolean {
  return !/^\p{M}/u.test(text.slice(index, index + 2));
}

/** The stretches in order, those that overlap or touch as one. */
function merged(stretches: readonly HighlightRange[]): HighlightRange[] {
  const ranges: HighlightRange[] = [];
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start)) {
    const previous = ranges.at(-1);
    if (previous === undefined || previous.end < start) ranges.push({ start, end });
    else ranges[ranges.length - 1] = { start: previous.start, end: Math.max(previous.end, end) };
  }
  return ranges;
}
