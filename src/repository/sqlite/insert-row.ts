import { CompiledQuery, type Insertable, type Transaction } from 'kysely';
import type { Tables } from './tables.js';

/** What to do with a row whose key is there already: refuse it, leave what is there as it is, or take its place (by id). */
type OnConflict = 'refuse' | 'keep' | 'replace';

/** The statements that insert into a table, with the columns in the order in which they are bound. */
const STATEMENTS = new Map<string, { readonly columns: readonly string[]; readonly text: string }>();

/**
 * Inserts a row and gives its number (of one that took another’s place, none that means anything). Storing an article is mostly this, a hundred times over, so the text of the
 * statement is made once for each table, where Kysely would build it anew for each row. All rows of a table have the same
 * columns.
 */
export async function insertRow<Name extends keyof Tables>(
  db: Transaction<Tables>,
  table: Name,
  row: Insertable<Tables[Name]>,
  onConflict: OnConflict = 'refuse',
): Promise<number> {
  const { columns, text } = statementFor(table, row, onConflict);
  const values = columns.map((column): unknown => Reflect.get(row, column));
  const { insertId } = await db.executeQuery(CompiledQuery.raw(text, values));
  return Number(insertId ?? 0);
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
