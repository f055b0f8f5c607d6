import type { ResolvedDate } from './dates.js';
import { seriesKey, seriesOfStatistic } from './series.js';
import type { Comparator, Statistic } from './statistic.js';

export const ComparisonVerdict = {
  AGREES: 'AGREES',
  AGREES_WITHIN_ROUNDING: 'AGREES_WITHIN_ROUNDING',
  COMPATIBLE: 'COMPATIBLE',
  DIFFERENT_DATE: 'DIFFERENT_DATE',
  UNDATED: 'UNDATED',
  CONFLICTS: 'CONFLICTS',
} as const;
export type ComparisonVerdict = keyof typeof ComparisonVerdict;

export interface Comparison {
  readonly verdict: ComparisonVerdict;
  /** One sentence that a reader of the two figures can follow. */
  readonly reason: string;
}

/** What a figure says about a value, and when. */
export type Figure = Pick<
  Statistic,
  'value' | 'upperValue' | 'comparator' | 'measure' | 'change' | 'valueText' | 'asOf'
>;

/** The values that a figure leaves possible. An end that is not finite is always open. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
  /** Whether both ends come from rounding alone, and not from anything that the text says. */
  readonly rounded: boolean;
}

/** How far a value may lie from an "about", as a share of it. */
const ABOUT = 0.1;

/** The comparators that bound a value on one side alone. */
const OPEN_COMPARATORS: ReadonlySet<Comparator> = new Set(['MORE_THAN', 'AT_LEAST', 'LESS_THAN', 'AT_MOST']);

/** Whether two statistics speak of the same thing, so that their figures can be compared at all. */
export function comparable(a: Statistic, b: Statistic): boolean {
  return a.id !== b.id && seriesKey(seriesOfStatistic(a)) === seriesKey(seriesOfStatistic(b));
}

/**
 * Compares two figures of one metric, subject, place, unit and measure: first the values they leave possible, and only
 * where these do not meet the dates.
 */
export function compareFigures(a: Figure, b: Figure): Comparison {
  const verdict = verdictOver(new ReadFigure(a), new ReadFigure(b));
  return { verdict, reason: reasonFor(verdict, a, b) };
}

/** A figure read once, to be compared with many. */
export class ReadFigure {
  readonly figure: Figure;
  readonly isWhole: boolean;
  #amongWhole: Interval | undefined;
  #amongOthers: Interval | undefined;

  constructor(figure: Figure) {
    this.figure = figure;
    this.isWhole = isWhole(figure.value) && (figure.upperValue === null || isWhole(figure.upperValue));
  }

  /** The values that it stands for beside another figure: where both are whole numbers, the last digit is one. */
  beside(other: ReadFigure): Interval {
    if (this.isWhole && other.isWhole) {
      this.#amongWhole ??= intervalOf(this.figure, true);
      return this.#amongWhole;
    }
    this.#amongOthers ??= intervalOf(this.figure, false);
    return this.#amongOthers;
  }
}

/** What comes of comparing two figures; see `compareFigures`. */
export function verdictOver(a: ReadFigure, b: ReadFigure): ComparisonVerdict {
  if (isSame(a.figure, b.figure)) return 'AGREES';
  if (meet(a.beside(b), b.beside(a))) {
    const isOpen = OPEN_COMPARATORS.has(a.figure.comparator) || OPEN_COMPARATORS.has(b.figure.comparator);
    return isOpen ? 'COMPATIBLE' : 'AGREES_WITHIN_ROUNDING';
  }
  const [date, other] = [a.figure.asOf, b.figure.asOf];
  if (date === null || other === null) return 'UNDATED';
  return overlap(date, other) ? 'CONFLICTS' : 'DIFFERENT_DATE';
}

/** Why a verdict over two figures is what it is: one sentence that a reader of the two can follow. */
export function reasonFor(verdict: ComparisonVerdict, a: Figure, b: Figure): string {
  const pair = `“${a.valueText}” and “${b.valueText}”`;
  switch (verdict) {
    case 'AGREES':
      return `${pair} are the same figure.`;
    case 'COMPATIBLE':
      return `${pair} can both be right: at least one of them leaves its end open.`;
    case 'AGREES_WITHIN_ROUNDING':
      return `${pair} agree within what rounding, a range or “about” leaves open.`;
    case 'UNDATED':
      return `${pair} differ, but not both say as of when they hold.`;
    case 'DIFFERENT_DATE':
      return `${pair} differ, and so do their dates: ${printDate(a.asOf)} and ${printDate(b.asOf)}.`;
    case 'CONFLICTS':
      return conflictBetween(a.valueText, b.valueText);
  }
}

