import type { Stretch } from '../../domain/span.js';
import { isRecord, type LinePlace, RowError, type UnknownRecord } from '../rows/article-row.js';

/** The objects in a list of a row. Throws a RowError where it is no list of objects. */
export function recordsIn(row: UnknownRecord, field: string, place: LinePlace): UnknownRecord[] {
  const value = row[field];
  if (Array.isArray(value) && value.every(isRecord)) return value;
  throw new RowError(place, `The field “${field}” takes a list of objects.`);
}

/** The spans in a list of `[start, end]`. Throws a RowError where one does not lie in a text of `length` units. */
export function spansIn(record: UnknownRecord, field: string, length: number, place: LinePlace): Stretch[] {
  const value = record[field];
  if (!Array.isArray(value))
    throw new RowError(
      place,
      `The field “${field}” takes a list of [start, end], which may be empty, not ${shown(value)}.`,
    );
  return value.map((pair: unknown) => {
    const [start, end]: unknown[] = Array.isArray(pair) ? pair : [];
    if (isOffset(start) && isOffset(end) && 0 <= start && start < end && end <= length) return { start, end };
    throw new RowError(
      place,
      `${JSON.stringify(pair)} in “${field}” is no span: it takes [start, end] with 0 <= start < end <= ${length}.`,
    );
  });
}

/** The number in a field, also one that is written as text. Throws a RowError where it is none. */
export function numberIn(record: UnknownRecord, field: string, place: LinePlace): number {
  const value = record[field];
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  throw new RowError(place, `The field “${field}” takes a number, not ${shown(value)}.`);
}

/** The text in a field. Throws a RowError where it is none; `otherwise` stands in for it where it is left out. */
export function textIn(record: UnknownRecord, field: string, place: LinePlace, otherwise?: string): string {
  const value = record[field] ?? otherwise;
  if (typeof value === 'string') return value;
  throw new RowError(place, `The field “${field}” takes text, not ${shown(value)}.`);
}

/** A value as JSON has it, for messages. */
export function shown(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing';
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value);
}
