import { type DatePrecision, type Day, type ResolvedDate, resolvedDate } from '../domain/dates.js';
import { InvariantError } from '../domain/errors.js';
import { refuse } from './user-error.js';

/** When something was, as an editor says it. */
export interface DateInput {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly precision: DatePrecision;
}

/** The date that an editor gives; where it is the one that the record has, with the place at which the text says it. */
export function readDate(field: string, { from, to, precision }: DateInput, known: ResolvedDate | null): ResolvedDate {
  const isKnown = known?.from === from && known.to === to && known.precision === precision;
  if (isKnown) return known;
  try {
    return resolvedDate(from, to, precision);
  } catch (error) {
    if (error instanceof InvariantError) return refuse('INVALID', field, error.message);
    throw error;
  }
}
