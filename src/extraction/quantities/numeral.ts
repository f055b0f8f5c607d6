import { singularOf } from '../language/english/nouns.js';
import {
  FRACTION_SIGNS,
  FRACTIONS,
  INDEFINITE_NUMBERS,
  MAGNITUDE_ABBREVIATIONS,
  MAGNITUDES,
  SMALL_NUMBERS,
} from '../language/english/numbers.js';
import { TIME_UNITS } from '../language/english/units.js';
import { adjoins, isHyphen, type Lexeme, wordAt } from './lexeme.js';
import { readNumberWords } from './number-words.js';

/** A number as written, `[first, end)` in the lexemes of its sentence. */
export interface Numeral {
  readonly first: number;
  readonly end: number;
  readonly value: number;
  /** The million of “2 million”, 1 without one. */
  readonly magnitude: number;
  readonly form: NumeralForm;
}

/** `INDEFINITE` is “dozens”, `SHARE` a part of something: “a third”, “one in five”. */
export type NumeralForm = 'DIGITS' | 'WORDS' | 'SHARE' | 'INDEFINITE';

/** Reads the number that begins at a lexeme. */
export function readNumeral(lexemes: readonly Lexeme[], first: number): Numeral | undefined {
  const lexeme = lexemes[first];
  if (lexeme === undefined) return undefined;
  const found =
    lexeme.kind === 'WORD'
      ? readInWords(lexemes, first)
      : (readProportion(lexemes, first, digitsAt(lexemes, first)) ??
        readDigits(lexemes, first) ??
        readSign(lexemes, first));
  return found !== undefined && Number.isFinite(found.value) ? found : undefined;
}

function readInWords(lexemes: readonly Lexeme[], first: number): Numeral | undefined {
  return (
    readIndefinite(lexemes, first) ??
    readHalf(lexemes, first) ??
    readShare(lexemes, first) ??
    readMinus(lexemes, first) ??
    readWords(lexemes, first)
  );
}

/** “−17”, “.500”, “½”. */
function readSign(lexemes: readonly Lexeme[], first: number): Numeral | undefined {
  const sign = lexemes[first];
  const fraction = FRACTION_SIGNS.get(sign?.text ?? '');
  if (fraction !== undefined) return { first, end: first + 1, value: fraction, magnitude: 1, form: 'DIGITS' };
  if (adjoins(lexemes[first - 1], sign) && lexemes[first - 1]?.text !== '(') return undefined;
  if (!adjoins(sign, lexemes[first + 1])) return undefined;
  const number = readDigits(lexemes, first + 1);
  if (number === undefined) return undefined;
  if (sign?.text === '-' || sign?.text === '−') return { ...number, first, value: -number.value };
  const digits = lexemes[first + 1]?.text ?? '';
  if (sign?.text !== '.' || !/^\d+$/u.test(digits)) return undefined;
  return { ...number, first, value: Number(`0.${digits}`) };
}

function readMinus(lexemes: readonly Lexeme[], first: number): Numeral | undefined {
  if (wordAt(lexemes, first) !== 'minus') return undefined;
  const number = readDigits(lexemes, first + 1) ?? readWords(lexemes, first + 1);
  return number === undefined ? undefined : { ...number, first, value: -number.value };
}

function readDigits(lexemes: readonly Lexeme[], first: number): Numeral | undefined {
  const lexeme = lexemes[first];
  if (lexeme?.kind !== 'NUMBER') return undefined;
  const value = Number(lexeme.text.replaceAll(',', ''));
  if (Number.isNaN(value)) return undefined;
  const written = fractionBehind(lexemes, first, value) ??
    powerOfTen(lexemes, first, value) ?? { value, end: first + 1 };
  return magnified(lexemes, { first, ...written, magnitude: 1, form: 'DIGITS' });
}

interface Read {
  readonly value: number;
  readonly end: number;
}

