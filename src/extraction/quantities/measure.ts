import { singularOf } from '../language/english/nouns.js';
import { MAGNITUDE_LETTERS, SMALL_NUMBERS } from '../language/english/numbers.js';
import { RATE_NOUNS, TIME_UNITS } from '../language/english/units.js';
import { type CountedNoun, countedNounAt } from './counted-noun.js';
import { adjoins, isHyphen, type Lexeme, wordAt } from './lexeme.js';
import { readNothing } from './nothing.js';
import { type Numeral, readNumeral, scaled } from './numeral.js';
import { type FoundUnit, moneyBefore, type UnitKind, unitAt } from './unit-dictionary.js';

/** A number with its unit or the noun it counts, `[first, end)` in the lexemes of its sentence. */
export interface Measure {
  readonly first: number;
  readonly end: number;
  readonly number: Numeral;
  /** Null where neither unit nor noun stands with the number. */
  readonly unit: string | null;
  readonly kind: UnitKind | 'COUNT' | 'NONE';
  readonly counted: CountedNoun | null;
  /** The unit without what it is per: “hour” of “40 hours a week”. */
  readonly baseUnit: string | null;
}

/** Reads the measure whose number begins at a lexeme; a sign of money before it belongs to it. */
export function readMeasure(text: string, lexemes: readonly Lexeme[], at: number): Measure | undefined {
  const number = readNumeral(lexemes, at);
  if (number === undefined) return zeroOf(lexemes, at);
  const money = moneyBefore(lexemes, number.first);
  if (money !== undefined) {
    const big = letterMagnitude(lexemes, number);
    const end = lexemes[big.end]?.text === 'US' ? big.end + 1 : big.end;
    return withRate(text, lexemes, {
      first: money.first,
      end,
      number: big,
      unit: money.name,
      kind: 'MONEY',
      counted: null,
    });
  }
  return withRate(text, lexemes, readUnit(text, lexemes, number) ?? readCount(lexemes, number));
}

type Unrated = Omit<Measure, 'baseUnit'>;

/** Words that are units and at least as often the first half of a compound: “league games”, “cup finals”. */
const WEAK_UNITS: ReadonlySet<string> = new Set(
  `league bar cup stone season quarter night point gray mole tesla dime rand stone real som sol won`.split(' '),
);

function readUnit(text: string, lexemes: readonly Lexeme[], number: Numeral): Unrated | undefined {
  const millions = letterMagnitude(lexemes, number, text);
  if (millions.end > number.end) {
    const behind = unitAt(text, lexemes, millions.end);
    return behind === undefined ? undefined : measured(millions, behind);
  }
  if (letterMagnitude(lexemes, number).end > number.end) return undefined;
  const { end } = number;
  const hyphened = isHyphen(lexemes[end]) && adjoins(lexemes[end - 1], lexemes[end]);
  const of = number.form === 'INDEFINITE' && wordAt(lexemes, end) === 'of';
  const at = hyphened || of ? end + 1 : end;
  const unit = unitAt(text, lexemes, at) ?? partOf(text, lexemes, number);
  if (unit === undefined || (!hyphened && isNoun(lexemes, at, unit, number.value))) return undefined;
  const sterling = unit.name === 'pound-mass' && number.value >= 1e5 && unit.end === at + 1;
  return measured(number, sterling ? { ...unit, name: 'pound sterling', kind: 'MONEY' } : unit);
}

/** Whether a word that can be a unit is a noun of its own: “league games”, the “time” of “one time”. */
function isNoun(lexemes: readonly Lexeme[], at: number, unit: FoundUnit, value: number): boolean {
  if (unit.name === 'count') return wordAt(lexemes, at) !== 'times';
  if (!WEAK_UNITS.has(unit.name)) return false;
  return (countedNounAt(lexemes, at, value)?.end ?? 0) > unit.end;
}

/** “1/16 of a pint”. */
function partOf(text: string, lexemes: readonly Lexeme[], { end, value }: Numeral): FoundUnit | undefined {
  const article = wordAt(lexemes, end + 1);
  if (wordAt(lexemes, end) !== 'of' || value >= 1 || (article !== 'a' && article !== 'an')) return undefined;
  return unitAt(text, lexemes, end + 2);
}

function measured(number: Numeral, unit: { name: string; kind: UnitKind; end: number }): Unrated {
  return { first: number.first, end: unit.end, number, unit: unit.name, kind: unit.kind, counted: null };
}

function readCount(lexemes: readonly Lexeme[], given: Numeral): Unrated {
  const number = letterMagnitude(lexemes, given);
  const of = number.form === 'INDEFINITE' && wordAt(lexemes, number.end) === 'of';
  const odd = isHyphen(lexemes[number.end]) && wordAt(lexemes, number.end + 1) === 'odd';
  const at = number.end + (odd ? 2 : of ? 1 : 0);
  const counted =
    number.form === 'SHARE' ? undefined : countedNounAt(lexemes, of ? pastArticle(lexemes, at) : at, number.value);
  const behind = counted === undefined ? countedBehindSize(lexemes, at, number.value) : undefined;
  if (behind !== undefined)
    return { first: number.first, end: number.end, number, unit: behind.name, kind: 'COUNT', counted: behind };
  const end = counted?.end ?? (odd ? at : number.end);
  if (counted === undefined) return { first: number.first, end, number, unit: null, kind: 'NONE', counted: null };
  return { first: number.first, end, number, unit: counted.name, kind: 'COUNT', counted };
}

