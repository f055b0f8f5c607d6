import { NUMBERED_THINGS, RANKING, STREETS, WEEKDAYS } from '../language/english/numbered-things.js';
import { adjoins, isCapitalized, isHyphen, type Lexeme, wordAt } from './lexeme.js';
import type { Measure } from './measure.js';

/** “COVID-19”, “SF90”, “5G”, “10-K”, “50-fold”, “the 1990s”. */
export function isJoinedToName(lexemes: readonly Lexeme[], measure: Measure): boolean {
  const { number, kind } = measure;
  if (number.form !== 'DIGITS') return false;
  return (
    (kind !== 'MONEY' && isJoinedBefore(lexemes, measure.first)) ||
    isJoinedBehind(lexemes, measure) ||
    isDecade(lexemes, measure)
  );
}

function isJoinedBefore(lexemes: readonly Lexeme[], first: number): boolean {
  const [before, start] = [lexemes[first - 1], lexemes[first]];
  if (before?.kind === 'WORD' && adjoins(before, start)) return true;
  if (isHyphen(start)) return before?.pos === 'PROPN' && /^\p{Lu}+$/u.test(before.text);
  const word = lexemes[first - 2];
  return isHyphen(before) && adjoins(before, start) && word?.kind === 'WORD' && adjoins(word, before);
}

function isJoinedBehind(lexemes: readonly Lexeme[], { end, number }: Measure): boolean {
  const next = lexemes[end];
  if (next?.kind === 'WORD' && adjoins(lexemes[end - 1], next) && lexemes[end - 1]?.kind === 'NUMBER') return true;
  const hyphened = lexemes[number.end + 1];
  if (!isHyphen(lexemes[number.end]) || !adjoins(lexemes[number.end], hyphened)) return false;
  return hyphened?.lower === 'fold' || /^\p{Lu}$/u.test(hyphened?.text ?? '');
}

/** “the ’90s”, “in her 30s”, where the letter is no second. */
function isDecade(lexemes: readonly Lexeme[], { first, number, unit }: Measure): boolean {
  if (unit !== 'second' || lexemes[number.end]?.text !== 's' || number.value % 10 !== 0) return false;
  return BEFORE_A_DECADE.has(wordAt(lexemes, first - 1)) && adjoins(lexemes[number.end - 1], lexemes[number.end]);
}

const BEFORE_A_DECADE: ReadonlySet<string> = new Set([
  '’',
  "'",
  'the',
  'her',
  'his',
  'their',
  'my',
  'mid',
  'early',
  'late',
  '-',
]);

/** “page 114”, “number two”, “the top 10”. */
export function isNumbered(lexemes: readonly Lexeme[], { first, kind }: Measure): boolean {
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
export function isPartOfName(lexemes: readonly Lexeme[], measure: Measure): boolean {
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
  return (first > 1 || before.pos === 'PROPN') && !WEEKDAYS.has(before.lower) && !OPENINGS.has(before.lower);
}

/** What is in capitals before a number only because it opens a sentence: “With 311 of 340 boxes counted”. */
const OPENINGS: ReadonlySet<string> = new Set(
  'in at by to on with from for of after before among about over under nearly some only'.split(' '),
);

/** “16 Harbour Street”. */
export function isStreetNumber(lexemes: readonly Lexeme[], { number }: Measure): boolean {
  if (number.form !== 'DIGITS' || !isCapitalized(lexemes[number.end])) return false;
  for (let at = number.end; at < number.end + 4; at++) {
    const word = lexemes[at];
    if (!isCapitalized(word)) return false;
    if (at > number.end && STREETS.has(word?.lower ?? '')) return true;
  }
  return false;
}
