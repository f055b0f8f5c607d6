import { FRACTIONS, MAGNITUDES, SMALL_NUMBERS } from '../language/english/numbers.js';
import { isHyphen, type Lexeme, wordAt } from './lexeme.js';

/** A number written in words, up to the lexeme `end`. */
export interface NumberInWords {
  readonly value: number;
  /** The largest magnitude in it: the million of “two million and six”, 1 without one. */
  readonly magnitude: number;
  readonly end: number;
}

type Group = Pick<NumberInWords, 'value' | 'end'>;

/** Reads a number in words, with “and” within it: “two hundred and forty-six”, “a hundred”, “two and a half”. */
export function readNumberWords(lexemes: readonly Lexeme[], first: number): NumberInWords | undefined {
  const whole = readWhole(lexemes, first);
  return whole === undefined ? undefined : andAHalf(lexemes, whole);
}

function andAHalf(lexemes: readonly Lexeme[], whole: NumberInWords): NumberInWords {
  const { end } = whole;
  const article = wordAt(lexemes, end + 1);
  const parts = FRACTIONS.get(wordAt(lexemes, end + 2));
  if (wordAt(lexemes, end) !== 'and' || parts === undefined || !['a', 'one', 'two', 'three'].includes(article))
    return whole;
  const value = whole.value + (SMALL_NUMBERS.get(article) ?? 1) / parts;
  const by = MAGNITUDES.get(wordAt(lexemes, end + 3));
  if (by === undefined) return { ...whole, value, end: end + 3 };
  return { value: value * by, magnitude: by, end: end + 4 };
}

/** Groups with their magnitudes, from the largest down. */
function readWhole(lexemes: readonly Lexeme[], first: number): NumberInWords | undefined {
  let whole = magnified(lexemes, article(lexemes, first) ?? readGroup(lexemes, first));
  if (whole === undefined) return undefined;
  let smallest = whole.magnitude;
  while (smallest > 1) {
    const next = restBehind(lexemes, whole.end, smallest);
    if (next === undefined) break;
    whole = { value: whole.value + next.value, magnitude: whole.magnitude, end: next.end };
    smallest = next.magnitude;
  }
  return whole;
}

/** “and six” behind “two thousand”: a group of a smaller magnitude. */
function restBehind(lexemes: readonly Lexeme[], at: number, above: number): NumberInWords | undefined {
  const and = wordAt(lexemes, at) === 'and';
  const rest = magnified(lexemes, readGroup(lexemes, and ? at + 1 : at));
  if (rest === undefined || rest.magnitude >= above || above < 100) return undefined;
  return and && rest.magnitude === 1 && rest.value >= 100 ? undefined : rest;
}

function magnified(lexemes: readonly Lexeme[], group: Group | undefined): NumberInWords | undefined {
  if (group === undefined) return undefined;
  const by = MAGNITUDES.get(wordAt(lexemes, group.end));
  return by === undefined ? { ...group, magnitude: 1 } : { value: group.value * by, magnitude: by, end: group.end + 1 };
}

/** The “a” of “a hundred”, which is 1; “a” alone is no number. */
function article(lexemes: readonly Lexeme[], first: number): Group | undefined {
  if (wordAt(lexemes, first) !== 'a' && wordAt(lexemes, first) !== 'an') return undefined;
  const next = wordAt(lexemes, first + 1);
  if (next === 'hundred') return hundreds(lexemes, 1, first + 2);
  return MAGNITUDES.has(next) && next !== 'score' ? { value: 1, end: first + 1 } : undefined;
}

/** A number below a thousand: “two hundred and forty-six”. */
function readGroup(lexemes: readonly Lexeme[], first: number): Group | undefined {
  const start = readBelowHundred(lexemes, first);
  if (start === undefined || wordAt(lexemes, start.end) !== 'hundred') return start;
  return hundreds(lexemes, start.value, start.end + 1);
}

/** So many hundreds, with what follows them from `at`. */
function hundreds(lexemes: readonly Lexeme[], count: number, at: number): Group {
  const rest = readBelowHundred(lexemes, wordAt(lexemes, at) === 'and' ? at + 1 : at);
  return rest === undefined ? { value: count * 100, end: at } : { value: count * 100 + rest.value, end: rest.end };
}

function readBelowHundred(lexemes: readonly Lexeme[], first: number): Group | undefined {
  const value = SMALL_NUMBERS.get(wordAt(lexemes, first));
  if (value === undefined) return undefined;
  if (value < 20) return { value, end: first + 1 };
  const at = isHyphen(lexemes[first + 1]) ? first + 2 : first + 1;
  const ones = SMALL_NUMBERS.get(wordAt(lexemes, at)) ?? 0;
  return ones > 0 && ones < 10 ? { value: value + ones, end: at + 1 } : { value, end: first + 1 };
}
