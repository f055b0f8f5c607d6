import type { Stretch } from './span.js';

/** The marks that open a quotation, with those that close it. */
const CLOSING = new Map([
  ['“', '”'],
  ['„', '“”'],
  ['"', '"'],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
]);

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const PUNCTUATION = /[.,;:!?…—-]/u;

/**
 * What stands between quotation marks in a text, without the marks and those inside others. A quotation ends with its
 * paragraph, where the next one goes on with it or nobody closed it. Plain pairs only: an editor sees what comes of it.
 */
export function quotedStretches(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  for (const paragraph of text.split('\n')) {
    stretches.push(...quotedIn(paragraph).map((quoted) => ({ start: start + quoted.start, end: start + quoted.end })));
    start += paragraph.length + 1;
  }
  return stretches;
}

function quotedIn(paragraph: string): Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = 0; at < paragraph.length; at++) {
    const closing = CLOSING.get(paragraph.charAt(at));
    if (closing === undefined || !canOpen(paragraph, at)) continue;
    const end = closingOf(paragraph, at + 1, closing);
    if (end === undefined) continue;
    if (end > at + 1) stretches.push({ start: at + 1, end });
    at = end;
  }
  return stretches;
}

/** Where a quotation ends: at the mark that closes it or, unless that may be an apostrophe, at the end of the paragraph. */
function closingOf(paragraph: string, start: number, closing: string): number | undefined {
  if (closing === '’') return closingApostrophe(paragraph, start);
  for (let at = start; at < paragraph.length; at++) if (closing.includes(paragraph.charAt(at))) return at;
  return Math.max(start, paragraph.trimEnd().length);
}

/** The first apostrophe that closes for sure, since a mark of punctuation stands before it; else the first that can. */
function closingApostrophe(paragraph: string, start: number): number | undefined {
  const [words = ''] = paragraph.slice(start).split('‘');
  const closings = [...words.matchAll(/’(?![\p{L}\p{N}])/gu)].map(({ index }) => start + index);
  return closings.find((at) => PUNCTUATION.test(paragraph.charAt(at - 1))) ?? closings[0];
}

/** A straight mark and an apostrophe open nothing within or behind a word. */
function canOpen(text: string, at: number): boolean {
  return !LETTER_OR_DIGIT.test(text.charAt(at - 1));
}
