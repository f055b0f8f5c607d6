import type { Day } from '../../domain/dates.js';

/** A day as the number of days since 1 January 1970, negative before. */
export type DayNumber = number;

/** The first and the last day, both inclusive. */
export interface Days {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** Stretches of time that follow one another without a gap. */
export type CalendarUnit = 'DAY' | 'WEEKEND' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR' | 'DECADE';

const MILLISECONDS = 86_400_000;
const MONTHS_OF: Partial<Record<CalendarUnit, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12, DECADE: 120 };

/** The day as ISO 8601 writes it; undefined for a year that does not have four digits. */
export function isoDay(day: DayNumber): Day | undefined {
  const { year } = partsOf(day);
  return year < 0 || year > 9999 ? undefined : new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}

/** The number of a day; a month may be less than 1 or more than 12, which is one of another year. */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.floor(date.getTime() / MILLISECONDS);
}

/** Whether a month has a day of this number. */
export function dayExists(year: number, month: number, day: number): boolean {
  return day >= 1 && partsOf(dayNumber(year, month, day)).month === month;
}

export function partsOf(day: DayNumber): { readonly year: number; readonly month: number; readonly day: number } {
  const date = new Date(day * MILLISECONDS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The day of the week, 0 for Monday. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

export function singleDay(day: DayNumber): Days {
  return { from: day, to: day };
}

/** Whole months, `count` of them from the one given. */
export function monthsFrom(year: number, month: number, count = 1): Days {
  return { from: dayNumber(year, month, 1), to: dayNumber(year, month + count, 1) - 1 };
}

export function yearOf(year: number): Days {
  return monthsFrom(year, 1, 12);
}

/** The day, week, month … that lies `offset` after the one that a day is in. A day’s weekend is that of its week. */
export function unitAround(day: DayNumber, unit: CalendarUnit, offset = 0): Days {
  const monday = day - weekdayOf(day) + 7 * offset;
  switch (unit) {
    case 'DAY':
      return singleDay(day + offset);
    case 'WEEK':
      return { from: monday, to: monday + 6 };
    case 'WEEKEND':
      return { from: monday + 5, to: monday + 6 };
    default: {
      const length = MONTHS_OF[unit] ?? 1;
      const { year, month } = partsOf(day);
      const months = year * 12 + month - 1;
      return monthsFrom(0, (Math.floor(months / length) + offset) * length + 1, length);
    }
  }
}

/** The day that lies a number of days, weeks, months … after another, negative before; the last of its month where that is shorter. */
export function shiftDay(day: DayNumber, unit: CalendarUnit, count: number): DayNumber {
  const months = MONTHS_OF[unit];
  if (months === undefined) return day + count * (unit === 'DAY' ? 1 : 7);
  const { year, month, day: ofMonth } = partsOf(day);
  const target = monthsFrom(year, month + count * months);
  return Math.min(target.from + ofMonth - 1, target.to);
}

/** Whole months stay whole when they are shifted; other stretches keep their days. */
export function shiftDays(days: Days, unit: CalendarUnit, count: number): Days {
  const [first, behind] = [partsOf(days.from), partsOf(days.to + 1)];
  if (MONTHS_OF[unit] !== undefined && first.day === 1 && behind.day === 1)
    return { from: shiftDay(days.from, unit, count), to: shiftDay(days.to + 1, unit, count) - 1 };
  return { from: shiftDay(days.from, unit, count), to: shiftDay(days.to, unit, count) };
}
