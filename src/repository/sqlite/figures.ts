import { sql } from 'kysely';
import type { Id } from '../../domain/identity.js';
import { parseSeriesKey, type Series, seriesKey } from '../../domain/series.js';
import type { CarriedFigure, PointRequest, SeriesPoint } from '../repository.js';
import { disputes } from './disputes.js';
import { whileInTime } from './in-time.js';
import { type KeyTable, keyRows, keyTable } from './key-table.js';
import { atMost } from './limit.js';
import { groupByOwner, type Reader } from './reader.js';

/** Which figures, and which statements with all that they say, a listed statement disputes; the parameters are keys of both. */
function disputed(figures: KeyTable, statements: KeyTable): string {
  return `select o.value from ${keyRows(figures)} o
      cross join relation r on r.to_statistic_id = o.value
      cross join statement s on s.id = r.from_id
      where ${disputes('r')} and s.listed
    union all select o.value from ${keyRows(statements)} o
      cross join relation r on r.to_id = o.value and r.to_statistic_id is null
      cross join statement s on s.id = r.from_id
      where ${disputes('r')} and s.listed`;
}

/** The texts of that question, by the numbers of keys. */
const DISPUTED = new Map<string, string>();

function disputedText(figures: KeyTable, statements: KeyTable): string {
  const shape = `${figures.size} ${statements.size}`;
  const text = DISPUTED.get(shape) ?? disputed(figures, statements);
  DISPUTED.set(shape, text);
  return text;
}

/** See `Repository.areDisputed`. */
export async function areDisputed(
  reader: Reader,
  figures: readonly CarriedFigure[],
  signal?: AbortSignal,
): Promise<boolean[]> {
  const ids = keyTable(figures.map(({ id }) => id));
  const statements = keyTable([...new Set(figures.flatMap(({ statementId }) => statementId ?? []))]);
  const parameters = [...ids.parameters, ...statements.parameters];
  const rows = await reader.values({ sql: disputedText(ids, statements), parameters }, signal);
  const found = new Set(rows.map(([id]) => id));
  return figures.map(({ id, statementId }) => found.has(id) || found.has(statementId));
}

/** See `Repository.hasFigures`. */
export async function hasFigures(reader: Reader, series: readonly Series[], signal?: AbortSignal): Promise<boolean[]> {
  const rows = await reader.all(
    sql<{ found: number }>`select exists (
        select 1 from statistic n where n.series = o.value and n.listed and n.as_of_to is not null) as found
      from json_each(${JSON.stringify(series.map(seriesKey))}) o order by o.key`,
    signal,
  );
  return rows.map(({ found }) => found === 1);
}

/** See `Repository.seriesOf`. */
export async function seriesOf(
  reader: Reader,
  metrics: readonly Id<'Metric'>[],
  size: number,
  signal?: AbortSignal,
): Promise<Series[][]> {
  const rows = await reader.all(
    sql<{ owner: number; series: string }>`select owner, series from (
        select o.key as owner, n.series, row_number() over (partition by o.key order by count(*) desc, n.series) as place
        from json_each(${JSON.stringify(metrics)}) o join statistic n on n.metric_id = o.value
        where ${whileInTime('n')} and n.listed and n.as_of_to is not null group by o.key, n.series)
      where place <= ${size} order by owner, place`,
    signal,
  );
  return groupByOwner(metrics.length, rows).map((group) => group.map(({ series }) => parseSeriesKey(series)));
}

/** See `Repository.pointsOf`. */
export async function pointsOf(
  reader: Reader,
  series: readonly Series[],
  { asOf, size }: PointRequest,
  signal?: AbortSignal,
): Promise<SeriesPoint[][]> {
  const rows = await reader.all(
    sql<PointRow>`select owner, as_of_to, low, high, exists (
        select 1 from statistic a join conflict c on c.statistic_id = a.id join statistic b on b.id = c.other_id
        where ${whileInTime('a')} and a.series = p.series and a.as_of_to = p.as_of_to and a.listed and b.as_of_to = a.as_of_to and b.listed
      ) as conflicting
      from (
        select o.key as owner, o.value as series, n.as_of_to,
          case when count(n.low) = count(*) then min(n.low) end as low,
          case when count(n.high) = count(*) then max(n.high) end as high
        from json_each(${JSON.stringify(series.map(seriesKey))}) o
        join statistic n on ${whileInTime('n')} and n.series = o.value and n.listed and n.as_of_to in (
          select distinct m.as_of_to from statistic m
          where ${whileInTime('m')} and m.series = o.value and m.listed and m.as_of_to >= ${asOf.from ?? ''} and m.as_of_to <= ${asOf.to ?? '~'}
          order by m.as_of_to ${atMost(size)})
        group by o.key, n.as_of_to) p
      order by owner, as_of_to`,
    signal,
  );
  return groupByOwner(series.length, rows).map((group, index) =>
    group.flatMap((row) => {
      const of = series[index];
      return of
        ? [{ series: of, asOf: row.as_of_to, low: row.low, high: row.high, conflicting: row.conflicting === 1 }]
        : [];
    }),
  );
}

interface PointRow {
  readonly owner: number;
  readonly as_of_to: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly conflicting: number;
}