/** “1/16”, “2½” and “5 1/2”. */
function fractionBehind(lexemes: readonly Lexeme[], first: number, value: number): Read | undefined {
  const [next, afterNext] = [lexemes[first + 1], lexemes[first + 2]];
  const sign = FRACTION_SIGNS.get(next?.text ?? '');
  if (sign !== undefined) return { value: value + sign, end: first + 2 };
  const slash = next?.text === '/' || next?.text === '⁄';
  if (slash && adjoins(next, afterNext) && adjoins(lexemes[first], next)) return divided(value, afterNext, first + 3);
  if (next?.kind !== 'NUMBER' || lexemes[first + 2]?.text !== '/' || !adjoins(lexemes[first + 2], lexemes[first + 3]))
    return undefined;
  const fraction = divided(Number(next.text), lexemes[first + 3], first + 4);
  return fraction === undefined || fraction.value >= 1 ? undefined : { ...fraction, value: value + fraction.value };
}

function divided(numerator: number, denominator: Lexeme | undefined, end: number): Read | undefined {
  const parts = denominator?.kind === 'NUMBER' ? Number(denominator.text) : Number.NaN;
  return Number.isInteger(parts) && parts > 1 && numerator < parts ? { value: numerator / parts, end } : undefined;
}

/** “2.998×10−8”. */
function powerOfTen(lexemes: readonly Lexeme[], first: number, value: number): Read | undefined {
  if (!['×', 'x'].includes(lexemes[first + 1]?.text ?? '') || lexemes[first + 2]?.text !== '10') return undefined;
  let at = first + 3;
  if (lexemes[at]?.text === '^') at++;
  const negative = ['-', '−', '–'].includes(lexemes[at]?.text ?? '');
  if (negative) at++;
  const exponent = lexemes[at];
  if (exponent?.kind !== 'NUMBER' || !adjoins(lexemes[at - 1], exponent)) return undefined;
  return { value: Number(`${value}e${negative ? '-' : ''}${exponent.text}`), end: at + 1 };
}

/** Takes in the magnitude behind a number: “8.9 million”, “1.2bn”, “1.8 billion-mile”, “two and a half million”. */
function magnified(lexemes: readonly Lexeme[], number: Numeral): Numeral {
  const behind = isHyphen(lexemes[number.end]) ? number.end + 1 : number.end;
  const word = lexemes[behind];
  const by = MAGNITUDES.get(word?.lower ?? '') ?? MAGNITUDE_ABBREVIATIONS.get(word?.lower ?? '');
  if (by === undefined) return number;
  return { ...number, value: scaled(number.value, by), magnitude: number.magnitude * by, end: behind + 1 };
}

/** Multiplies in decimal, so that 1.2 billion is 1200000000 and nothing beside it. */
export function scaled(value: number, by: number): number {
  return Number((value * by).toPrecision(15));
}

/** “dozens”, “tens of thousands”. */
function readIndefinite(lexemes: readonly Lexeme[], first: number): Numeral | undefined {
  const least = INDEFINITE_NUMBERS.get(wordAt(lexemes, first));
  if (least === undefined) return undefined;
  const of = wordAt(lexemes, first + 1) === 'of';
  const more = of ? INDEFINITE_NUMBERS.get(wordAt(lexemes, first + 2)) : undefined;
  if (more !== undefined && more > least)
    return { first, end: first + 3, value: least * more, magnitude: 1, form: 'INDEFINITE' };
  if (wordAt(lexemes, first) === 'tens' || (wordAt(lexemes, first) === 'scores' && !of)) return undefined;
  return { first, end: first + 1, value: least, magnitude: 1, form: 'INDEFINITE' };
}

function readWords(lexemes: readonly Lexeme[], first: number): Numeral | undefined {
  const number = readNumberWords(lexemes, first);
  return number === undefined ? undefined : { first, form: 'WORDS', ...number };
}

const BEFORE_A_PERIOD: ReadonlySet<string> = new Set(['first', 'second', 'other', 'this', 'that', 'latter', 'time']);
const BEHIND_HALF: ReadonlySet<string> = new Set([
  ...['of', 'the', 'its', 'their', 'his', 'her', 'our', 'my', 'your', 'all', 'that', 'those', 'these', 'as'],
]);

