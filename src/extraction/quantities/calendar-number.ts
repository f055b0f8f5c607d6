import { BEFORE_A_YEAR, CLOCK_MARKS, MONTHS } from '../language/english/numbered-things.js';
import { TIME_UNITS } from '../language/english/units.js';
import { isCapitalized, joinsDigits, type Lexeme, wordAt } from './lexeme.js';
import type { Measure } from './measure.js';
import { readNumeral } from './numeral.js';

/** “in 1988”, “2018 sales”. */
export function isYear(lexemes: readonly Lexeme[], measure: Measure): boolean {
  const digits = lexemes[measure.number.first];
  if (digits === undefined || !/^\d{4}$/u.test(digits.text) || measure.number.end !== measure.number.first + 1)
    return false;
  const { value } = measure.number;
  if (measure.kind === 'SHARE' || measure.kind === 'MONEY' || value < 1000 || value > 2100) return false;
  if (measure.kind === 'MEASURE' && !TIME_UNITS.has(measure.unit ?? '') && !isTitled(lexemes[measure.number.end]))
    return false;
  const before = wordAt(lexemes, measure.first - 1);
  if (value >= 1900 && value < 2050)
    return !['about', 'than', 'some', 'around', 'nearly', 'almost', 'over'].includes(before);
  return measure.kind === 'NONE' && BEFORE_A_YEAR.has(before) && before !== 'of' && before !== 'to';
}

/** A word with a capital, and no symbol: the “Stone” of “in 2016 Stone”. */
function isTitled(lexeme: Lexeme | undefined): boolean {
  return isCapitalized(lexeme) && /\p{Ll}{3}/u.test(lexeme?.text ?? '');
}

/** “29 March”, “March 29”, “Jan. 5”, “Dec 28–30”. */
export function isDayOfMonth(lexemes: readonly Lexeme[], { first, number, kind }: Measure): boolean {
  if (number.form !== 'DIGITS' || number.value > 31 || number.value < 1 || kind === 'SHARE' || kind === 'MONEY')
    return false;
  if (isMonth(lexemes[number.end])) return true;
  const before = lexemes[first - 1]?.text === '.' ? lexemes[first - 2] : lexemes[first - 1];
  return isMonth(before) && kind !== 'MEASURE';
}

function isMonth(lexeme: Lexeme | undefined): boolean {
  return isCapitalized(lexeme) && MONTHS.has(lexeme?.lower ?? '') && lexeme?.pos !== 'AUX';
}

/** “9:01”, “7.45 a.m.”, “between 5 and 7 p.m.” */
export function isClockTime(lexemes: readonly Lexeme[], measure: Measure): boolean {
  const { first, number } = measure;
  const next = lexemes[number.end];
  if (number.form === 'DIGITS' && (joinsDigits(lexemes, number.end, ':') || joinsDigits(lexemes, first - 1, ':')))
    return true;
  if (measure.kind !== 'NONE' && measure.kind !== 'COUNT') return false;
  if (hasClockMark(lexemes, number.end)) return true;
  // “between 5 and 7 p.m.”
  const other = ['and', 'to', '-', '–'].includes(next?.lower ?? '') ? readNumeral(lexemes, number.end + 1) : undefined;
  return other !== undefined && measure.kind === 'NONE' && hasClockMark(lexemes, other.end);
}

function hasClockMark(lexemes: readonly Lexeme[], at: number): boolean {
  const mark = wordAt(lexemes, at);
  if (CLOCK_MARKS.has(mark)) return true;
  if (mark === 'o') return wordAt(lexemes, at + 2) === 'clock';
  return (mark === 'a' || mark === 'p') && lexemes[at + 1]?.text === '.' && wordAt(lexemes, at + 2) === 'm';
}
