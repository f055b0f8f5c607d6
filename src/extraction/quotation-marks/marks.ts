import type { Stretch } from '../../domain/span.js';
import { ELIDED_BEGINNINGS } from '../language/english/apostrophes.js';

/** Marks that open and close one another. */
export type MarkFamily = 'DOUBLE' | 'SINGLE' | 'ANGLE' | 'SINGLE_ANGLE';

/** A quotation mark of a text, and what it can do where it stands. */
export interface QuotationMark extends Stretch {
  readonly glyph: string;
  readonly family: MarkFamily;
  /** `EITHER` closes where something is open, and opens otherwise. */
  readonly role: 'OPEN' | 'CLOSE' | 'EITHER';
  /** Whether it is as likely the apostrophe of “the boats’ owners” or the inches of a length. */
  readonly doubtful: boolean;
}

const MARKS = /``|''|["“”„‟«»‹›‘’‚‛']/gu;

/** What can stand before an opening mark. */
const BEFORE_OPENING = /[\s([{<\u2012-\u2015/-]|["“„‟«‹‘‚'`]/u;
/** What can stand behind a closing mark. */
const BEHIND_CLOSING = /[\s.,;:!?…)\]}>\u2012-\u2015/-]|["”»›’']/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const FEET_AND_INCHES = /\d ?['’′] ?\d{1,2}[½¼¾]?$/u;
const DECADE = /^\d\ds?(?![\p{L}\p{N}])/u;
const WORD = /^[\p{L}\p{N}]+/u;

/** How far around a mark is looked, in UTF-16 units. */
const REACH = 12;

/** The quotation marks of a stretch of text, without apostrophes and the marks of feet and inches. */
export function* marksIn(text: string, { start, end }: Stretch): Generator<QuotationMark> {
  for (const { 0: glyph, index } of text.slice(start, end).matchAll(MARKS)) {
    const at = { start: start + index, end: start + index + glyph.length };
    const mark = glyph.length > 1 ? doubled(glyph, at) : markOf(glyph, at, text);
    if (mark !== undefined) yield mark;
  }
}

/** Typewriter quotation marks made of two. */
function doubled(glyph: string, at: Stretch): QuotationMark {
  return { ...at, glyph, family: 'DOUBLE', role: glyph === '``' ? 'OPEN' : 'EITHER', doubtful: false };
}

function markOf(glyph: string, at: Stretch, text: string): QuotationMark | undefined {
  switch (glyph) {
    case '“':
    case '”':
    case '"':
    case '„':
    case '‟':
      return doubleMark(glyph, at, text);
    case '«':
    case '»':
      return { ...at, glyph, family: 'ANGLE', role: 'EITHER', doubtful: false };
    case '‹':
    case '›':
      return { ...at, glyph, family: 'SINGLE_ANGLE', role: 'EITHER', doubtful: false };
    default:
      return singleMark(glyph, at, text);
  }
}

function doubleMark(glyph: string, at: Stretch, text: string): QuotationMark | undefined {
  const place = placeOf(at, text);
  if (glyph === '"' && FEET_AND_INCHES.test(text.slice(Math.max(0, at.start - REACH), at.start))) return undefined;
  const doubtful = glyph === '"' && /\d/u.test(text[at.start - 1] ?? '');
  return { ...at, glyph, family: 'DOUBLE', role: doubleRole(glyph, place), doubtful };
}

/** Curly marks say what they do, unless where they stand says the opposite: “Yes,“ she said. */
function doubleRole(glyph: string, place: QuotationMark['role']): QuotationMark['role'] {
  if (glyph === '„' || glyph === '‟') return 'OPEN';
  if (glyph === '"') return place;
  const usual = glyph === '“' ? 'OPEN' : 'CLOSE';
  return place === 'EITHER' || place === usual ? usual : 'EITHER';
}

function singleMark(glyph: string, at: Stretch, text: string): QuotationMark | undefined {
  const before = text[at.start - 1] ?? ' ';
  const behind = text[at.end] ?? ' ';
  const follows = text.slice(at.end, at.end + REACH);
  if (LETTER_OR_DIGIT.test(before) && LETTER_OR_DIGIT.test(behind)) return undefined;
  if (isElided(follows)) return undefined;
  const mark = { ...at, glyph, family: 'SINGLE' } as const;
  if (glyph === '‚') return /\s/u.test(behind) ? undefined : { ...mark, role: 'OPEN', doubtful: true };
  const opens = BEFORE_OPENING.test(before) && !/\s/u.test(behind);
  if (opens && (glyph !== '’' || before === ' ')) return { ...mark, role: 'OPEN', doubtful: true };
  if (/\s/u.test(before)) return undefined;
  return { ...mark, role: 'CLOSE', doubtful: LETTER_OR_DIGIT.test(before) && !/[.,;:!?)”"]/u.test(behind) };
}

/** “’em”, “’90s”: an apostrophe for what is left out at the beginning of a word. */
function isElided(follows: string): boolean {
  return DECADE.test(follows) || ELIDED_BEGINNINGS.has((WORD.exec(follows)?.[0] ?? '').toLowerCase());
}

/** What a mark does by what stands around it. */
function placeOf({ start, end }: Stretch, text: string): QuotationMark['role'] {
  const canOpen = BEFORE_OPENING.test(text[start - 1] ?? ' ');
  const canClose = BEHIND_CLOSING.test(text[end] ?? ' ');
  if (canOpen === canClose) return 'EITHER';
  return canOpen ? 'OPEN' : 'CLOSE';
}
