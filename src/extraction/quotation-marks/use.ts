import type { Stretch } from '../../domain/span.js';
import type { QuotedStretch } from '../document.js';
import { NAMES_A_TITLE, NAMES_A_WORD, SMALL_IN_TITLES, SPOKEN_BESIDE } from '../language/english/quotations.js';

/** Titles and words kept at a distance are shorter than this, in UTF-16 units. */
const LONGEST_NAME = 72;
/** How much text beside the marks tells what they are for, in UTF-16 units. */
const REACH = 160;
/** More words than this between marks are somebody’s. */
const MOST_WORDS_AT_DISTANCE = 3;

/** What quotation marks are for, by the words in them and those beside them in the sentence and in the stretch `around`. */
export function useOf(
  text: string,
  { inner, outer, continues }: Pick<QuotedStretch, 'inner' | 'outer' | 'continues'>,
  around: Stretch,
): QuotedStretch['use'] {
  if (continues || inner.end === outer.end || inner.end - inner.start > LONGEST_NAME) return 'SPEECH';
  const quoted = text.slice(inner.start, inner.end).trim();
  const before = beforeInSentence(text.slice(Math.max(around.start, outer.start - REACH), outer.start));
  const behind = behindInSentence(text.slice(outer.end, Math.min(around.end, outer.end + REACH)));
  if (NAMES_A_WORD.test(before) || isNickname(quoted, before, behind)) return 'SCARE';
  const words = quoted.replace(/[,;]$/u, '').split(/\s+/u);
  const spoken = SPOKEN_BESIDE.test(behind) || SPOKEN_BESIDE.test(before);
  if (/[.!?…:—]$/u.test(quoted) || introducesSpeech(before)) return 'SPEECH';
  if (isTitle(words, before) && !(quoted.endsWith(',') && spoken)) return 'TITLE';
  if (spoken || words.length > MOST_WORDS_AT_DISTANCE) return 'SPEECH';
  return 'SCARE';
}

/** The nickname in a name: Osbert “Two Ropes” Lunt. */
function isNickname(quoted: string, before: string, behind: string): boolean {
  return /^\p{Lu}/u.test(quoted) && /\p{Lu}[\p{L}.]* $/u.test(before) && /^ \p{Lu}\p{Ll}/u.test(behind);
}

function introducesSpeech(before: string): boolean {
  return /:\s*$/u.test(before) || (/,\s*$/u.test(before) && SPOKEN_BESIDE.test(before.slice(-24)));
}

/** A title has capitals but for its small words; a single word needs to be introduced as one. */
function isTitle(words: readonly string[], before: string): boolean {
  const [first = '', ...others] = words;
  if (!/^[\p{Lu}\p{N}]/u.test(first)) return false;
  if (NAMES_A_TITLE.test(before)) return true;
  const capital = others.filter((word) => /^[\p{Lu}\p{N}&]/u.test(word)).length;
  return capital > 0 && others.every((word) => /^[\p{Lu}\p{N}&]/u.test(word) || SMALL_IN_TITLES.has(word));
}

/** What stands in the same sentence before the marks. */
function beforeInSentence(before: string): string {
  const [last] = [...before.matchAll(/[.!?…]["”’)]*\s+(?=\S)/gu)].slice(-1);
  return last === undefined ? before : before.slice(last.index + last[0].length);
}

/** What stands in the same sentence behind the marks. */
function behindInSentence(behind: string): string {
  const end = /[.!?…](?:\s|$)/u.exec(behind);
  return end === null ? behind : behind.slice(0, end.index);
}
