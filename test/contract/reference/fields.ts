import type { DayRange, TimeRange } from '../../../src/repository/filters.js';
import type { News } from './news.js';

/** For each field of a filter whether it lets a thing through. A field that is missing here does not compile. */
export type FieldTests<Filter, Thing> = {
  readonly [Field in keyof Required<Filter>]: (thing: Thing, wanted: Required<Filter>[Field], news: News) => boolean;
};

/** Whether all fields of a filter let a thing through; those that are left out do. */
export function letsThrough<Filter extends object, Thing>(
  tests: FieldTests<Filter, Thing>,
  filter: Filter,
  thing: Thing,
  news: News,
): boolean {
  return (Object.keys(tests) as (keyof Filter)[]).every((field) => {
    const wanted = filter[field];
    return wanted === undefined || tests[field](thing, wanted as Required<Filter>[typeof field], news);
  });
}

export function isInTime(time: Date, { from, to }: TimeRange): boolean {
  return (from === null || time.getTime() >= from) && (to === null || time.getTime() < to);
}

export function isInDays(day: string | null, { from, to }: DayRange): boolean {
  return day !== null && (from === null || day >= from) && (to === null || day <= to);
}
