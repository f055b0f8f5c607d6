import { type RawBuilder, sql } from 'kysely';

/**
 * `limit`, as a sum: where a parameter stands there alone, SQLite looks at its value to plan, and prepares the statement anew
 * each time that it is bound, which takes longer than running a short one.
 */
export function atMost(rows: number): RawBuilder<unknown> {
  return sql`limit ${rows} + 0`;
}
