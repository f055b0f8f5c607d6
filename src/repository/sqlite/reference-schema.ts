import { Kysely } from 'kysely';
import { NodeSqliteConnection } from './connection.js';
import { StoreDialect } from './dialect.js';
import { ensureIndexes } from './indexes.js';
import { migrate } from './migrate.js';
import type { Tables } from './tables.js';

/** One table, index, trigger or view. */
export interface SchemaObject {
  readonly name: string;
  readonly type: string;
  /** The table that it belongs to. */
  readonly table: string;
  /** How it was made; null for what SQLite makes by itself. */
  readonly sql: string | null;
}

const SCHEMA = 'select name, type, tbl_name as "table", sql from sqlite_schema order by rowid';

export function schemaOf(connection: NodeSqliteConnection): SchemaObject[] {
  return connection.prepare(SCHEMA).all([]) as SchemaObject[];
}

/** That a column names rows of another table. */
export interface ColumnReference {
  readonly table: string;
  readonly column: string;
  readonly parent: string;
  readonly parentColumn: string;
}

/** The schema that the migrations of this version make, with the indexes of lists, in the order of making. */
export function referenceSchema(): Promise<SchemaObject[]> {
  return withReference(schemaOf);
}

/** The foreign keys of that schema. One that names no column means the key of the other table. */
export function referenceForeignKeys(): Promise<ColumnReference[]> {
  return withReference((connection) => {
    const text = `select t.name as "table", k."from" as "column", k."table" as parent, coalesce(k."to", 'id') as parentColumn
      from sqlite_schema t join pragma_foreign_key_list(t.name) k where t.type = 'table' order by t.rowid, k.id`;
    return connection.prepare(text).all([]) as ColumnReference[];
  });
}

async function withReference<Result>(read: (connection: NodeSqliteConnection) => Result): Promise<Result> {
  const connection = new NodeSqliteConnection(':memory:', { readOnly: false });
  const db = new Kysely<Tables>({ dialect: new StoreDialect({ database: connection }) });
  try {
    await migrate(db, ':memory:');
    await ensureIndexes(db);
    return read(connection);
  } finally {
    await db.destroy();
  }
}

/** Tables that are wholly made of others, so that they can be made anew. */
export const DERIVED_TABLES: ReadonlySet<string> = new Set([
  'known_name',
  'match_name',
  'about',
  'candidate',
  'conflict',
]);

/** Whether a table belongs to another, virtual one, or to who keeps the migrations: how it is made is theirs to say. */
export function isOthers({ name, sql }: SchemaObject): boolean {
  return /^(?:sqlite_|kysely_)/u.test(name) || (name.startsWith('search_') && !isVirtual(sql));
}

export function isVirtual(sql: string | null): boolean {
  return /^create virtual table/iu.test(sql ?? '');
}

/** Whether two objects are made the same way, line breaks and letter case of SQL aside. */
export function isSameObject(one: SchemaObject, other: SchemaObject): boolean {
  return one.type === other.type && one.table === other.table && (isOthers(one) || plain(one.sql) === plain(other.sql));
}

function plain(sql: string | null): string | null {
  return sql === null ? null : sql.replace(/\s+/gu, ' ').replace(/ ?([(),]) ?/gu, '$1');
}

/** Whether an object can be made anew without anything being lost. */
export function isRebuildable({ type, name, sql }: SchemaObject): boolean {
  if (type === 'index') return sql !== null;
  return type === 'trigger' || isVirtual(sql) || DERIVED_TABLES.has(name) || name.startsWith('search_');
}
