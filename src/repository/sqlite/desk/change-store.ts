import { sql, type Transaction } from 'kysely';
import { type Change, READING_ACTIONS } from '../../../domain/change.js';
import type { Id } from '../../../domain/identity.js';
import type { ChangeFile, Fields, RecordKey, RecordPatch } from '../../desk.js';
import type { ChangePatchTable } from '../desk-tables.js';
import { insertRow } from '../insert-row.js';
import { CHANGE_TARGETS, type ChangeRow, changeRow, toChange } from '../rows/change.js';
import type { Tables } from '../tables.js';
import { readById } from './record-store.js';

const readChanges = readById<ChangeRow, Change>('change', toChange, CHANGE_TARGETS);

export async function addChange(db: Transaction<Tables>, { change, patches }: ChangeFile): Promise<void> {
  await insertRow(db, 'change', changeRow(change));
  for (const [position, targetId] of change.targetIds.entries()) {
    await insertRow(db, 'change_target', { change_id: change.id, position, target_id: targetId });
  }
  for (const [position, { type, key, before, after }] of patches.entries()) {
    const fields = { before: before && JSON.stringify(before), after: after && JSON.stringify(after) };
    await insertRow(db, 'change_patch', { change_id: change.id, position, type, key, ...fields });
  }
}

export async function changeFilesOf(
  db: Transaction<Tables>,
  ids: readonly Id<'Change'>[],
): Promise<(ChangeFile | undefined)[]> {
  const files: (ChangeFile | undefined)[] = [];
  for (const change of await readChanges(db, ids))
    files.push(change && { change, patches: await patchesOf(db, change) });
  return files;
}

async function patchesOf(db: Transaction<Tables>, { id }: Change): Promise<RecordPatch[]> {
  const { rows } = await sql<ChangePatchTable>`select * from change_patch where change_id = ${id}
    order by position`.execute(db);
  return rows.map(({ type, key, before, after }) => ({ type, key, before: toFields(before), after: toFields(after) }));
}

function toFields(json: string | null): Fields | null {
  return json === null ? null : JSON.parse(json);
}

export async function laterChanges(
  db: Transaction<Tables>,
  { type, key }: RecordKey,
  articleId: Id<'Article'> | null,
  after: Change,
): Promise<Change[]> {
  const { rows } = await sql<ChangeRow>`select n.*, ${sql.raw(CHANGE_TARGETS)} from change n
    where n.at > ${after.at.getTime()} and n.undone_by_id is null and n.action <> 'UNDO' and n.id in (
      select change_id from change_patch where key = ${key} and type = ${type}
      union select t.change_id from change_target t join change c on c.id = t.change_id
        where t.target_id = ${articleId} and c.action in (${sql.join(READING_ACTIONS)}))
    order by n.at desc`.execute(db);
  return rows.map(toChange);
}

export async function markUndone(db: Transaction<Tables>, id: Id<'Change'>, by: Id<'Change'> | null): Promise<void> {
  await sql`update change set undone_by_id = ${by} where id = ${id}`.execute(db);
}
