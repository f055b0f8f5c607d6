import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Id } from '../../../domain/identity.js';
import { groupByOwner } from '../reader.js';
import type { SearchDocuments } from '../search-documents.js';
import type { Tables } from '../tables.js';

/** What the stores of one transaction share. */
export interface DeskContext {
  readonly db: Transaction<Tables>;
  readonly documents: SearchDocuments;
  /** Something that belongs to the article changed: it counts as updated. */
  touch(articleId: Id<'Article'>): void;
  /** What is listed of somebody’s statements may have changed: they are counted anew. */
  recount(speakerId: string | null): void;
}

/** How the records of one type are read and written, with all that is derived from them. */
export interface RecordStore<Stored> {
  /** The records of these keys, in their order. */
  read(db: Transaction<Tables>, keys: readonly string[]): Promise<(Stored | undefined)[]>;
  write(context: DeskContext, record: Stored): Promise<void>;
  remove(context: DeskContext, key: string): Promise<void>;
}

/** Reads a table’s records by id, in one statement. */
export function readById<Row extends object, Stored>(
  table: keyof Tables,
  toRecord: (row: Row) => Stored,
  /** What to select besides the columns of the table, which goes by the name `n`. */
  beside = '',
): RecordStore<Stored>['read'] {
  const columns = sql.raw(beside === '' ? 'n.*' : `n.*, ${beside}`);
  return async (db, keys) => {
    const { rows } = await sql<Row & { owner: number }>`select o.key as owner, ${columns}
      from json_each(${JSON.stringify(keys)}) o join ${sql.table(table)} n on n.id = o.value`.execute(db);
    return groupByOwner(keys.length, rows).map(([row]) => (row === undefined ? undefined : toRecord(row)));
  };
}

/** Reads the records that are known by more than an id, one after the other. */
export function readWhere<Row, Stored>(
  table: keyof Tables,
  isRow: (key: string) => RawBuilder<unknown>,
  toRecord: (row: Row) => Stored,
): RecordStore<Stored>['read'] {
  return async (db, keys) => {
    const found: (Stored | undefined)[] = [];
    for (const key of keys) {
      const { rows } = await sql<Row>`select * from ${sql.table(table)} where ${isRow(key)}`.execute(db);
      found.push(rows[0] && toRecord(rows[0]));
    }
    return found;
  };
}

export async function removeById({ db }: DeskContext, table: keyof Tables, id: string): Promise<void> {
  await sql`delete from ${sql.table(table)} where id = ${id}`.execute(db);
}
