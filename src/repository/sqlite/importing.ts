import { type Kysely, sql, type Transaction } from 'kysely';
import { OnRecordError } from '../../domain/errors.js';
import type { StoredRecords, StoredType } from '../desk.js';
import type { ExportedRecords, RecordLine } from '../record-line.js';
import { addChange, markUndone } from './desk/change-store.js';
import type { DeskContext, RecordStore } from './desk/record-store.js';
import { RECORD_STORES } from './desk/record-stores.js';
import { insertRow } from './insert-row.js';
import { recountStatements } from './recount-statements.js';
import { SearchDocuments } from './search-documents.js';
import type { Tables } from './tables.js';

/** After how many records search is told of those that came. */
const GATHERED = 2000;

/**
 * Puts records down as they are, times included, in one transaction. Throws an OnRecordError (CONFLICT) where the store
 * has articles already, and (BAD_USER_INPUT) where a record cannot be stored.
 */
export function importRecords(db: Kysely<Tables>, lines: AsyncIterable<RecordLine>): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    await sql`pragma defer_foreign_keys = on`.execute(transaction);
    await refuseUnlessEmpty(transaction);
    const speakers = new Set<string>();
    const context: DeskContext = {
      db: transaction,
      documents: new SearchDocuments(transaction),
      // Articles keep the times that they come with.
      touch: () => undefined,
      recount: (speaker) => speaker !== null && speakers.add(speaker),
    };
    let count = 0;
    for await (const line of lines) {
      await putLine(context, line).catch((error: unknown) => refuseLine(line, count + 1, error));
      if (++count % GATHERED === 0) await context.documents.write();
    }
    await recountStatements(transaction, speakers);
    await context.documents.write();
    return count;
  });
}

async function refuseUnlessEmpty(db: Transaction<Tables>): Promise<void> {
  const { rows } = await sql`select 1 from article union all select 1 from publisher limit 1`.execute(db);
  if (rows.length === 0) return;
  throw new OnRecordError('CONFLICT', 'The store has records already; import into a new one (--store).');
}

/** SQLite's primary result code for a record that breaks a rule of its table. */
const CONSTRAINT = 19;

/** Says which record cannot be stored, unless it is the store that cannot. */
function refuseLine({ type }: RecordLine, number: number, error: unknown): never {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : CONSTRAINT;
  if (error instanceof OnRecordError || code !== CONSTRAINT) throw error;
  const reason = error instanceof Error ? error.message : String(error);
  throw new OnRecordError('BAD_USER_INPUT', `The record ${number}, of type ${type}, cannot be stored: ${reason}.`, {
    cause: error,
  });
}

async function putLine(context: DeskContext, line: RecordLine): Promise<void> {
  if (isOf(line, 'Change')) return putChange(context, line.record);
  if (isOf(line, 'IdentityCandidate')) {
    const { id, personIds, why, score } = line.record;
    await insertRow(context.db, 'identity_candidate', {
      ...{ id, person_id: personIds[0], other_id: personIds[1], why, score },
    });
    return;
  }
  const store: RecordStore<StoredRecords[StoredType]> = RECORD_STORES[line.type as StoredType];
  await store.write(context, line.record as StoredRecords[StoredType]);
}

function isOf<Type extends keyof ExportedRecords>(line: RecordLine, type: Type): line is RecordLine<Type> {
  return line.type === type;
}

async function putChange({ db }: DeskContext, { patches, ...change }: ExportedRecords['Change']): Promise<void> {
  await addChange(db, { change: { ...change, undoneById: null }, patches });
  // The change that took it back comes later.
  await markUndone(db, change.id, change.undoneById);
}
