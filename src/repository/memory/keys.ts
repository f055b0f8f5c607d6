import { daysSinceEpoch, lastDay, type ResolvedDate } from '../../domain/dates.js';
import { compareCodePoints } from '../../domain/names.js';
import { type Keys, LAST } from '../page.js';

/** Compares two places in one order, key by key from left to right. */
export function compareKeys(a: Keys, b: Keys): number {
  for (const [index, key] of a.entries()) {
    const difference = compareKey(key, b[index]);
    if (difference !== 0) return difference;
  }
  return 0;
}

function compareKey(a: string | number, b: string | number | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return compareCodePoints(a, b);
  throw new TypeError(`The keys ${JSON.stringify(a)} and ${JSON.stringify(b)} belong to different orders.`);
}

/** The key that puts greater numbers first. Subtraction, because `-0` is not the same key as `0`. */
export function descending(value: number): number {
  return 0 - value;
}

/** The key that puts later dates first, by their last day, and those without one last. */
export function latestFirst(date: ResolvedDate | null): number {
  const day = lastDay(date);
  return day === null ? LAST : descending(daysSinceEpoch(day));
}

/** The key that puts earlier dates first, by their last day, and those without one last. */
export function earliestFirst(date: ResolvedDate | null): number {
  const day = lastDay(date);
  return day === null ? LAST : daysSinceEpoch(day);
}
