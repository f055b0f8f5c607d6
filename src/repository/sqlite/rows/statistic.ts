import { seriesKey, seriesOfStatistic, statedRange } from '../../../domain/series.js';
import type { Metric, Statistic } from '../../../domain/statistic.js';
import type { MetricTable, StatisticTable } from '../tables.js';
import { PROVENANCE_COLUMNS, provenanceRow, toProvenance } from './provenance.js';
import { storedSpan, toResolvedDate, toSpan } from './span.js';

export const METRIC_COLUMNS = [
  'id',
  'name',
  'name_key',
  'unit',
  'definition',
] as const satisfies readonly (keyof MetricTable)[];

export function toMetric({ id, name, unit, definition }: MetricTable): Metric {
  return { id, name, unit, definition };
}

export const STATISTIC_COLUMNS = [
  'id',
  'article_id',
  'revision_id',
  'metric_id',
  'value',
  'upper_value',
  'value_text',
  'unit',
  'comparator',
  'measure',
  'change',
  'subject',
  'place_id',
  'as_of_from',
  'as_of_to',
  'as_of_precision',
  'as_of_span',
  'claimed_by_id',
  'claimant_status',
  'statement_id',
  'position',
  'end',
  'standing',
  'last_change',
  'retracted',
  'series',
  'low',
  'high',
  ...PROVENANCE_COLUMNS,
] as const satisfies readonly (keyof StatisticTable)[];

export function toStatistic(row: StatisticTable): Statistic {
  const revisionId = row.revision_id;
  const asOfSpan = row.as_of_span === null ? null : toSpan(revisionId, JSON.parse(row.as_of_span));
  return {
    id: row.id,
    articleId: row.article_id,
    revisionId,
    metricId: row.metric_id,
    value: row.value,
    upperValue: row.upper_value,
    valueText: row.value_text,
    unit: row.unit,
    comparator: row.comparator,
    measure: row.measure,
    change: row.change,
    subject: row.subject,
    placeId: row.place_id,
    asOf: toResolvedDate({ from: row.as_of_from, to: row.as_of_to, precision: row.as_of_precision }, asOfSpan),
    claimedById: row.claimed_by_id,
    claimantStatus: row.claimant_status,
    statementId: row.statement_id,
    span: { revisionId, start: row.position, end: row.end, text: row.value_text },
    standing: row.standing,
    lastChange: row.last_change,
    provenance: toProvenance(row),
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
