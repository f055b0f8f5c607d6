import { isDay } from '../domain/dates.js';
import type { Published } from './source-document.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const TIME = '(?<hour>[01]?\\d|2[0-3]):(?<minute>[0-5]\\d)(?::(?<second>[0-5]\\d|60)(?:[.,]\\d+)?)?';
const ZONE = '(?<zone>Z|[+-]\\d{2}(?::?\\d{2})?|UTC|GMT|UT|[ECMP][SD]T)';

/** The forms in which dates are read; each names year, month and day, and the time where it has one. */
const FORMS = [
  // ISO 8601, also with a space for the T, as SQL and YAML write it.
  new RegExp(`^(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?:[T ]\\s*${TIME}\\s*${ZONE}?)?$`, 'iu'),
  // ISO 8601’s basic form, of news agencies.
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:T(?<hour>[01]\d|2[0-3])(?<minute>[0-5]\d)(?<second>[0-5]\d)?(?<zone>Z|[+-]\d{2}:?\d{2})?)?$/u,
  // RFC 822, of RSS.
  new RegExp(
    `^(?:[a-z]{3,9},?\\s+)?(?<day>\\d{1,2})[\\s-]+${MONTH}[\\s-]+(?<year>\\d{4}|\\d{2})(?:\\s+${TIME}\\s*${ZONE}?)?$`,
    'iu',
  ),
  // “May 3, 2032”
  new RegExp(
    `^(?:[a-z]{3,9},\\s+)?${MONTH}\\s+(?<day>\\d{1,2}),?\\s+(?<year>\\d{4})(?:,?\\s+${TIME}\\s*${ZONE}?)?$`,
    'iu',
  ),
];

/** Hours from UTC of the zones that RFC 822 names. */
const ZONE_HOURS = new Map([
  ['EST', -5],
  ['EDT', -4],
  ['CST', -6],
  ['CDT', -5],
  ['MST', -7],
  ['MDT', -6],
  ['PST', -8],
  ['PDT', -7],
]);

/** Before the first newspapers there is only what programs write for “no date”, such as the year 1. */
const FIRST_YEAR = 1600;

/**
 * The time or day that a date in ISO 8601, RFC 822 or English words gives; null where it is none of them, does not
 * exist or stands for “no date” (the year 1, the first second of 1970). A time without a zone is taken as UTC.
 */
export function parsePublished(text: string): Published | null {
  const written = text.trim().slice(0, 64);
  for (const form of FORMS) {
    const parts = form.exec(written)?.groups;
    if (parts !== undefined) return published(parts);
  }
  return null;
}

function published(parts: Readonly<Record<string, string | undefined>>): Published | null {
  const day = `${fullYear(parts['year'] ?? '')}-${monthNumber(parts['month'] ?? '')}-${(parts['day'] ?? '').padStart(2, '0')}`;
  if (!isDay(day) || Number(day.slice(0, 4)) < FIRST_YEAR) return null;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const { hour, minute, second, zone } = parts;
  if (hour === undefined || minute === undefined) return { at: new Date(midnight), precision: 'DAY' };
  const minutes = Number(hour) * 60 + Number(minute) - zoneMinutes(zone ?? 'Z');
  const at = midnight + minutes * 60_000 + Math.min(Number(second ?? 0), 59) * 1000;
  return at === 0 ? null : { at: new Date(at), precision: 'TIME' };
}

function fullYear(year: string): string {
  if (year.length === 4) return year;
  return Number(year) < 70 ? `20${year}` : `19${year}`;
}

function monthNumber(month: string): string {
  const index = MONTHS.indexOf(month.toLowerCase().slice(0, 3));
  return index < 0 ? month : String(index + 1).padStart(2, '0');
}

/** Minutes that a zone is ahead of UTC. */
function zoneMinutes(zone: string): number {
  const named = ZONE_HOURS.get(zone.toUpperCase());
  if (named !== undefined) return named * 60;
  const offset = /^(?<sign>[+-])(?<hours>\d{2}):?(?<minutes>\d{2})?$/u.exec(zone)?.groups;
  if (offset === undefined) return 0;
  const minutes = Number(offset['hours']) * 60 + Number(offset['minutes'] ?? 0);
  return offset['sign'] === '-' ? -minutes : minutes;
}
