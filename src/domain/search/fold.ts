import { nameKey } from '../names.js';
import { digitValue } from './character.js';

/** Folded they would be other numbers: “½” is not 12. */
const FRACTIONS = /[\u00bc-\u00be\u2150-\u215f\u2189]/u;
const BETWEEN_FRACTIONS = /[^\u00bc-\u00be\u2150-\u215f\u2189]+/gu;

const PLAIN = /^[0-9a-z]*$/;
const NOT_IN_KEYS = /[^\p{L}\p{M}\p{N}]+/gu;
/** The sigma of a word’s end; where a prefix goes on, it is not at the end. */
const FINAL_SIGMA = /ς/gu;
const FOREIGN_DIGITS = /[\p{Nd}--[0-9]]/gv;

/** The letters, marks and digits of a word, folded as names are, with the digits of every script as 0–9. May be empty. */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word;
  const folded = FRACTIONS.test(word) ? word.replace(BETWEEN_FRACTIONS, nameKey) : nameKey(word);
  return folded
    .replace(NOT_IN_KEYS, '')
    .replace(FINAL_SIGMA, 'σ')
    .replace(FOREIGN_DIGITS, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)));
}
