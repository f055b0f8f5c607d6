import { CharacterKind, endOfKinds, kindOf } from './character.js';
import { foldWord } from './fold.js';

/** What stands between the thousands: a comma (the Arabic one too), or a space that does not break the line. */
const GROUPING = new Set([',', '\u066c', '\u00a0', '\u2007', '\u2009', '\u202f']);
/** What stands before the decimals. */
const POINTS = new Set(['.', '\u066b']);

const DIGITS = new Set<CharacterKind>([CharacterKind.DIGIT]);
const REST_OF_WORD = new Set<CharacterKind>([CharacterKind.DIGIT, CharacterKind.LETTER, CharacterKind.EXTENDER]);

/**
 * The key and the end of the word that begins with the digit at `start`. Its digits may be grouped by thousands, which
 * the key does not show, and may have decimals, set off by “·” in the key; letters that follow at once belong to it:
 * “8,961”, “3.5”, “1,500kg”, “3rd”.
 */
export function readNumber(text: string, start: number): { readonly key: string; readonly end: number } {
  const endOfWhole = endOfThousands(text, start);
  const hasDecimals = decimalsFollow(text, start, endOfWhole);
  const end = endOfKinds(text, hasDecimals ? endOfWhole + 1 : endOfWhole, REST_OF_WORD);
  if (!hasDecimals) return { key: foldWord(text.slice(start, end)), end };
  const whole = foldWord(text.slice(start, endOfWhole));
  return { key: `${whole}·${foldWord(text.slice(endOfWhole + 1, end))}`, end };
}

/** Where a whole number ends: “12,345” is one, but “12,34” is two, and so are “1,2” and “1234,567”. */
function endOfThousands(text: string, start: number): number {
  let end = endOfKinds(text, start, DIGITS);
  const separator = text.charAt(end);
  if (end - start > 3 || !GROUPING.has(separator)) return end;
  while (text.charAt(end) === separator && endOfKinds(text, end + 1, DIGITS) === end + 4) end += 4;
  return end;
}

/** Whether what follows a whole number is its decimals, and not the next part of a date or a version (“1.2.3”). */
function decimalsFollow(text: string, start: number, endOfWhole: number): boolean {
  if (!isPointBeforeDigit(text, endOfWhole)) return false;
  const isFirstPart = !(isPointBeforeDigit(text, start - 1) && isDigitAt(text, start - 2));
  return isFirstPart && !isPointBeforeDigit(text, endOfKinds(text, endOfWhole + 1, DIGITS));
}

function isPointBeforeDigit(text: string, index: number): boolean {
  return POINTS.has(text.charAt(index)) && isDigitAt(text, index + 1);
}

function isDigitAt(text: string, index: number): boolean {
  return kindOf(text.codePointAt(index)) === CharacterKind.DIGIT;
}
