import { sql, type Transaction } from 'kysely';
import { ReadFigure, verdictOver } from '../../domain/comparison.js';
import type { Id } from '../../domain/identity.js';
import { seriesKey, seriesOfStatistic } from '../../domain/series.js';
import type { Statistic } from '../../domain/statistic.js';
import { insertRows } from './insert-row.js';
import { groupByOwner } from './reader.js';
import { FIGURE, type FigureRow, toFigure } from './rows/statistic.js';
import type { Tables } from './tables.js';

/**
 * Compares new figures with those of their series whose dates overlap theirs, and keeps which of them conflict with them.
 * Whether lists show either is another matter: they may again, and the conflict is then there.
 */
export async function storeConflicts(db: Transaction<Tables>, statistics: readonly Statistic[]): Promise<void> {
  const others = await conflictsOf(db, statistics);
  const pairs = new Map<string, { statistic_id: Id<'Statistic'>; other_id: Id<'Statistic'> }>();
  const add = (id: Id<'Statistic'>, otherId: Id<'Statistic'>) =>
    pairs.set(`${id} ${otherId}`, { statistic_id: id, other_id: otherId });
  for (const [index, { id }] of statistics.entries()) {
    for (const otherId of others[index] ?? []) {
      add(id, otherId);
      add(otherId, id);
    }
  }
  await insertRows(db, 'conflict', [...pairs.values()]);
}

/** The figures of its series that cannot be right if a figure is, for each. */
export async function conflictsOf(
  db: Transaction<Tables>,
  statistics: readonly Statistic[],
): Promise<Id<'Statistic'>[][]> {
  const asked = statistics.map((statistic) => ({
    id: statistic.id,
    // Of a figure without a date nothing is known to conflict with it.
    series: statistic.asOf === null ? null : seriesKey(seriesOfStatistic(statistic)),
    from: statistic.asOf?.from ?? '',
    to: statistic.asOf?.to ?? '~',
  }));
  if (asked.every(({ series }) => series === null)) return statistics.map(() => []);
  const { rows } = await sql<FigureRow & { readonly owner: number }>`
    with asked as materialized (
      select key as owner, value ->> 'id' as id, value ->> 'series' as series, value ->> 'from' as first, value ->> 'to' as last
      from json_each(${JSON.stringify(asked)}))
    select o.owner, ${FIGURE} from asked o cross join statistic n on n.seq in (
      select seq from statistic where series = o.series and as_of_to between o.first and o.last
      union all select seq from statistic
        where series = o.series and as_of_to > o.last and (as_of_from is null or as_of_from < as_of_to)
          and coalesce(as_of_from, '') <= o.last
      union all select seq from statistic
        where series = o.series and as_of_to is null and as_of_precision is not null and coalesce(as_of_from, '') <= o.last)
    where n.id <> o.id
    order by o.owner, n.seq`.execute(db);
  return groupByOwner(statistics.length, rows).map((group, index) => {
    const statistic = statistics[index];
    if (statistic === undefined) return [];
    const read = new ReadFigure(statistic);
    return group.filter((row) => verdictOver(read, new ReadFigure(toFigure(row))) === 'CONFLICTS').map(({ id }) => id);
  });
}
