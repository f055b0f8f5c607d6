import { setImmediate } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely';
import { isWithoutTransaction } from './errors.js';
import { whenUnlocked } from './patience.js';

/** Kysely's SQLite dialect with transactions that take the write lock when they begin. */
export class StoreDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#config);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/** How long a transaction keeps the thread before others are let in, in milliseconds. */
const TURN = 5;

/** Begins transactions with the write lock in hand, so that what a transaction reads cannot change before it writes. */
class ImmediateDriver extends SqliteDriver {
  #connection: SharingConnection | undefined;

  override async acquireConnection(): Promise<SharingConnection> {
    this.#connection ??= new SharingConnection(await super.acquireConnection());
    return this.#connection;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await whenUnlocked(() => connection.executeQuery(CompiledQuery.raw('begin immediate')));
    this.#connection?.begin();
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    this.#connection?.end();
    await super.commitTransaction(connection);
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    this.#connection?.end();
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      // When the disk is full SQLite rolls back by itself; what is to be told is that, not that nothing is left to do.
      if (!isWithoutTransaction(error)) throw error;
    }
  }
}

/**
 * A connection whose transactions let others in between two statements: SQLite answers at once, so that a transaction of
 * thousands of statements would stop whatever else the process does. Nobody else gets the connection until it is over.
 */
class SharingConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection;
  /** When its turn began, in milliseconds; undefined outside of transactions. */
  #turn: number | undefined;

  constructor(connection: DatabaseConnection) {
    this.#connection = connection;
  }

  begin(): void {
    this.#turn = performance.now();
  }

  end(): void {
    this.#turn = undefined;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#turn !== undefined && performance.now() - this.#turn > TURN) {
      await setImmediate();
      this.#turn = performance.now();
    }
    return this.#connection.executeQuery<Row>(query);
  }

  streamQuery<Row>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.#connection.streamQuery<Row>(query, chunkSize);
  }
}

/** Lets migrations run in a transaction: killed half-way they leave nothing, and the write lock keeps a second one out. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
