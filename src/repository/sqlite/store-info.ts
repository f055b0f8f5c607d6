import { Kysely } from 'kysely';
import { OnRecordError } from '../../domain/errors.js';
import { StoreDialect } from './dialect.js';
import { storeError } from './errors.js';
import { pendingMigrations } from './migrate.js';
import { openReading } from './open-reading.js';
import { whenUnlocked } from './patience.js';
import type { Tables } from './tables.js';

export interface StoreInfo {
  readonly articles: number;
  /** The migrations that it lacks. */
  readonly pending: readonly string[];
}

/** Looks whether a file is a store that this version can use, and how much is in it. Throws an OnRecordError where it is none. */
export async function storeInfo(file: string): Promise<StoreInfo> {
  let db: Kysely<Tables> | undefined;
  try {
    const connection = await whenUnlocked(() => openReading(file));
    db = new Kysely<Tables>({ dialect: new StoreDialect({ database: connection }) });
    const pending = await pendingMigrations(db, file);
    if (pending.includes(FIRST)) {
      throw new OnRecordError('STORE_UNAVAILABLE', `The file ${file} is empty, and not a store of On Record.`);
    }
    const { articles } = await db
      .selectFrom('article')
      .select(({ fn }) => fn.countAll<number>().as('articles'))
      .executeTakeFirstOrThrow();
    return { articles, pending };
  } catch (error) {
    throw storeError(file, error);
  } finally {
    await db?.destroy();
  }
}

/** The migration without which there is nothing. */
const FIRST = '0001-store';
