import { sql, type Transaction } from 'kysely';
import { compareFigures } from '../../domain/comparison.js';
import type { Id } from '../../domain/identity.js';
import type { Statistic } from '../../domain/statistic.js';
import { insertRow } from './insert-row.js';
import { toStatistic } from './rows/statistic.js';
import type { StatisticTable, Tables } from './tables.js';

/**
 * Compares a new figure with those of its series whose dates overlap its own, and keeps which of them conflict with it.
 * Whether lists show either is another matter: they may again, and the conflict is then there.
 */
export async function storeConflicts(db: Transaction<Tables>, statistic: Statistic, series: string): Promise<void> {
  const { id } = statistic;
  for (const otherId of await conflictsOf(db, statistic, series)) {
    await insertRow(db, 'conflict', { statistic_id: id, other_id: otherId });
    await insertRow(db, 'conflict', { statistic_id: otherId, other_id: id });
  }
}

/** The figures of a series that cannot be right if this one is. */
export async function conflictsOf(
  db: Transaction<Tables>,
  statistic: Statistic,
  series: string,
): Promise<Id<'Statistic'>[]> {
  const { id, asOf } = statistic;
  if (asOf === null) return [];
  const { rows } = await sql<StatisticTable>`select * from statistic
    where series = ${series} and as_of_precision is not null and id <> ${id}
      and (as_of_to >= ${asOf.from ?? ''} or as_of_to is null) and coalesce(as_of_from, '') <= ${asOf.to ?? '~'}`.execute(
    db,
  );
  return rows.filter((row) => compareFigures(statistic, toStatistic(row)).verdict === 'CONFLICTS').map((row) => row.id);
}
