import { type CompiledQuery, Kysely, type RawBuilder } from 'kysely';
import { OnRecordError } from '../../domain/errors.js';
import type { NodeSqliteConnection, Watchers } from './connection.js';
import { StoreDialect } from './dialect.js';
import { storeError } from './errors.js';
import { openReading } from './open-reading.js';
import type { Tables } from './tables.js';

/** SQL with what its placeholders stand for. */
export type SqlText = Pick<CompiledQuery, 'sql' | 'parameters'>;

/** Of the store, 16 MiB are kept at hand: what SQLite keeps by itself is less than one page of lists goes through. */
const SETTINGS = 'pragma cache_size = -16384';

/** Asks the store, on a connection of its own that cannot write and that no writer blocks. */
export class Reader {
  readonly #file: string;
  readonly #connection: NodeSqliteConnection;
  readonly #db: Kysely<Tables>;
  #closed = false;

  constructor(file: string, watchers: Watchers = {}) {
    this.#file = file;
    this.#connection = openReading(file, watchers);
    this.#connection.exec(SETTINGS);
    this.#db = new Kysely({ dialect: new StoreDialect({ database: this.#connection }) });
  }

  /** The rows that a query gives. `node:sqlite` answers at once, so an abort is heeded where a caller lets others in between statements. */
  async all<Row>(query: RawBuilder<Row>, signal?: AbortSignal): Promise<Row[]> {
    signal?.throwIfAborted();
    this.refuseWhenClosed();
    try {
      return (await query.execute(this.#db)).rows;
    } catch (error) {
      throw storeError(this.#file, error);
    }
  }

  /** The rows that a compiled query gives, each as the list of its values. */
  async values({ sql, parameters }: SqlText, signal?: AbortSignal): Promise<unknown[][]> {
    signal?.throwIfAborted();
    this.refuseWhenClosed();
    try {
      return this.#connection.values(sql, parameters);
    } catch (error) {
      throw storeError(this.#file, error);
    }
  }

  compile(query: RawBuilder<unknown>): SqlText {
    return query.compile(this.#db);
  }

  /** Throws an OnRecordError (STORE_UNAVAILABLE) once the store is closed. */
  refuseWhenClosed(): void {
    if (this.#closed) throw new OnRecordError('STORE_UNAVAILABLE', 'The store is closed.');
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#db.destroy();
    // Kysely leaves a connection open on which it was asked nothing.
    this.#connection.close();
  }
}

/**
 * Puts rows that carry the index of the key they answer (`owner`) in the order of the keys; keys without a row keep an
 * empty list.
 */
export function groupByOwner<Row extends { readonly owner: number }>(owners: number, rows: readonly Row[]): Row[][] {
  const groups: Row[][] = Array.from({ length: owners }, () => []);
  for (const row of rows) groups[row.owner]?.push(row);
  return groups;
}
