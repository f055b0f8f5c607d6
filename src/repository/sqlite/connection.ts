import { resolve } from 'node:path';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** Told of each SQL statement that is run, before it runs. */
export type StatementObserver = (sql: string) => void;

/** Measures SQL statements as they run. */
export interface StatementMeter<Begun = unknown> {
  begin(sql: string): Begun;
  /** How many rows it gave, and what it threw. */
  end(begun: Begun, rows: number, error?: unknown): void;
}

/** Who is told of statements. */
export interface Watchers {
  readonly observer?: StatementObserver | undefined;
  readonly meter?: StatementMeter | undefined;
}

/** How many prepared statements of each kind one connection keeps; the longest unused goes first. */
const KEPT_STATEMENTS = 256;

/**
 * Stands for the parameters of a statement that writes: it is run once with each of these. One statement that inserts many
 * rows has to be able to take back those before one that fails, for which SQLite copies every page that it writes to.
 */
export class Repeated {
  readonly sets: readonly (readonly unknown[])[];

  constructor(sets: readonly (readonly unknown[])[]) {
    this.sets = sets;
  }
}

/** One connection of node:sqlite in the shape that Kysely's SQLite dialect takes. */
export class NodeSqliteConnection implements SqliteDatabase {
  readonly #database: DatabaseSync;
  readonly #watchers: Watchers;
  readonly #kept = new Kept((sql) => new KeptStatement(this.#database.prepare(sql), sql, this.#watchers));
  readonly #keptForValues = new Kept((sql) => {
    const statement = this.#database.prepare(sql);
    statement.setReturnArrays(true);
    return statement;
  });

  constructor(
    file: string,
    options: Watchers & {
      readonly readOnly: boolean;
      /** Nobody can write the file: it is read without the files that SQLite shares with writers, which cannot be made. */
      readonly immutable?: boolean;
      /** No other process can have the file open, from the first statement on until this is closed. */
      readonly alone?: boolean;
    },
  ) {
    this.#database = new DatabaseSync(addressOf(file, options), {
      readOnly: options.readOnly,
      enableForeignKeyConstraints: true,
      // Readers never meet a lock on WAL; the writer waits for one without blocking the event loop (see dialect.ts).
      timeout: 0,
    });
    this.#watchers = options;
  }

  /** Runs statements that give nothing back, such as a script of definitions. */
  exec(sql: string): void {
    this.#database.exec(sql);
  }

  /** Lets SQL call a function of one argument; what it throws ends the statement and comes out of it as it is. */
  define(name: string, work: (argument: SQLOutputValue) => SQLInputValue): void {
    this.#database.function(name, work);
  }

  prepare(sql: string): SqliteStatement {
    return this.#kept.get(sql);
  }

  /** The rows that a statement gives, each as the list of its values: half the work of objects with names. */
  values(sql: string, parameters: readonly unknown[]): unknown[][] {
    const run = () => this.#keptForValues.get(sql).all(...parameters.map(bindable)) as unknown as unknown[][];
    return watched(this.#watchers, sql, run, rowsOf);
  }

  close(): void {
    this.#kept.clear();
    this.#keptForValues.clear();
    if (this.#database.isOpen) this.#database.close();
  }
}

/** Keeps what was made of SQL texts, as long as they are in use. */
class Kept<Statement> {
  readonly #make: (sql: string) => Statement;
  readonly #statements = new Map<string, Statement>();

  constructor(make: (sql: string) => Statement) {
    this.#make = make;
  }

  get(sql: string): Statement {
    const statement = this.#statements.get(sql) ?? this.#make(sql);
    this.#statements.delete(sql);
    this.#statements.set(sql, statement);
    if (this.#statements.size > KEPT_STATEMENTS) {
      for (const oldest of this.#statements.keys()) {
        this.#statements.delete(oldest);
        break;
      }
    }
    return statement;
  }

  clear(): void {
    this.#statements.clear();
  }
}

interface Written {
  readonly changes: number | bigint;
  readonly lastInsertRowid: number | bigint;
}

class KeptStatement implements SqliteStatement {
  readonly reader: boolean;
  readonly #statement: StatementSync;
  readonly #sql: string;
  readonly #watchers: Watchers;

  constructor(statement: StatementSync, sql: string, watchers: Watchers) {
    this.reader = statement.columns().length > 0;
    // What writes tells the number of the last row, be it one that FTS5 keeps for itself: those exceed what a number holds.
    if (!this.reader) statement.setReadBigInts(true);
    this.#statement = statement;
    this.#sql = sql;
    this.#watchers = watchers;
  }

  all(parameters: readonly unknown[]): unknown[] {
    return watched(this.#watchers, this.#sql, () => this.#statement.all(...parameters.map(bindable)), rowsOf);
  }

  run(parameters: readonly unknown[]): Written {
    const [first] = parameters;
    return watched(
      this.#watchers,
      this.#sql,
      () => (first instanceof Repeated ? this.#runEach(first) : this.#runOnce(parameters)),
      () => 0,
    );
  }

  #runOnce(parameters: readonly unknown[]): Written {
    return this.#statement.run(...parameters.map(bindable));
  }

  /** How many rows all runs changed, and the number of the last row. */
  #runEach({ sets }: Repeated): Written {
    let changes = 0n;
    let lastInsertRowid: Written['lastInsertRowid'] = 0n;
    for (const parameters of sets) {
      const written = this.#runOnce(parameters);
      changes += BigInt(written.changes);
      lastInsertRowid = written.lastInsertRowid;
    }
    return { changes, lastInsertRowid };
  }

  iterate(parameters: readonly unknown[]): IterableIterator<unknown> {
    this.#watchers.observer?.(this.#sql);
    return this.#statement.iterate(...parameters.map(bindable));
  }
}

function addressOf(file: string, { immutable, alone }: { immutable?: boolean; alone?: boolean }): string | URL {
  const url = pathToFileURL(resolve(file));
  if (immutable) url.searchParams.set('immutable', '1');
  // Takes its lock on what is no database, too, which no statement would come to.
  else if (alone && process.platform !== 'win32') url.searchParams.set('vfs', 'unix-excl');
  else return file;
  return url;
}

function watched<Result>(
  { observer, meter }: Watchers,
  sql: string,
  run: () => Result,
  rows: (result: Result) => number,
): Result {
  observer?.(sql);
  if (meter === undefined) return run();
  const begun = meter.begin(sql);
  try {
    const result = run();
    meter.end(begun, rows(result));
    return result;
  } catch (error) {
    meter.end(begun, 0, error);
    throw error;
  }
}

function rowsOf({ length }: readonly unknown[]): number {
  return length;
}

/** node:sqlite takes an object in the first place for named parameters and binds NULL: refuse what SQLite has no type for. */
function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`SQLite cannot store a value of type ${typeof value}.`);
}
