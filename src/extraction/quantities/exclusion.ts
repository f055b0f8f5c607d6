import type { Stretch } from '../../domain/span.js';
import {
  BEFORE_ONE_AS_PRONOUN,
  NOT_COUNTED_BY_ONE,
  ORDINAL_ENDINGS,
  ORDINALS,
} from '../language/english/numbered-things.js';
import { TIME_UNITS } from '../language/english/units.js';
import { isClockTime, isDayOfMonth, isYear } from './calendar-number.js';
import { adjoins, isCapitalized, isHyphen, joinsDigits, type Lexeme, wordAt } from './lexeme.js';
import type { Measure } from './measure.js';
import { isJoinedToName, isNumbered, isPartOfName, isStreetNumber } from './named-number.js';
import { readNumeral } from './numeral.js';

/** Whether a number counts and measures nothing: a date, an age, an ordinal, a score, a part of a name. */
export function isNoQuantity(
  text: string,
  lexemes: readonly Lexeme[],
  measure: Measure,
  isInDate: (stretch: Stretch) => boolean,
): boolean {
  return (
    isDated(lexemes, measure, isInDate) ||
    TESTS.some((test) => test(lexemes, measure)) ||
    isInAddress(text, lexemes, measure)
  );
}

type Test = (lexemes: readonly Lexeme[], measure: Measure) => boolean;

const TESTS: readonly Test[] = [
  isYear,
  isDayOfMonth,
  isClockTime,
  isOrdinal,
  isAge,
  isJoinedToName,
  isNumbered,
  isPartOfName,
  isScore,
  isCode,
  isPronoun,
  isNumeralAsThing,
  isListMark,
  isStreetNumber,
];

/** A duration that a date counts with (“the past three days”) is one all the same; “three days ago” is a day. */
function isDated(lexemes: readonly Lexeme[], measure: Measure, isInDate: (stretch: Stretch) => boolean): boolean {
  const [first, last] = [lexemes[measure.first], lexemes[measure.end - 1]];
  if (first === undefined || last === undefined) return true;
  const isDuration = measure.unit !== null && TIME_UNITS.has(measure.unit);
  if (isDuration) return wordAt(lexemes, measure.end) === 'ago';
  return measure.kind !== 'MONEY' && isInDate({ start: first.start, end: last.end });
}

function isOrdinal(lexemes: readonly Lexeme[], { number }: Measure): boolean {
  const [last, next] = [lexemes[number.end - 1], lexemes[number.end]];
  if (number.form === 'DIGITS' && adjoins(last, next) && ORDINAL_ENDINGS.has(next?.lower ?? '')) return true;
  return isHyphen(next) && ORDINALS.has(wordAt(lexemes, number.end + 1));
}

/** “Lunt, 54,”, “aged five”, “12-year-old”, “30 years of age”. */
function isAge(lexemes: readonly Lexeme[], measure: Measure): boolean {
  return isYearsOld(lexemes, measure) || isBehindAged(lexemes, measure.first) || isAgeInCommas(lexemes, measure);
}

const AGE_UNITS: ReadonlySet<string> = new Set(['year', 'month', 'week', 'day']);
const AGED: ReadonlySet<string> = new Set(['aged', 'age', 'ages']);

function isYearsOld(lexemes: readonly Lexeme[], { end, unit }: Measure): boolean {
  if (!AGE_UNITS.has(unit ?? '')) return false;
  const behind = wordAt(lexemes, isHyphen(lexemes[end]) ? end + 1 : end);
  if (['old', 'olds', 'older', 'young'].includes(behind)) return true;
  return behind === 'of' && wordAt(lexemes, end + 1) === 'age';
}

/** “aged 18”, “aged about 18”, “aged 18 to 34”. */
function isBehindAged(lexemes: readonly Lexeme[], first: number): boolean {
  const before = wordAt(lexemes, first - 1);
  if (AGED.has(before) || (AGED.has(wordAt(lexemes, first - 2)) && before !== 'of')) return true;
  const joined = ['to', 'and', '-', '–'].includes(before) && lexemes[first - 2]?.pos === 'NUM';
  return joined && AGED.has(wordAt(lexemes, first - 3));
}

