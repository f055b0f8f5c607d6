import type { Comparator } from '../../domain/statistic.js';
import { type Change, changeOf, comparisonOf, directionOf, NO_CHANGE } from './comparison.js';
import { adjoins, type Lexeme, wordAt } from './lexeme.js';
import type { Measure } from './measure.js';
import { scaled } from './numeral.js';

/** A figure of a sentence: one measure, or two that are the ends of a range. */
export interface Figure {
  /** The measure with the unit; the upper one of a range. */
  readonly measure: Measure;
  readonly value: number;
  readonly upperValue: number | null;
  /** Null where no unit or noun stands with the number; `withUnits` looks for it. */
  readonly unit: string | null;
  readonly comparator: Comparator;
  readonly change: Change;
  /** The lexemes of number and unit. */
  readonly first: number;
  readonly end: number;
  /** The same with comparing words. */
  readonly start: number;
  readonly stop: number;
}

/** Joins the measures of a sentence into figures and reads how they compare and move. */
export function figuresOf(lexemes: readonly Lexeme[], measures: readonly Measure[]): Figure[] {
  const figures: Figure[] = [];
  for (let i = 0; i < measures.length; i++) {
    const [measure, next] = [measures[i], measures[i + 1]];
    if (measure === undefined) continue;
    const isRange = next !== undefined && isRangeOf(lexemes, measure, next, measures[i + 2]);
    figures.push(inLine(lexemes, isRange ? range(lexemes, measure, next) : single(lexemes, measure), figures.at(-1)));
    if (isRange) i++;
  }
  return figures;
}

function single(lexemes: readonly Lexeme[], measure: Measure): Figure {
  const { first, end, number, unit } = measure;
  const compared = comparisonOf(lexemes, first, end);
  const odd = wordAt(lexemes, number.end + 1) === 'odd' && number.end < end;
  const least = number.form === 'INDEFINITE' ? 'MORE_THAN' : 'EQUAL';
  const plain = odd ? 'APPROXIMATE' : least;
  return {
    measure,
    value: number.value,
    upperValue: null,
    unit,
    comparator: compared.comparator === 'EQUAL' ? plain : compared.comparator,
    change: changeOf(lexemes, compared.first, measure),
    first,
    end,
    start: compared.first,
    stop: compared.end,
  };
}

function range(lexemes: readonly Lexeme[], low: Measure, high: Measure): Figure {
  const shared = low.number.magnitude === 1 && low.number.value < 1000 ? high.number.magnitude : 1;
  const between = wordAt(lexemes, low.first - 1) === 'between';
  const compared = comparisonOf(lexemes, low.first, high.end);
  const start = between ? low.first - 1 : compared.first;
  return {
    measure: { ...high, first: low.first, kind: high.kind === 'NONE' ? low.kind : high.kind },
    value: scaled(low.number.value, shared),
    upperValue: high.number.value,
    unit: high.unit ?? low.unit,
    comparator: 'RANGE',
    change: between ? NO_CHANGE : changeOf(lexemes, start, high),
    first: low.first,
    end: high.end,
    start,
    stop: high.end,
  };
}

/** Whether two neighbouring measures are the ends of one range. */
function isRangeOf(lexemes: readonly Lexeme[], low: Measure, high: Measure, after: Measure | undefined): boolean {
  const upTo = wordAt(lexemes, low.end) === 'up' && wordAt(lexemes, low.end + 1) === 'to';
  if (high.first !== low.end + (upTo ? 2 : 1)) return false;
  switch (wordAt(lexemes, high.first - 1)) {
    case '-':
    case '–':
    case '—':
      return (
        (sharesUnit(low, high) || isSumRange(low, high)) && rises(low, high) && isDashWithin(lexemes, high.first - 1)
      );
    case 'to':
      return !isVote(lexemes, low) && !isRangeBehind(lexemes, high, after) && isRangeWithTo(lexemes, low, high);
    case 'and':
      return wordAt(lexemes, low.first - 1) === 'between' && sharesUnit(low, high);
    case 'or':
      return isRangeWithOr(low, high);
    default:
      return false;
  }
}

function sharesUnit(low: Measure, high: Measure): boolean {
  return low.kind === 'NONE' || low.baseUnit === high.baseUnit;
}

/** “$5-10 million”. */
function isSumRange(low: Measure, high: Measure): boolean {
  return low.kind === 'MONEY' && high.kind === 'NONE';
}

function rises(low: Measure, high: Measure): boolean {
  return low.number.value < high.number.value || high.number.magnitude > 1;
}

function isDashWithin(lexemes: readonly Lexeme[], at: number): boolean {
  return adjoins(lexemes[at - 1], lexemes[at]) && adjoins(lexemes[at], lexemes[at + 1]);
}

/** “8 to 12 days”, “from 208 pounds to 193”; not “rose 5% to 8%”, and not “down from 40 to 35”, which are two levels. */
function isRangeWithTo(lexemes: readonly Lexeme[], low: Measure, high: Measure): boolean {
  if (wordAt(lexemes, low.first - 1) === 'from') {
    const moves = directionOf(wordAt(lexemes, low.first - 2)) !== 'NONE';
    return !moves && (sharesUnit(low, high) || high.kind === 'NONE');
  }
  if (!sharesUnit(low, high) || !rises(low, high)) return false;
  return low.kind === 'NONE' || changeOf(lexemes, low.first, low).direction === 'NONE';
}

/** “three or four years”. */
function isRangeWithOr(low: Measure, high: Measure): boolean {
  const counts = low.kind === 'NONE' && high.kind !== 'NONE' && high.kind !== 'MONEY';
  return counts && rises(low, high) && high.number.value <= low.number.value * 2;
}

/** “from 24 to 33–35”: the second number opens a range of its own. */
function isRangeBehind(lexemes: readonly Lexeme[], high: Measure, after: Measure | undefined): boolean {
  return after !== undefined && isRangeOf(lexemes, high, after, undefined);
}

/** “voted 9 to 4”. */
export function isVote(lexemes: readonly Lexeme[], { first }: Measure): boolean {
  const verb = lexemes[wordAt(lexemes, first - 1) === 'by' ? first - 2 : first - 1];
  return ['voted', 'vote', 'votes', 'voting'].includes(verb?.lower ?? '');
}

/**
 * Gives a figure what its neighbour before says for both: the conversion in brackets behind a figure compares and moves
 * like it, “or 2.2 percent” moves like what it says again, and “from 40 to 35” moves to the second.
 */
function inLine(lexemes: readonly Lexeme[], figure: Figure, before: Figure | undefined): Figure {
  if (before === undefined) return figure;
  const gap = lexemes.slice(before.stop, figure.start).map((lexeme) => lexeme.lower);
  const again = gap.length === 1 && ['(', 'or', '/'].includes(gap[0] ?? '');
  if (again && figure.comparator === 'RANGE') return { ...figure, change: before.change };
  if (again && figure.comparator === 'EQUAL')
    return {
      ...figure,
      comparator: before.comparator === 'RANGE' ? 'EQUAL' : before.comparator,
      change: before.change,
    };
  const from = wordAt(lexemes, before.start - 1) === 'from';
  if (gap.length === 1 && gap[0] === 'to' && from) {
    const direction = directionOf(wordAt(lexemes, before.start - 2));
    return { ...figure, change: { direction, measure: 'LEVEL' } };
  }
  return figure;
}
