import { OnRecordError } from '../../domain/errors.js';
import type { StoredType } from '../desk.js';
import { EXPORTED_TYPES, type RecordLine } from '../record-line.js';
import { RecordTables } from './record-tables.js';
import type { Tables } from './tables.js';

/** Every record of the tables, in the order in which they are exported. */
export function* recordLines(tables: Tables): Generator<RecordLine, void, undefined> {
  const records = new RecordTables(tables);
  for (const type of EXPORTED_TYPES) {
    if (type === 'Change') yield* changeLines(tables);
    else if (type === 'IdentityCandidate') {
      for (const record of tables.identityCandidates.values()) yield { type, record };
    } else {
      for (const record of records.all(type)) yield { type, record };
    }
  }
}

function* changeLines({ changes, patches }: Tables): Generator<RecordLine, void, undefined> {
  for (const change of changes.values()) {
    yield { type: 'Change', record: { ...change, patches: patches.get(change.id) ?? [] } };
  }
}

/** Puts exported records into empty tables; gives how many there were. */
export async function importLines(tables: Tables, lines: AsyncIterable<RecordLine>): Promise<number> {
  if (tables.articles.size > 0 || tables.publishers.size > 0) {
    throw new OnRecordError('CONFLICT', 'The store has records already; import into a new one (--store).');
  }
  const records = new RecordTables(tables);
  let count = 0;
  for await (const { type, record } of lines) {
    if ('patches' in record) {
      const { patches, ...change } = record;
      tables.changes.set(change.id, change);
      tables.patches.set(change.id, patches);
    } else if ('personIds' in record) tables.identityCandidates.set(record.id, record);
    else records.set(type as StoredType, record);
    count++;
  }
  return count;
}
