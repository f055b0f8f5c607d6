import { type CompiledQuery, Kysely, type RawBuilder } from 'kysely';
import { OnRecordError } from '../../domain/errors.js';
import { type StoreTime, storeTimeOf } from '../store-time.js';
import type { NodeSqliteConnection, Watchers } from './connection.js';
import { StoreDialect } from './dialect.js';
import { storeError } from './errors.js';
import { IN_TIME } from './in-time.js';
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
  /** What is left to the request for which a statement runs at the moment. */
  #time: StoreTime | undefined;
  #closed = false;

  constructor(file: string, watchers: Watchers = {}) {
    this.#file = file;
    this.#connection = openReading(file, watchers);
    this.#connection.exec(SETTINGS);
    this.#connection.define(IN_TIME, (_row) => {
      this.#time?.check();
      return 1;
    });
    this.#db = new Kysely({ dialect: new StoreDialect({ database: this.#connection }) });
  }

  /** The rows that a query gives. */
  async all<Row>(query: RawBuilder<Row>, signal?: AbortSignal): Promise<Row[]> {
    const { sql, parameters } = this.compile(query);
    return this.#answer(() => this.#connection.prepare(sql).all(parameters) as Row[], signal);
  }

  /** The rows that a compiled query gives, each as the list of its values. */
  async values({ sql, parameters }: SqlText, signal?: AbortSignal): Promise<unknown[][]> {
    return this.#answer(() => this.#connection.values(sql, parameters), signal);
  }

  /**
   * Answers at once, as `node:sqlite` does: an abort is heeded where a caller lets others in between statements, and within one
   * nothing but how long the store may work for a request.
   */
  #answer<Rows>(ask: () => Rows, signal: AbortSignal | undefined): Rows {
    signal?.throwIfAborted();
    this.refuseWhenClosed();
    const time = storeTimeOf(signal);
    this.#time = time;
    try {
      return time === undefined ? ask() : time.spend(ask);
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
