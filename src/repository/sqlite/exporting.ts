import { Kysely, sql, type Transaction } from 'kysely';
import type { Id } from '../../domain/identity.js';
import type { StoredType } from '../desk.js';
import { EXPORTED_TYPES, type ExportedType, type RecordLine } from '../record-line.js';
import { changeFilesOf } from './desk/change-store.js';
import { RECORD_STORES } from './desk/record-stores.js';
import type { IdentityCandidateTable } from './desk-tables.js';
import { StoreDialect } from './dialect.js';
import { storeError } from './errors.js';
import { IDENTITY_CANDIDATES } from './identity-candidates.js';
import { openReading } from './open-reading.js';
import type { Tables } from './tables.js';

/** How many records are read at once. */
const PAGE = 500;

/** How SQL gives the keys of a type’s records, in the order of storing. */
const KEYS_OF: Readonly<Record<ExportedType, string>> = {
  Publisher: 'select rowid as place, id as key from publisher',
  Topic: 'select rowid as place, id as key from topic',
  Place: 'select rowid as place, id as key from place',
  Organization: 'select seq as place, id as key from organization',
  Person: 'select seq as place, id as key from person',
  Role: 'select position as place, json_array(person_id, title_key, organization_id) as key from role',
  Relationship: 'select position as place, json_array(person_id, kind, other_id) as key from relationship',
  Metric: 'select rowid as place, id as key from metric',
  Article: 'select seq as place, id as key from article',
  ArticleRevision: 'select rowid as place, id as key from article_revision',
  Appearance: 'select rowid as place, json_array(article_id, subject_id) as key from appearance',
  Unresolved: 'select seq as place, id as key from article where id in (select article_id from unresolved)',
  UnnamedSource: 'select rowid as place, id as key from unnamed_source',
  Statement: 'select seq as place, id as key from statement',
  Statistic: 'select seq as place, id as key from statistic',
  StatementRelation: 'select rowid as place, id as key from relation',
  IdentityCandidate: 'select rowid as place, id as key from identity_candidate',
  Change: 'select seq as place, id as key from change',
};

/** Gives every record of a store as it is at one moment, whoever writes meanwhile. */
export async function* exportRecords(file: string): AsyncGenerator<RecordLine, void, undefined> {
  const db = new Kysely<Tables>({ dialect: new StoreDialect({ database: openReading(file) }) });
  try {
    // A connection that only reads cannot take the write lock, with which the dialect's own transactions begin.
    const snapshot = db as unknown as Transaction<Tables>;
    await sql`begin`.execute(db);
    for (const type of EXPORTED_TYPES) yield* recordsOf(snapshot, type);
  } catch (error) {
    throw storeError(file, error);
  } finally {
    await db.destroy();
  }
}

async function* recordsOf(db: Transaction<Tables>, type: ExportedType): AsyncGenerator<RecordLine, void, undefined> {
  let place = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const { rows } = await sql<{ place: number; key: string }>`select * from (${sql.raw(KEYS_OF[type])})
      where place > ${place} order by place limit ${PAGE}`.execute(db);
    const last = rows.at(-1);
    if (last === undefined) return;
    place = last.place;
    for (const record of await readAll(
      db,
      type,
      rows.map(({ key }) => key),
    )) {
      if (record !== undefined) yield { type, record } as RecordLine;
    }
  }
}

async function readAll(db: Transaction<Tables>, type: ExportedType, keys: readonly string[]) {
  if (type === 'Change') {
    const files = await changeFilesOf(db, keys as Id<'Change'>[]);
    return files.map((file) => file && { ...file.change, patches: file.patches });
  }
  if (type !== 'IdentityCandidate') return RECORD_STORES[type as StoredType].read(db, keys);
  const { rows } = await sql<IdentityCandidateTable>`select n.* from json_each(${JSON.stringify(keys)}) o
    join identity_candidate n on n.id = o.value order by o.key`.execute(db);
  return rows.map(IDENTITY_CANDIDATES.mapping.toNode);
}
