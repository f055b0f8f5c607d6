import { InvariantError } from './errors.js';
import type { TextSpan } from './span.js';

export const DatePrecision = {
  TIME: 'TIME',
  DAY: 'DAY',
  RANGE: 'RANGE',
  WEEK: 'WEEK',
  MONTH: 'MONTH',
  YEAR: 'YEAR',
} as const;
export type DatePrecision = keyof typeof DatePrecision;

/** A day of the Gregorian calendar, `YYYY-MM-DD`. Days compare as strings. */
export type Day = string;

const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** Whether `text` is a day that exists, as ISO 8601 writes it. */
export function isDay(text: string): boolean {
  if (!DAY_PATTERN.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/**
 * What a text says about when something was: the first and last day it can mean, both inclusive, with the precision it
 * gives. `from` or `to` is null where the text leaves that end open; `span` is where the text says it, if it does.
 */
export interface ResolvedDate {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly precision: DatePrecision;
  readonly span: TextSpan | null;
}

/** Makes a resolved date; throws an InvariantError when a day does not exist, the days are in the wrong order or do not fit the precision. */
export function resolvedDate(
  from: Day | null,
  to: Day | null,
  precision: DatePrecision,
  span: TextSpan | null = null,
): ResolvedDate {
  for (const day of [from, to]) {
    if (day !== null && !isDay(day))
      throw new InvariantError(`“${day}” is not a date: write an existing day as YYYY-MM-DD.`);
  }
  if (from === null && to === null)
    throw new InvariantError('A date needs a first or a last day; leave the date out where the text gives neither.');
  if (from !== null && to !== null && from > to)
    throw new InvariantError(`A date cannot end (${to}) before it begins (${from}).`);
  if ((precision === 'DAY' || precision === 'TIME') && from !== to) {
    throw new InvariantError(`A date with the precision ${precision} is one day, but runs from ${from} to ${to}.`);
  }
  if (from !== null && to !== null && !fits(precision, from, to)) {
    throw new InvariantError(
      `${from} to ${to} is not a whole ${precision}: give its first and last day, or say RANGE.`,
    );
  }
  return { from, to, precision, span };
}

/** Whether two days are the ends of a week, month or year, as the precision says; any two are of a range. */
function fits(precision: DatePrecision, from: Day, to: Day): boolean {
  const next = new Date((daysSinceEpoch(to) + 1) * 86_400_000).toISOString();
  switch (precision) {
    case 'WEEK':
      return daysSinceEpoch(to) - daysSinceEpoch(from) === 6;
    case 'MONTH':
      return from.slice(0, 7) === to.slice(0, 7) && from.endsWith('-01') && next.slice(8, 10) === '01';
    case 'YEAR':
      return from.slice(0, 4) === to.slice(0, 4) && from.endsWith('-01-01') && to.endsWith('-12-31');
    default:
      return true;
  }
}

/** The day that stands for a date in orders and filters: its last. */
export function lastDay(date: ResolvedDate | null): Day | null {
  return date?.to ?? null;
}

/** The day of a time, in UTC. */
export function dayOf(time: Date): Day {
  return time.toISOString().slice(0, 10);
}

/** Days from 1 January 1970 to a day; negative before. */
export function daysSinceEpoch(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}
