import type { Insertable, Transaction } from 'kysely';
import { runEach } from './run-each.js';
import type { Tables } from './tables.js';

/** What to do with a row whose key is there already: refuse it, leave what is there as it is, or take its place (by id). */
type OnConflict = 'refuse' | 'keep' | 'replace';

/** The statements that insert into a table, with the columns in the order in which they are bound. */
const STATEMENTS = new Map<string, { readonly columns: readonly string[]; readonly text: string }>();

/** As `insertRows`, for one row. */
export async function insertRow<Name extends keyof Tables>(
  db: Transaction<Tables>,
  table: Name,
  row: Insertable<Tables[Name]>,
  onConflict: OnConflict = 'refuse',
): Promise<void> {
  await insertRows(db, table, [row], onConflict);
}

/**
 * Inserts rows and gives their numbers, in their order; where a row may be there already they mean nothing. Storing an
 * article is mostly this, a hundred rows of a dozen tables, so the text of the statement is made once for each table,
 * where Kysely would build it anew for each row. All rows of a table have the same columns.
 */
export async function insertRows<Name extends keyof Tables>(
  db: Transaction<Tables>,
  table: Name,
  rows: readonly Insertable<Tables[Name]>[],
  onConflict: OnConflict = 'refuse',
): Promise<number[]> {
  const [first] = rows;
  if (first === undefined) return [];
  const { columns, text } = statementFor(table, first, onConflict);
  const values = rows.map((row) => columns.map((column): unknown => Reflect.get(row, column)));
  // Nobody else writes meanwhile: rows are numbered one after the other.
  const last = await runEach(db, text, values);
  return rows.map((_, index) => last - rows.length + 1 + index);
}

function statementFor(table: string, row: object, onConflict: OnConflict) {
  const name = `${table} ${onConflict}`;
  const known = STATEMENTS.get(name);
  if (known !== undefined) return known;
  const columns = Object.keys(row);
  const names = columns.map((column) => `"${column}"`).join(', ');
  const text = `insert into ${table} (${names}) values (${columns.map(() => '?').join(', ')})${
    onConflict === 'refuse' ? '' : onConflict === 'keep' ? ' on conflict do nothing' : replacing(columns)
  }`;
  const statement = { columns, text };
  STATEMENTS.set(name, statement);
  return statement;
}

function replacing(columns: readonly string[]): string {
  const values = columns.filter((column) => column !== 'id').map((column) => `"${column}" = excluded."${column}"`);
  return ` on conflict (id) do update set ${values.join(', ')}`;
}
