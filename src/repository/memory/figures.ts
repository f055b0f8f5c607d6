import { compareFigures } from '../../domain/comparison.js';
import { daysSinceEpoch, lastDay } from '../../domain/dates.js';
import type { Id } from '../../domain/identity.js';
import { compareCodePoints } from '../../domain/names.js';
import { type Series, seriesKey, seriesOfStatistic, statedRange } from '../../domain/series.js';
import type { Statistic } from '../../domain/statistic.js';
import { LAST } from '../page.js';
import {
  COMPARED,
  type ComparedFigure,
  type ComparisonRequest,
  type PointRequest,
  type SeriesPoint,
} from '../repository.js';
import { doConflict, isDayIn, isOneSeries } from './filters.js';
import { isClaimListed } from './listed.js';
import type { Tables } from './tables.js';

/** See `Repository.comparisonsOf`. */
export function comparisonsOf(tables: Tables, id: string, { verdicts, size }: ComparisonRequest): ComparedFigure[] {
  const figure = tables.statistics.get(id);
  if (figure === undefined) return [];
  return listedFigures(tables)
    .filter((other) => other.id !== id && isOneSeries(figure, other))
    .sort((a, b) => distance(figure, a) - distance(figure, b) || compareCodePoints(a.id, b.id))
    .map((other) => ({ other, ...compareFigures(figure, other) }))
    .filter(({ verdict }, place) => place < COMPARED || verdict === 'CONFLICTS')
    .filter(({ verdict }) => verdicts?.includes(verdict) ?? true)
    .slice(0, size);
}

/** How many days lie between a figure’s date and another’s; more than any number where the other has none. To a figure without a date the latest are nearest. */
function distance(figure: Statistic, other: Statistic): number {
  const [day, otherDay] = [lastDay(figure.asOf), lastDay(other.asOf)];
  if (otherDay === null) return Number.MAX_VALUE;
  return Math.abs((day === null ? LAST : daysSinceEpoch(day)) - daysSinceEpoch(otherDay));
}

/** See `Repository.hasFigures`. */
export function hasFigures(tables: Tables, series: Series): boolean {
  return datedFigures(tables).some((figure) => keyOf(figure) === seriesKey(series));
}

/** See `Repository.seriesOf`. */
export function seriesOf(tables: Tables, metricId: Id<'Metric'>, size: number): Series[] {
  const figures = datedFigures(tables).filter((figure) => figure.metricId === metricId);
  return [...Map.groupBy(figures, keyOf)]
    .sort(([a, some], [b, others]) => others.length - some.length || compareCodePoints(a, b))
    .slice(0, size)
    .flatMap(([, [first]]) => (first === undefined ? [] : [seriesOfStatistic(first)]));
}

/** See `Repository.pointsOf`. */
export function pointsOf(tables: Tables, series: Series, { asOf, size }: PointRequest): SeriesPoint[] {
  const figures = datedFigures(tables).filter(
    (figure) => keyOf(figure) === seriesKey(series) && isDayIn(lastDay(figure.asOf), asOf),
  );
  return [...Map.groupBy(figures, (figure) => lastDay(figure.asOf) ?? '')]
    .sort(([a], [b]) => compareCodePoints(a, b))
    .slice(0, size)
    .map(([day, group]) => pointOf(series, day, group));
}

function pointOf(series: Series, asOf: string, figures: readonly Statistic[]): SeriesPoint {
  const ranges = figures.map(statedRange);
  const lows = ranges.map(({ low }) => low).filter((low) => low !== null);
  const highs = ranges.map(({ high }) => high).filter((high) => high !== null);
  return {
    series,
    asOf,
    low: lows.length < figures.length ? null : Math.min(...lows),
    high: highs.length < figures.length ? null : Math.max(...highs),
    conflicting: figures.some((a) => figures.some((b) => doConflict(a, b))),
  };
}

const keyOf = (figure: Statistic) => seriesKey(seriesOfStatistic(figure));

function listedFigures(tables: Tables): Statistic[] {
  return [...tables.statistics.values()].filter((figure) => isClaimListed(tables, figure));
}

function datedFigures(tables: Tables): Statistic[] {
  return listedFigures(tables).filter((figure) => lastDay(figure.asOf) !== null);
}
