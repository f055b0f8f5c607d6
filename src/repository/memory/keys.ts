import { daysSinceEpoch, lastDay, type ResolvedDate } from '../../domain/dates.js';
import { LAST } from '../page.js';

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
