import { dayOf } from '../../domain/dates.js';
import { InputError } from '../../domain/errors.js';
import type { Id, NodeType } from '../../domain/identity.js';
import { parseSearch, type SearchExpression } from '../../domain/search/expression.js';
import type { DayRange, NumberRange, TimeRange } from '../../repository/filters.js';
import { parseId } from '../node/id-argument.js';
import type { DateRangeInput, DateTimeRangeInput, FloatRangeInput } from './ranges.input.js';

/*
 * Fields of filter inputs, read into what the repository takes. A field that is left out, or null, does not filter; where
 * null means something else, the input that has the field says so. Errors name the field, as `filter.asOf`.
 */

/** The fields that are given, without those that are not. */
export function given<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(entries) as { [Name in keyof Fields]?: NonNullable<Fields[Name]> };
}

/** The filter, or undefined where it asks for nothing but what lists always show: so a cursor of either is the other's. */
export function narrowing<Filter extends object>(filter: Filter): Filter | undefined {
  return Object.keys(filter).length === 0 ? undefined : filter;
}

/** A list of ids, each of one of these types. */
export function ids<T extends NodeType>(
  field: string,
  values: readonly string[] | null | undefined,
  ...types: readonly T[]
): Id<T>[] | undefined {
  return values?.map((value, index) => parseId(`${field}[${index}]`, value, ...types));
}

/** One id of this type. */
export function id<T extends NodeType>(field: string, value: string | null | undefined, type: T): Id<T> | undefined {
  return value == null ? undefined : parseId(field, value, type);
}

export function dayRange(field: string, range: DateRangeInput | null | undefined): DayRange | undefined {
  if (range == null) return undefined;
  const { from, to } = inOrder(field, range.from, range.to);
  return { from: from && dayOf(from), to: to && dayOf(to) };
}

export function timeRange(field: string, range: DateTimeRangeInput | null | undefined): TimeRange | undefined {
  if (range == null) return undefined;
  const { from, to } = inOrder(field, range.from, range.to);
  return { from: from?.getTime() ?? null, to: to?.getTime() ?? null };
}

export function numberRange(field: string, range: FloatRangeInput | null | undefined): NumberRange | undefined {
  if (range == null) return undefined;
  const { from: min, to: max } = inOrder(field, range.min, range.max);
  return { min, max };
}

/** Words to look for; null where there is nothing in them that can be found. */
export function searchText(text: string | null | undefined): { text?: SearchExpression | null } {
  return text == null ? {} : { text: parseSearch(text) };
}

function inOrder<End extends Date | number>(
  field: string,
  from: End | null | undefined,
  to: End | null | undefined,
): { from: End | null; to: End | null } {
  if (from != null && to != null && from > to) {
    throw new InputError(field, `The range \`${field}\` ends before it begins; exchange its ends.`);
  }
  return { from: from ?? null, to: to ?? null };
}
