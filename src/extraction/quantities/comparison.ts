import type { ChangeDirection, Comparator, StatisticMeasure } from '../../domain/statistic.js';
import {
  CHANGE_FILLERS,
  CHANGING_ONLY_SHARES,
  COMPARISONS_BEFORE,
  COMPARISONS_BEHIND,
  FALLING,
  RISING,
} from '../language/english/comparing-words.js';
import { type Lexeme, wordAt } from './lexeme.js';
import type { Measure } from './measure.js';

/** How a figure compares and moves, and where the words that say so begin and end. */
export interface Comparison {
  readonly comparator: Comparator;
  readonly first: number;
  readonly end: number;
}

/** Which way something moved, whether by that much or to there. */
export interface Change {
  readonly direction: ChangeDirection;
  readonly measure: StatisticMeasure;
}

export const NO_CHANGE: Change = { direction: 'NONE', measure: 'LEVEL' };

const LONGEST_COMPARISON = 4;
/** Words between a comparison and its number: “more than just 30”. */
const BEFORE_NUMBER: ReadonlySet<string> = new Set(['just', 'only', 'a', 'an', 'another', 'the', 'record']);

/** Reads the comparing words around `[first, end)`. */
export function comparisonOf(lexemes: readonly Lexeme[], first: number, end: number): Comparison {
  const before = comparisonBefore(lexemes, first);
  const behind = before.comparator === 'EQUAL' ? comparisonBehind(lexemes, end) : undefined;
  return behind === undefined ? { ...before, end } : { ...behind, first };
}

function comparisonBefore(lexemes: readonly Lexeme[], first: number): Omit<Comparison, 'end'> {
  for (const to of BEFORE_NUMBER.has(wordAt(lexemes, first - 1)) ? [first, first - 1] : [first]) {
    for (let from = Math.max(0, to - LONGEST_COMPARISON); from < to; from++) {
      const words = lexemes.slice(from, to).map((lexeme) => lexeme.lower);
      const comparator = COMPARISONS_BEFORE.get(words.join(' '));
      if (comparator !== undefined && !isOther(lexemes, from, words.join(' '))) return { comparator, first: from };
    }
  }
  return { comparator: 'EQUAL', first };
}

/** “over the past three days” compares nothing, nor does “came over 20 years before” or “up to” behind “add”. */
function isOther(lexemes: readonly Lexeme[], from: number, words: string): boolean {
  const before = wordAt(lexemes, from - 1);
  if (words === 'some' || words === 'near') return ['the', 'of'].includes(before);
  return words === 'up to' && before === 'add';
}

function comparisonBehind(lexemes: readonly Lexeme[], end: number): Omit<Comparison, 'first'> | undefined {
  for (let to = Math.min(lexemes.length, end + 3); to > end; to--) {
    const words = lexemes.slice(end, to).map((lexeme) => lexeme.lower);
    const comparator = COMPARISONS_BEHIND.get(words.join(' '));
    // “more than” behind a number compares with something else.
    if (
      comparator !== undefined &&
      wordAt(lexemes, to) !== 'than' &&
      !(words[0] === 'plus' && lexemes[to]?.kind !== 'SIGN')
    )
      return { comparator, end: to };
  }
  return undefined;
}

/** Reads which way the figure that begins at `first` moved, comparing words included in it. */
export function changeOf(lexemes: readonly Lexeme[], first: number, measure: Measure): Change {
  const behind = changeBehind(lexemes, measure);
  if (behind !== undefined) return behind;
  let at = first - 1;
  while (
    at >= 0 &&
    CHANGE_FILLERS.has(wordAt(lexemes, at)) &&
    wordAt(lexemes, at) !== 'by' &&
    wordAt(lexemes, at) !== 'of'
  )
    at--;
  const word = wordAt(lexemes, at);
  if (word === 'by') return { direction: directionBefore(lexemes, at, 8), measure: 'CHANGE' };
  if (word === 'of') return { direction: nounDirection(lexemes, at), measure: 'CHANGE' };
  if (word === 'to') return { direction: directionBefore(lexemes, at, 2), measure: 'LEVEL' };
  return { direction: directDirection(lexemes, at, measure), measure: 'CHANGE' };
}

/** “38 more than the day before”. */
function changeBehind(lexemes: readonly Lexeme[], { end, kind }: Measure): Change | undefined {
  const [word, than] = [wordAt(lexemes, end), wordAt(lexemes, end + 1)];
  if (than !== 'than' || kind !== 'NONE') return undefined;
  if (word === 'more') return { direction: 'UP', measure: 'CHANGE' };
  return word === 'fewer' || word === 'less' ? { direction: 'DOWN', measure: 'CHANGE' } : undefined;
}

/** The direction of a verb or noun of change at most `reach` words before, in the same clause. */
function directionBefore(lexemes: readonly Lexeme[], end: number, reach: number): ChangeDirection {
  for (let at = end - 1; at >= Math.max(0, end - reach); at--) {
    const lexeme = lexemes[at];
    if (lexeme === undefined || lexeme.kind !== 'WORD') return 'NONE';
    const direction = directionOf(lexeme.lower);
    if (direction !== 'NONE') return direction;
    if (lexeme.pos === 'VERB') return 'NONE';
  }
  return 'NONE';
}

function nounDirection(lexemes: readonly Lexeme[], of: number): ChangeDirection {
  const noun = lexemes[of - 1];
  if (noun === undefined || noun.pos === 'ADV' || ['loss', 'cut', 'up', 'down', 'higher', 'lower'].includes(noun.lower))
    return 'NONE';
  return directionOf(noun.lower);
}

/** “rose 12%”, “was up 19 cents”; of “lost three men” nothing moves. */
function directDirection(lexemes: readonly Lexeme[], at: number, { kind, unit }: Measure): ChangeDirection {
  const word = lexemes[at];
  if (word === undefined) return 'NONE';
  const direction = directionOf(word.lower);
  if (direction === 'NONE' || word.lower === 'higher' || word.lower === 'lower') return 'NONE';
  if (word.lower === 'up' || word.lower === 'down') return isAdverbOfState(lexemes, at) ? direction : 'NONE';
  const share = kind === 'SHARE' || kind === 'MONEY' || unit === 'point' || unit === 'degree';
  if (share) return direction;
  return kind === 'COUNT' || CHANGING_ONLY_SHARES.has(word.lower) || word.pos === 'NOUN' ? 'NONE' : direction;
}

/** “is up 12%”, “(up 58 points)”; not “set up two tents”. */
function isAdverbOfState(lexemes: readonly Lexeme[], at: number): boolean {
  const before = lexemes[at - 1];
  return (
    before === undefined || before.kind !== 'WORD' || before.pos !== 'VERB' || directionOf(before.lower) !== 'NONE'
  );
}

export function directionOf(word: string): ChangeDirection {
  if (RISING.has(word)) return 'UP';
  return FALLING.has(word) ? 'DOWN' : 'NONE';
}
