import { CompiledQuery, type Transaction } from 'kysely';
import { Repeated } from './connection.js';
import type { Tables } from './tables.js';

/** How often a statement is run before others are let in (see dialect.ts). */
const MOST_RUNS = 16;

/** Runs a statement that writes once with each set of parameters. Gives the number of the last row that it inserted. */
export async function runEach(
  db: Transaction<Tables>,
  text: string,
  sets: readonly (readonly unknown[])[],
): Promise<number> {
  let last = 0;
  for (let first = 0; first < sets.length; first += MOST_RUNS) {
    const some = new Repeated(sets.slice(first, first + MOST_RUNS));
    const { insertId } = await db.executeQuery(CompiledQuery.raw(text, [some]));
    last = Number(insertId ?? 0);
  }
  return last;
}