/** “eight million 250 ml bottles”: the noun stands behind the size of what is counted. */
function countedBehindSize(lexemes: readonly Lexeme[], at: number, value: number): CountedNoun | undefined {
  const size = lexemes[at]?.kind === 'NUMBER' ? readNumeral(lexemes, at) : undefined;
  if (size === undefined || lexemes[size.end]?.kind !== 'WORD') return undefined;
  const unit = lexemes[size.end];
  return unit?.pos === 'NOUN' || unit?.pos === 'PROPN' ? countedNounAt(lexemes, size.end + 1, value) : undefined;
}

function pastArticle(lexemes: readonly Lexeme[], at: number): number {
  return ['the', 'its', 'their', 'these', 'those', 'his', 'her', 'our'].includes(wordAt(lexemes, at)) ? at + 1 : at;
}

/**
 * Takes in a letter that is a magnitude: behind a sum of money always (“$5m”), otherwise where a unit or something
 * counted follows (“1.2m tonnes”), because alone it is a unit.
 */
function letterMagnitude(lexemes: readonly Lexeme[], number: Numeral, text?: string): Numeral {
  const letter = lexemes[number.end];
  const by = MAGNITUDE_LETTERS.get(letter?.text ?? '');
  if (by === undefined || number.form !== 'DIGITS' || number.magnitude > 1) return number;
  if (!adjoins(lexemes[number.end - 1], letter)) return number;
  const at = number.end + 1;
  const money = moneyBefore(lexemes, number.first) !== undefined;
  const counts = text === undefined ? countedNounAt(lexemes, at, 2) : unitAt(text, lexemes, at);
  if (!money && (counts === undefined || adjoins(letter, lexemes[at]))) return number;
  return { ...number, value: scaled(number.value, by), magnitude: by, end: at };
}

/** Takes in what the unit is per: “per week”, “a kilo”, “/day”, “of lead per litre”. */
function withRate(text: string, lexemes: readonly Lexeme[], measure: Unrated): Measure {
  const { end, unit, number } = measure;
  if (unit === null || number.form === 'SHARE') return { ...measure, baseUnit: unit };
  const rate = rateAt(text, lexemes, end) ?? rateBehindNoun(text, lexemes, end);
  if (rate === undefined) return { ...measure, baseUnit: unit };
  return { ...measure, end: rate.end, unit: `${unit} per ${rate.name}`, baseUnit: unit };
}

interface Rate {
  readonly name: string;
  readonly end: number;
}

function rateAt(text: string, lexemes: readonly Lexeme[], end: number): Rate | undefined {
  const lower = wordAt(lexemes, end);
  if (lower === 'per') return rateOver(text, lexemes, end + 1);
  if (lower === '/' && adjoins(lexemes[end - 1], lexemes[end])) return rateOver(text, lexemes, end + 1);
  if (lower !== 'a' && lower !== 'an') return undefined;
  const rate = rateOver(text, lexemes, isHyphen(lexemes[end + 1]) ? end + 2 : end + 1);
  if (['ago', 'earlier', 'later', 'before', 'after'].includes(wordAt(lexemes, rate?.end ?? end))) return undefined;
  return rate !== undefined &&
    (TIME_UNITS.has(rate.name) || RATE_NOUNS.has(rate.name) || isAmount(text, lexemes, end + 1))
    ? rate
    : undefined;
}

/** Whether a unit of weight or size stands there that prices go by. */
function isAmount(text: string, lexemes: readonly Lexeme[], at: number): boolean {
  const unit = unitAt(text, lexemes, at);
  return unit?.kind === 'MEASURE' && unit.name !== 'count' && unit.name !== 'point';
}

/** “of lead per litre”: one noun between the unit and what it is per. */
function rateBehindNoun(text: string, lexemes: readonly Lexeme[], end: number): Rate | undefined {
  if (wordAt(lexemes, end) !== 'of' || wordAt(lexemes, end + 2) !== 'per') return undefined;
  return rateOver(text, lexemes, end + 3);
}

function rateOver(text: string, lexemes: readonly Lexeme[], at: number): Rate | undefined {
  const first = lexemes[at];
  if (first === undefined) return undefined;
  const base = readNumeral(lexemes, at);
  if (base !== undefined) {
    const noun = countedNounAt(lexemes, base.end, base.value);
    return noun === undefined
      ? undefined
      : { name: text.slice(first.start, lexemes[noun.end - 1]?.end), end: noun.end };
  }
  const unit = unitAt(text, lexemes, at);
  if (unit !== undefined) return unit;
  if (first.kind !== 'WORD' || SMALL_NUMBERS.has(first.lower)) return undefined;
  return { name: singularOf(first.lower), end: at + 1 };
}

function zeroOf(lexemes: readonly Lexeme[], first: number): Measure | undefined {
  const found = readNothing(lexemes, first);
  return found && { first, ...found, kind: found.unit === null ? 'NONE' : 'COUNT', baseUnit: found.unit };
}
