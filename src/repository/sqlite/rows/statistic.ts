import { sql } from 'kysely';
import type { Figure } from '../../../domain/comparison.js';
import { seriesKey, seriesOfStatistic, statedRange } from '../../../domain/series.js';
import type { Metric, Statistic } from '../../../domain/statistic.js';
import type { MetricTable, StatisticTable } from '../tables.js';
import { derivedFrom, RecordMapping } from './mapping.js';
import { PROVENANCE, provenanceRow } from './provenance.js';
import { storedSpan, toResolvedDate, toSpan } from './span.js';

export const METRIC_MAPPING = new RecordMapping<MetricTable, Metric>({
  id: 'id',
  name: 'name',
  unit: 'unit',
  definition: 'definition',
});

export const toMetric = METRIC_MAPPING.toNode;

const from = derivedFrom<StatisticTable>();

export const STATISTIC_MAPPING = new RecordMapping<StatisticTable, Statistic>(
  {
    id: 'id',
    articleId: 'article_id',
    revisionId: 'revision_id',
    metricId: 'metric_id',
    value: 'value',
    upperValue: 'upper_value',
    valueText: 'value_text',
    unit: 'unit',
    comparator: 'comparator',
    measure: 'measure',
    change: 'change',
    subject: 'subject',
    placeId: 'place_id',
    asOf: from(
      ['as_of_from', 'as_of_to', 'as_of_precision', 'as_of_span', 'revision_id'],
      (first, last, precision, span, revisionId) =>
        toResolvedDate({ from: first, to: last, precision }, () =>
          span === null ? null : toSpan(revisionId, JSON.parse(span)),
        ),
    ),
    claimedById: 'claimed_by_id',
    claimantStatus: 'claimant_status',
    statementId: 'statement_id',
    span: from(['revision_id', 'position', 'end', 'value_text'], (revisionId, start, end, text) => ({
      revisionId,
      start,
      end,
      text,
    })),
    standing: 'standing',
    lastChange: 'last_change',
    provenance: PROVENANCE,
  },
  { parts: { 'asOf.to': from(['as_of_to'], (to) => (to === null ? null : { to })) } },
);

export const toStatistic = STATISTIC_MAPPING.toNode;

/** What of a figure a comparison looks at. */
export type FigureRow = Pick<
  StatisticTable,
  | 'id'
  | 'value'
  | 'upper_value'
  | 'value_text'
  | 'comparator'
  | 'measure'
  | 'change'
  | 'as_of_from'
  | 'as_of_to'
  | 'as_of_precision'
>;

/** The columns of a `FigureRow`, of a table `n`. */
export const FIGURE = sql.raw(
  [
    ...['id', 'value', 'upper_value', 'value_text', 'comparator', 'measure', 'change'],
    ...['as_of_from', 'as_of_to', 'as_of_precision'],
  ]
    .map((column) => `n.${column}`)
    .join(', '),
);

export function toFigure(row: FigureRow): Figure {
  return {
    value: row.value,
    upperValue: row.upper_value,
    valueText: row.value_text,
    comparator: row.comparator,
    measure: row.measure,
    change: row.change,
    asOf: toResolvedDate({ from: row.as_of_from, to: row.as_of_to, precision: row.as_of_precision }, () => null),
  };
}

export function statisticRow(statistic: Statistic, retracted: boolean): StatisticTable {
  const { asOf, span } = statistic;
  return {
    id: statistic.id,
    article_id: statistic.articleId,
    revision_id: statistic.revisionId,
    metric_id: statistic.metricId,
    value: statistic.value,
    upper_value: statistic.upperValue,
    value_text: statistic.valueText,
    unit: statistic.unit,
    comparator: statistic.comparator,
    measure: statistic.measure,
    change: statistic.change,
    subject: statistic.subject,
    place_id: statistic.placeId,
    as_of_from: asOf?.from ?? null,
    as_of_to: asOf?.to ?? null,
    as_of_precision: asOf?.precision ?? null,
    as_of_span: asOf?.span ? JSON.stringify(storedSpan(asOf.span)) : null,
    claimed_by_id: statistic.claimedById,
    claimant_status: statistic.claimantStatus,
    statement_id: statistic.statementId,
    position: span.start,
    end: span.end,
    standing: statistic.standing,
    last_change: statistic.lastChange,
    retracted: retracted ? 1 : 0,
    series: seriesKey(seriesOfStatistic(statistic)),
    ...statedRange(statistic),
    ...provenanceRow(statistic.provenance),
  };
}
