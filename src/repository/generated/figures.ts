import type { Place } from '../../domain/article.js';
import type { DatePrecision, Day } from '../../domain/dates.js';
import type { ChangeDirection, Comparator, StatisticMeasure } from '../../domain/statistic.js';
import { type DayNumber, dateOf, printDay } from './calendar.js';
import type { Random } from './random.js';
import type { Measured } from './world/metrics.js';

/** As of when a figure holds. */
export interface AsOf {
  readonly precision: Extract<DatePrecision, 'DAY' | 'MONTH' | 'YEAR' | 'RANGE'>;
  readonly from: Day;
  readonly to: Day;
}

/** A figure before it is written. */
export interface Figure {
  readonly measured: Measured;
  readonly place: Place;
  readonly value: number;
  readonly upperValue: number | null;
  readonly comparator: Comparator;
  readonly measure: StatisticMeasure;
  readonly change: ChangeDirection;
  readonly asOf: AsOf | null;
  /** Whether the text says who is counted. */
  readonly hasSubject: boolean;
}

/** What is counted, where and when. */
export interface Series {
  readonly measured: Measured;
  readonly place: Place;
  readonly day: DayNumber;
}

const COMPARATORS = [
  ['EQUAL', 62],
  ['APPROXIMATE', 12],
  ['MORE_THAN', 8],
  ['AT_LEAST', 5],
  ['LESS_THAN', 4],
  ['AT_MOST', 2],
  ['RANGE', 7],
] as const;
const MEASURES: readonly (readonly [readonly [StatisticMeasure, ChangeDirection], weight: number])[] = [
  [['LEVEL', 'NONE'], 60],
  [['LEVEL', 'UP'], 8],
  [['LEVEL', 'DOWN'], 6],
  [['CHANGE', 'UP'], 14],
  [['CHANGE', 'DOWN'], 12],
];
const PRECISIONS = [
  ['DAY', 55],
  ['MONTH', 15],
  ['RANGE', 6],
  ['YEAR', 4],
  [null, 20],
] as const;
/** How many per cent of the figures are not what the series has. */
const DEVIATING = 15;

/** What somebody says of a series: mostly what it is, rounded; sometimes something else. */
export function figureOf(series: Series, random: Random): Figure {
  const { measured, place, day } = series;
  const [measure, change] = random.weighted(MEASURES);
  const level = levelOf(series) * (random.chance(DEVIATING) ? random.int(108, 170) / 100 : 1);
  const size = measure === 'LEVEL' ? level : (level * random.int(2, 30)) / 100;
  const value = rounded(size, measured.decimals, random);
  const comparator = random.weighted(COMPARATORS);
  const precision = random.weighted(PRECISIONS);
  return {
    measured,
    place,
    value,
    upperValue: comparator === 'RANGE' ? upperEnd(value, measured.decimals, random) : null,
    comparator,
    measure,
    change,
    asOf: precision === null ? null : asOf(day, precision),
    hasSubject: random.chance(12),
  };
}

/** What is really so: the same whoever asks, moving slowly over the years and a little from month to month. */
function levelOf({ measured, place, day }: Series): number {
  const turn = numberOf(place.id) + measured.number * 7919;
  const scale = measured.decimals === 1 ? 60 + (turn % 81) : 25 + (turn % 376);
  const drift = 100 + (((turn % 106) - 45) * day) / 3650;
  const wobble = 92 + ((turn + Math.floor(day / 30) * 11) % 17);
  return (measured.size * scale * drift * wobble) / 1_000_000;
}

/** A number that belongs to a place: the first of its id’s digits. */
function numberOf(id: Place['id']): number {
  return Number.parseInt(id.slice(4, 10), 32);
}

/** To the last digit, or to two leading ones. */
function rounded(size: number, decimals: 0 | 1, random: Random): number {
  if (decimals === 1) return Math.max(1, Math.round(size * 10)) / 10;
  const whole = Math.max(1, Math.round(size));
  if (whole < 200 || random.chance(45)) return whole;
  const unit = whole < 1000 ? 10 : whole < 10_000 ? 100 : 1000;
  return Math.max(1, Math.round(whole / unit)) * unit;
}

function upperEnd(value: number, decimals: 0 | 1, random: Random): number {
  const percent = random.int(105, 140);
  if (decimals === 1) return Math.max(Math.round(value * 10) + 1, Math.round((value * percent) / 10)) / 10;
  return Math.max(value + 1, Math.round((value * percent) / 100));
}

function asOf(day: DayNumber, precision: AsOf['precision']): AsOf {
  const date = dateOf(day);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  switch (precision) {
    case 'DAY':
      return { precision, from: printDay(day), to: printDay(day) };
    case 'RANGE':
      return { precision, from: printDay(day - 6), to: printDay(day) };
    case 'MONTH':
      return { precision, from: isoDay(year, month, 1), to: isoDay(year, month + 1, 0) };
    case 'YEAR':
      return { precision, from: isoDay(year, 0, 1), to: isoDay(year, 11, 31) };
  }
}

function isoDay(year: number, month: number, day: number): Day {
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
}
