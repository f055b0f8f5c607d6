import type { Day } from './dates.js';
import type { Id } from './identity.js';
import type { Statistic, StatisticMeasure } from './statistic.js';

/** What figures have in common that can be compared: null means figures without a place, subject or unit. */
export interface Series {
  readonly metricId: Id<'Metric'>;
  readonly placeId: Id<'Place'> | null;
  readonly subject: string | null;
  readonly unit: string | null;
  readonly measure: StatisticMeasure;
}

export function seriesOfStatistic({ metricId, placeId, subject, unit, measure }: Statistic): Series {
  return { metricId, placeId, subject, unit, measure };
}

/** One string for one series, so that belonging to it is one comparison in every store. */
export function seriesKey({ metricId, placeId, subject, unit, measure }: Series): string {
  return JSON.stringify([metricId, placeId, subject, unit, measure]);
}

/** The series that a key stands for. */
export function parseSeriesKey(key: string): Series {
  const [metricId, placeId, subject, unit, measure] = JSON.parse(key) as [
    Series['metricId'],
    Series['placeId'],
    string | null,
    string | null,
    StatisticMeasure,
  ];
  return { metricId, placeId, subject, unit, measure };
}

/** One string for a point of a series: all of its figures that hold for one last day. */
export function pointKey(series: Series, asOf: Day): string {
  return JSON.stringify([seriesKey(series), asOf]);
}

/**
 * The values that a figure states, as printed: without what rounding or “about” leave open. An end that it leaves open is
 * null; what fell is below zero.
 */
export function statedRange({
  value,
  upperValue,
  comparator,
  measure,
  change,
}: Pick<Statistic, 'value' | 'upperValue' | 'comparator' | 'measure' | 'change'>): {
  readonly low: number | null;
  readonly high: number | null;
} {
  const low = comparator === 'LESS_THAN' || comparator === 'AT_MOST' ? null : value;
  const high = comparator === 'MORE_THAN' || comparator === 'AT_LEAST' ? null : (upperValue ?? value);
  return measure === 'CHANGE' && change === 'DOWN' ? { low: below(high), high: below(low) } : { low, high };
}

function below(value: number | null): number | null {
  return value === null ? null : 0 - value;
}
