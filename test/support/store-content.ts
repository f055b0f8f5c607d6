import { DatabaseSync } from 'node:sqlite';

/** The columns that say when a row was written; everything else comes from the articles alone. */
const TIMES = ['updated_at', 'stored_at', 'recorded_at', 'timestamp'];

/** All that a store's file holds, table by table, but for the times of writing. */
export function contentOf(file: string): Record<string, string[]> {
  return reading(file, (database) =>
    Object.fromEntries(tablesOf(database).map((table) => [table, rowsOf(database, table)])),
  );
}

/** What SQLite finds wrong with a store's file: damaged pages and references that lead nowhere. */
export function damageOf(file: string): unknown[] {
  return reading(file, (database) => [
    ...database
      .prepare('pragma integrity_check')
      .all()
      .filter((row) => row['integrity_check'] !== 'ok'),
    ...database.prepare('pragma foreign_key_check').all(),
  ]);
}

function reading<Result>(file: string, read: (database: DatabaseSync) => Result): Result {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return read(database);
  } finally {
    database.close();
  }
}

function tablesOf(database: DatabaseSync): string[] {
  const rows = database.prepare(`select name from sqlite_schema where type = 'table' order by name`).all();
  return rows.map(({ name }) => String(name));
}

function rowsOf(database: DatabaseSync, table: string): string[] {
  const statement = database.prepare(`select * from "${table}"`);
  // The tables of the search index have keys beyond what a number holds exactly.
  statement.setReadBigInts(true);
  return statement
    .all()
    .map((row) => JSON.stringify(row, (key, value) => (TIMES.includes(key) ? undefined : plain(value))))
    .sort();
}

function plain(value: unknown): unknown {
  if (typeof value !== 'bigint') return value;
  return BigInt(Number(value)) === value ? Number(value) : String(value);
}
