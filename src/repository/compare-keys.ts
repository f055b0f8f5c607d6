import { compareCodePoints } from '../domain/names.js';
import type { Keys } from './page.js';

/** Compares two places in one order, key by key from left to right. */
export function compareKeys(a: Keys, b: Keys): number {
  for (const [index, key] of a.entries()) {
    const difference = compareKey(key, b[index]);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Compares two keys of one order as SQLite does: numbers by value, texts by code point. Throws a TypeError for other values. */
export function compareKey(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return compareCodePoints(a, b);
  throw new TypeError(`The keys ${a} and ${b} do not belong to one order.`);
}
