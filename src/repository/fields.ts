import { isDeepStrictEqual } from 'node:util';
import type { Fields } from './desk.js';

/** The fields of records that hold a time, wherever they stand in one. */
const TIMES = new Set(['at', 'publishedAt', 'recordedAt', 'reviewedAt', 'storedAt', 'updatedAt']);

/** A record as JSON has it, in which times are their ISO 8601 text. */
export function toFields(record: object): Fields {
  return JSON.parse(JSON.stringify(record));
}

/** What `toFields` was given, or some fields of it. The caller answers for its type. */
export function fromFields<Stored>(fields: Fields): Partial<Stored> {
  return JSON.parse(JSON.stringify(fields), (key, value) =>
    TIMES.has(key) && typeof value === 'string' ? new Date(value) : value,
  );
}

/** Whether two fields, or two records, hold the same, in whatever order their own fields stand. */
export function isSameField(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(a, b);
}
