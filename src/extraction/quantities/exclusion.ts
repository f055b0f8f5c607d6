import type { Stretch } from '../../domain/span.js';
import {
  BEFORE_A_YEAR,
  BEFORE_ONE_AS_PRONOUN,
  CLOCK_MARKS,
  MONTHS,
  NOT_COUNTED_BY_ONE,
  NUMBERED_THINGS,
  ORDINAL_ENDINGS,
  ORDINALS,
  RANKING,
  STREETS,
  WEEKDAYS,
} from '../language/english/numbered-things.js';
import { TIME_UNITS } from '../language/english/units.js';
import { adjoins, isCapitalized, isHyphen, type Lexeme, wordAt } from './lexeme.js';
import type { Measure } from './measure.js';
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

function numberLexeme(lexemes: readonly Lexeme[], { number }: Measure): Lexeme | undefined {
  return lexemes[number.first];
}

function isYear(lexemes: readonly Lexeme[], measure: Measure): boolean {
  const digits = numberLexeme(lexemes, measure);
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
function isDayOfMonth(lexemes: readonly Lexeme[], { first, number, kind }: Measure): boolean {
  if (number.form !== 'DIGITS' || number.value > 31 || number.value < 1 || kind === 'SHARE' || kind === 'MONEY')
    return false;
  if (isMonth(lexemes[number.end])) return true;
  const before = lexemes[first - 1]?.text === '.' ? lexemes[first - 2] : lexemes[first - 1];
  return isMonth(before) && kind !== 'MEASURE';
}

function isMonth(lexeme: Lexeme | undefined): boolean {
  return isCapitalized(lexeme) && MONTHS.has(lexeme?.lower ?? '') && lexeme?.pos !== 'AUX';
}

function isClockTime(lexemes: readonly Lexeme[], measure: Measure): boolean {
  const { first, number } = measure;
  const next = lexemes[number.end];
  if (number.form === 'DIGITS' && (joinsDigits(lexemes, number.end, ':') || joinsDigits(lexemes, first - 1, ':')))
    return true;
  if (measure.kind !== 'NONE' && measure.kind !== 'COUNT') return false;
  if (CLOCK_MARKS.has(next?.lower ?? '')) return true;
  if (next?.lower === 'o' && wordAt(lexemes, number.end + 2) === 'clock') return true;
  const letter = next?.lower === 'a' || next?.lower === 'p';
  return letter && lexemes[number.end + 1]?.text === '.' && wordAt(lexemes, number.end + 2) === 'm';
}

function joinsDigits(lexemes: readonly Lexeme[], at: number, sign: string): boolean {
  const [before, mark, after] = [lexemes[at - 1], lexemes[at], lexemes[at + 1]];
  return (
    mark?.text === sign &&
    before?.kind === 'NUMBER' &&
    after?.kind === 'NUMBER' &&
    adjoins(before, mark) &&
    adjoins(mark, after)
  );
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

/** “COVID-19”, “SF90”, “5G”, “the 1990s”. */
function isJoinedToName(lexemes: readonly Lexeme[], measure: Measure): boolean {
  const { first, number, kind, end } = measure;
  if (number.form !== 'DIGITS') return false;
  const before = lexemes[first - 1];
  const start = lexemes[first];
  if (before?.kind === 'WORD' && adjoins(before, start) && kind !== 'MONEY') return true;
  if (isHyphen(start) && lexemes[first - 1]?.pos === 'PROPN' && /^\p{Lu}+$/u.test(lexemes[first - 1]?.text ?? ''))
    return true;
  if (
    isHyphen(before) &&
    adjoins(before, start) &&
    lexemes[first - 2]?.kind === 'WORD' &&
    adjoins(lexemes[first - 2], before)
  )
    return true;
  const next = lexemes[end];
  return next?.kind === 'WORD' && adjoins(lexemes[end - 1], next) && lexemes[end - 1]?.kind === 'NUMBER';
}

/** “page 114”, “number two”, “the top 10”. */
function isNumbered(lexemes: readonly Lexeme[], { first, kind }: Measure): boolean {
  const before = lexemes[first - 1];
  if (kind === 'SHARE' || kind === 'MONEY' || before === undefined) return false;
  if (RANKING.has(before.lower)) return true;
  if (kind === 'MEASURE') return false;
  if (before.text === '#' || before.text === '№') return true;
  const label = before.text === '.' ? lexemes[first - 2] : before;
  if (label === undefined || !NUMBERED_THINGS.has(label.lower)) return false;
  return kind === 'NONE' || isCapitalized(label);
}

/** “S&P 500”, “the Heron 7”, “Council of Nine”. */
function isPartOfName(lexemes: readonly Lexeme[], measure: Measure): boolean {
  const { first, number, kind, end } = measure;
  const before = lexemes[first - 1];
  const start = lexemes[first];
  if (number.form === 'WORDS') {
    const titled = isCapitalized(start) && first > 0 && before?.kind === 'WORD';
    return titled && (isCapitalized(before) || before?.lower === 'of' || isCapitalized(lexemes[end]));
  }
  const severalOfAModel = measure.unit === 'second' && adjoins(lexemes[number.end - 1], lexemes[number.end]);
  if (
    number.form !== 'DIGITS' ||
    (kind !== 'NONE' && !severalOfAModel) ||
    number.magnitude > 1 ||
    start?.text.includes(',')
  )
    return false;
  if (before?.kind !== 'WORD' || (before.pos !== 'PROPN' && !isCapitalized(before))) return false;
  return (
    (first > 1 || before.pos === 'PROPN') &&
    !WEEKDAYS.has(before.lower) &&
    !['In', 'At', 'By', 'To', 'On'].includes(before.text)
  );
}

/** “won 3-1”: two numbers joined by a dash that count nothing. */
function isScore(lexemes: readonly Lexeme[], measure: Measure): boolean {
  const { first, end, number, kind } = measure;
  if (kind !== 'NONE' || number.form !== 'DIGITS') return false;
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

/** “2.” or “(3)” that opens a line. */
function isListMark(lexemes: readonly Lexeme[], { first, end, kind, number }: Measure): boolean {
  const opens = first === 0 || (first === 1 && lexemes[0]?.text === '(');
  return opens && kind === 'NONE' && number.form === 'DIGITS' && ['.', ')', ':'].includes(lexemes[end]?.text ?? '');
}

/** “16 Harbour Street”. */
function isStreetNumber(lexemes: readonly Lexeme[], { number }: Measure): boolean {
  if (number.form !== 'DIGITS' || !isCapitalized(lexemes[number.end])) return false;
  for (let at = number.end; at < number.end + 4; at++) {
    const word = lexemes[at];
    if (!isCapitalized(word)) return false;
    if (at > number.end && STREETS.has(word?.lower ?? '')) return true;
  }
  return false;
}

const LONGEST_ADDRESS = 60;

/** A number within an address on the network. */
function isInAddress(text: string, lexemes: readonly Lexeme[], { number }: Measure): boolean {
  const start = lexemes[number.first]?.start ?? 0;
  const near = text.slice(Math.max(0, start - LONGEST_ADDRESS), start + 1);
  const word = near.slice(near.lastIndexOf(' ') + 1);
  return /:\/\/|www\.|@\w|#\w/u.test(word);
}