const OLDEST = 120;

/** “Hesper Lunt, 54, has …”. */
function isAgeInCommas(lexemes: readonly Lexeme[], { first, end, kind, number }: Measure): boolean {
  if (kind !== 'NONE' || number.value > OLDEST || !Number.isInteger(number.value)) return false;
  const named = lexemes[first - 2]?.pos === 'PROPN' && isCapitalized(lexemes[first - 2]);
  return named && [',', '('].includes(wordAt(lexemes, first - 1)) && [',', ')', '.'].includes(wordAt(lexemes, end));
}

/** “won 3-1”: two numbers joined by a dash that count nothing. */
function isScore(lexemes: readonly Lexeme[], measure: Measure): boolean {
  const { first, end, number, kind } = measure;
  if (kind !== 'NONE' || number.form !== 'DIGITS' || number.magnitude > 1) return false;
  return isDashed(lexemes, first - 1)
    ? readNumeral(lexemes, first - 2) !== undefined
    : isDashed(lexemes, end) && isBare(lexemes, end + 1);
}

function isDashed(lexemes: readonly Lexeme[], at: number): boolean {
  const dash = lexemes[at];
  return (
    dash !== undefined &&
    ['-', '–', '—'].includes(dash.text) &&
    adjoins(lexemes[at - 1], dash) &&
    adjoins(dash, lexemes[at + 1])
  );
}

/** Whether a number without unit or noun begins there. */
function isBare(lexemes: readonly Lexeme[], at: number): boolean {
  const number = readNumeral(lexemes, at);
  if (number?.form !== 'DIGITS' || number.magnitude > 1) return false;
  const next = lexemes[number.end];
  return next === undefined || next.kind === 'SIGN' ? next?.text !== '%' : !['NOUN', 'ADJ', 'NUM'].includes(next.pos);
}

/** “0555 0142”, “007”, “24/7”. */
function isCode(lexemes: readonly Lexeme[], { first, end, number, kind }: Measure): boolean {
  const digits = lexemes[number.first]?.text ?? '';
  if (/^0\d/u.test(digits) && !digits.includes('.')) return true;
  if (joinsDigits(lexemes, end, '/') || joinsDigits(lexemes, first - 1, '/')) return kind !== 'MONEY';
  const slash = lexemes[number.first + 1]?.text === '/';
  return slash && number.end === number.first + 3 && kind === 'NONE' && wordAt(lexemes, end) !== 'of';
}

function isPronoun(lexemes: readonly Lexeme[], { first, end, number, kind, counted }: Measure): boolean {
  if (number.value !== 1 || number.form !== 'WORDS' || wordAt(lexemes, first) !== 'one') return false;
  if (BEFORE_ONE_AS_PRONOUN.has(wordAt(lexemes, first - 1)) && kind !== 'SHARE') return true;
  if (kind === 'NONE') return true;
  return end === first + 2 && NOT_COUNTED_BY_ONE.has(counted?.head ?? wordAt(lexemes, first + 1));
}

/** “put in a zero”, “a seven of hearts”: a number that is spoken of. */
function isNumeralAsThing(lexemes: readonly Lexeme[], { first, kind, number }: Measure): boolean {
  return kind === 'NONE' && number.form === 'WORDS' && number.value < 10 && wordAt(lexemes, first - 1) === 'a';
}

/** “2.” or “(3)” that opens a line. */
function isListMark(lexemes: readonly Lexeme[], { first, end, kind, number }: Measure): boolean {
  const opens = first === 0 || (first === 1 && lexemes[0]?.text === '(');
  return opens && kind === 'NONE' && number.form === 'DIGITS' && ['.', ')', ':'].includes(lexemes[end]?.text ?? '');
}

const LONGEST_ADDRESS = 60;

/** A number within an address on the network. */
function isInAddress(text: string, lexemes: readonly Lexeme[], { number }: Measure): boolean {
  const start = lexemes[number.first]?.start ?? 0;
  const near = text.slice(Math.max(0, start - LONGEST_ADDRESS), start + 1);
  const word = near.slice(near.lastIndexOf(' ') + 1);
  return /:\/\/|www\.|@\w|#\w/u.test(word);
}
