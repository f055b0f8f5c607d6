import type { Transaction } from 'kysely';
import type { NodeSqliteConnection } from '../connection.js';
import type { Tables } from '../tables.js';
import type { Findings } from './findings.js';

/** What the checks of one store share: one connection, in one transaction that reads, both as Kysely has it and bare. */
export interface CheckContext {
  readonly db: Transaction<Tables>;
  readonly connection: NodeSqliteConnection;
  readonly findings: Findings;
}

/** The rows that a statement gives, one after the other. Those of one statement are read to the end before it runs again. */
export function rowsOf<Row>(
  { connection }: Pick<CheckContext, 'connection'>,
  text: string,
  parameters: readonly unknown[] = [],
): IterableIterator<Row> {
  return connection.prepare(text).iterate(parameters) as IterableIterator<Row>;
}