/** The reason of CONFLICTS, from the words of the two figures. */
export function conflictBetween(text: string, other: string): string {
  return `“${text}” and “${other}” cannot both be right for the same date.`;
}

/** Whether two figures say the same, digit for digit. That a level rose or fell to what it is does not change it. */
function isSame(a: Figure, b: Figure): boolean {
  return (
    withoutNoise(a.value) === withoutNoise(b.value) &&
    withoutNoise(a.upperValue ?? a.value) === withoutNoise(b.upperValue ?? b.value) &&
    a.comparator === b.comparator &&
    (a.measure === 'LEVEL' || a.change === b.change)
  );
}

/**
 * The values a figure stands for. A bare figure gives or takes half of the unit of its last non-zero digit ("9,000" is
 * ±500). Where all figures are whole numbers, one that is given to the last digit ("8,961") is exact. What fell is
 * below zero, what rose above it.
 */
export function intervalOf(figure: Figure, wholeNumbers = isWhole(figure.value)): Interval {
  const stated = statedInterval(figure, wholeNumbers);
  if (figure.measure !== 'CHANGE') return stated;
  const size = stated.low < 0 ? { ...stated, low: 0, lowOpen: true } : stated;
  if (figure.change !== 'DOWN') return size;
  const { low, high, lowOpen, highOpen, rounded } = size;
  return { low: 0 - high, high: 0 - low, lowOpen: highOpen, highOpen: lowOpen, rounded };
}

function statedInterval({ value, upperValue, comparator }: Figure, wholeNumbers: boolean): Interval {
  const low = withoutNoise(value);
  const high = withoutNoise(upperValue ?? value);
  const stated = { lowOpen: false, highOpen: false, rounded: false };
  switch (comparator) {
    case 'MORE_THAN':
      return { ...stated, low, lowOpen: true, high: Infinity, highOpen: true };
    case 'AT_LEAST':
      return { ...stated, low, high: Infinity, highOpen: true };
    case 'LESS_THAN':
      return { ...stated, low: -Infinity, lowOpen: true, high, highOpen: true };
    case 'AT_MOST':
      return { ...stated, low: -Infinity, lowOpen: true, high };
    case 'RANGE':
      return { ...stated, low, high };
    case 'APPROXIMATE':
      return { ...stated, ...around(low, Math.max(Math.abs(low) * ABOUT, roundingOf(low, wholeNumbers))) };
    case 'EQUAL': {
      const slack = roundingOf(low, wholeNumbers);
      return { ...stated, ...around(low, slack), rounded: slack > 0 };
    }
  }
}

function around(value: number, slack: number): Pick<Interval, 'low' | 'high'> {
  return { low: withoutNoise(value - slack), high: withoutNoise(value + slack) };
}

/** Half of the unit of the last non-zero digit; nothing for zero, and for a whole number given to its last digit. */
function roundingOf(value: number, wholeNumbers: boolean): number {
  if (value === 0) return 0;
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e');
  const decimals = mantissa.split('.')[1]?.length ?? 0;
  const power = Number(exponent) - decimals;
  return power === 0 && wholeNumbers ? 0 : 10 ** power / 2;
}

/**
 * A number as somebody would print it: what binary arithmetic adds behind the fifteenth digit (0.1 + 0.2 is
 * 0.30000000000000004) is neither a difference nor a digit that was claimed.
 */
function withoutNoise(value: number): number {
  return Number.isFinite(value) && !Number.isSafeInteger(value) ? Number(value.toPrecision(15)) : value;
}

function isWhole(value: number): boolean {
  return Number.isInteger(withoutNoise(value));
}

/** Whether a value is possible in both. Two roundings that only touch do not meet: “1,000” and “2,000” are not one value. */
function meet(a: Interval, b: Interval): boolean {
  return reaches(a, b) && reaches(b, a);
}

/** Whether `a` begins before `b` ends, or where it ends. */
function reaches(a: Interval, b: Interval): boolean {
  if (a.low !== b.high) return a.low < b.high;
  return !a.lowOpen && !b.highOpen && !(a.rounded && b.rounded);
}

function overlap(a: ResolvedDate, b: ResolvedDate): boolean {
  const startsInTime = (x: ResolvedDate, y: ResolvedDate) => x.from === null || y.to === null || x.from <= y.to;
  return startsInTime(a, b) && startsInTime(b, a);
}

function printDate(date: ResolvedDate | null): string {
  const { from = null, to = null } = date ?? {};
  return from === to ? `${from}` : `${from ?? '…'} to ${to ?? '…'}`;
}