/** Words before a share that might otherwise be a stretch of time or of a match: “by a quarter”, “more than half”. */
const BEFORE_A_SHARE: ReadonlySet<string> = new Set([
  ...['than', 'about', 'almost', 'nearly', 'roughly', 'least', 'over', 'around', 'by', 'in'],
]);

/** “half a dozen”, “half a million”, “half of the crews”; not the half of a match. */
function readHalf(lexemes: readonly Lexeme[], first: number): Numeral | undefined {
  if (wordAt(lexemes, first) !== 'half' || BEFORE_A_PERIOD.has(wordAt(lexemes, first - 1))) return undefined;
  const [next, afterNext] = [wordAt(lexemes, first + 1), wordAt(lexemes, first + 2)];
  const by = MAGNITUDES.get(afterNext);
  if ((next === 'a' || next === 'an') && by !== undefined)
    return { first, end: first + 3, value: by / 2, magnitude: by, form: 'WORDS' };
  if (next === 'a' || next === 'an') return { first, end: first + 2, value: 0.5, magnitude: 1, form: 'WORDS' };
  const counts = BEHIND_HALF.has(next) || BEFORE_A_SHARE.has(wordAt(lexemes, first - 1));
  return counts ? { first, end: first + 1, value: 0.5, magnitude: 1, form: 'SHARE' } : undefined;
}

/** “a third of”, “two-thirds”, “one in five”, “nine out of ten”. */
function readShare(lexemes: readonly Lexeme[], first: number): Numeral | undefined {
  const lower = wordAt(lexemes, first);
  const numerator = lower === 'a' || lower === 'an' ? 1 : SMALL_NUMBERS.get(lower);
  if (numerator === undefined) return undefined;
  const part = isHyphen(lexemes[first + 1]) ? first + 2 : first + 1;
  const parts = FRACTIONS.get(wordAt(lexemes, part));
  if (parts !== undefined) return isShare(lexemes, first, part) ? share(first, part + 1, numerator / parts) : undefined;
  return readProportion(lexemes, first, numerator);
}

function share(first: number, end: number, value: number): Numeral {
  return { first, end, value, magnitude: 1, form: 'SHARE' };
}

/** Whether “a third”, “two quarters” name a part and no ordinal or stretch of time. */
function isShare(lexemes: readonly Lexeme[], first: number, part: number): boolean {
  const next = lexemes[part + 1];
  if (wordAt(lexemes, part).startsWith('quarter'))
    return next?.lower === 'of' || part === first + 2 || BEFORE_A_SHARE.has(wordAt(lexemes, first - 1));
  if (wordAt(lexemes, part) === 'half') return wordAt(lexemes, first) !== 'a' || next?.lower !== 'hour';
  return !(next?.pos === 'NOUN' || next?.pos === 'ADJ' || next?.pos === 'PROPN') || part === first + 2;
}

/** “one in five”, “3 out of 10”; “two in three days” is no share. */
function readProportion(lexemes: readonly Lexeme[], first: number, numerator: number | undefined): Numeral | undefined {
  if (numerator === undefined || numerator === 0) return undefined;
  let at = first + 1;
  if (wordAt(lexemes, at) === 'out' && wordAt(lexemes, at + 1) === 'of') at++;
  else if (wordAt(lexemes, at) !== 'in') return undefined;
  const whole = readDigits(lexemes, at + 1) ?? readWords(lexemes, at + 1);
  if (whole === undefined || whole.value <= numerator || isYear(whole.value)) return undefined;
  if (wordAt(lexemes, at) === 'in' && TIME_UNITS.has(singularOf(wordAt(lexemes, whole.end)))) return undefined;
  return share(first, whole.end, numerator / whole.value);
}

function digitsAt(lexemes: readonly Lexeme[], at: number): number | undefined {
  const digits = lexemes[at];
  return digits?.kind === 'NUMBER' && /^\d{1,2}$/u.test(digits.text) ? Number(digits.text) : undefined;
}

/** “one in 2019” is no share. */
function isYear(value: number): boolean {
  return value > 1800 && value < 2100;
}
