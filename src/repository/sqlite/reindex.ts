import { type Kysely, sql, type Transaction } from 'kysely';
import { OnRecordError } from '../../domain/errors.js';
import { reasonOf } from './check/reason.js';
import type { NodeSqliteConnection } from './connection.js';
import { isFromSqlite, storeError } from './errors.js';
import { ensureIndexes } from './indexes.js';
import { migrate } from './migrate.js';
import { refuseMissing } from './open-reading.js';
import { BULK, openWriterWith } from './open-writer.js';
import { rebuildSchema } from './rebuild-schema.js';
import { deriveColumns, deriveRows } from './rederive.js';
import { referenceSchema } from './reference-schema.js';
import { SearchDocuments } from './search-documents.js';
import { DOCUMENT_SOURCES, documentsOf } from './stored-documents.js';
import type { Tables } from './tables.js';

/** What was made anew. */
export interface Reindexed {
  /** Tables, indexes and triggers that were missing or not as they ought to be. */
  readonly objects: readonly string[];
  /** Derived values that were wrong. */
  readonly values: number;
  readonly documents: number;
}

/** How many documents are gathered before they are written. */
const GATHERED = 1000;

/**
 * Makes anew whatever follows from the records: indexes, derived columns and tables, the search index. Each step is a
 * transaction, so that a store whose reindexing is killed is whole, and some of it old. Throws an OnRecordError where the
 * store cannot be written.
 */
export async function reindexStore(file: string): Promise<Reindexed> {
  refuseMissing(file);
  const { db, connection } = await openWriterWith(file, BULK);
  try {
    await migrate(db, file);
    const reference = await referenceSchema();
    const objects = await db.transaction().execute(async () => rebuildSchema(connection, reference));
    let values = await db.transaction().execute(async () => deriveColumns(connection));
    values += await db.transaction().execute((transaction) => deriveRows(transaction, connection));
    const documents = await searchAnew(db, connection);
    await sql`reindex`.execute(db);
    await ensureIndexes(db);
    return { objects, values, documents };
  } catch (error) {
    throw unreadable(file, error);
  } finally {
    await db.destroy();
  }
}

/** Part by part of the search index, takes out all that is in it and puts in all that ought to be. */
async function searchAnew(db: Kysely<Tables>, connection: NodeSqliteConnection): Promise<number> {
  let count = 0;
  for (const source of DOCUMENT_SOURCES) {
    await db.transaction().execute(async (transaction: Transaction<Tables>) => {
      for (const index of source.indexes) connection.exec(`insert into ${index} (${index}) values ('delete-all')`);
      const documents = new SearchDocuments(transaction);
      for (const document of documentsOf(connection, source)) {
        documents.add(document);
        if (++count % GATHERED === 0) await documents.write();
      }
      await documents.write();
    });
  }
  return count;
}

/** Of what cannot be read, be it that JSON is broken or that a part of the search index is, nothing can be made. */
function unreadable(file: string, error: unknown): unknown {
  const known = storeError(file, error);
  if (known !== error || !(error instanceof SyntaxError || isFromSqlite(error))) return known;
  const message = `The store ${file} cannot be indexed anew: ${reasonOf(error)} “onrecord check” says where; restore a backup.`;
  return new OnRecordError('STORE_UNAVAILABLE', message, { cause: error });
}
