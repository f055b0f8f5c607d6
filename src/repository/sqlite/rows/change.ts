import type { Change } from '../../../domain/change.js';
import type { ChangeTable } from '../desk-tables.js';

export const CHANGE_COLUMNS = [
  'id',
  'action',
  'actor',
  'at',
  'reason',
  'undoes_id',
  'undone_by_id',
] as const satisfies readonly (keyof ChangeTable)[];

/** A change’s row as it is read: with the ids of what it was done to, as JSON. */
export interface ChangeRow extends ChangeTable {
  target_ids: string;
}

/** How SQL gives the targets of the change that goes by the name `n`. */
export const CHANGE_TARGETS =
  '(select json_group_array(target_id order by position) from change_target where change_id = n.id) as target_ids';

export function toChange(row: ChangeRow): Change {
  return {
    id: row.id,
    action: row.action,
    actor: row.actor,
    at: new Date(row.at),
    reason: row.reason,
    targetIds: JSON.parse(row.target_ids),
    undoesId: row.undoes_id,
    undoneById: row.undone_by_id,
  };
}

export function changeRow({ id, action, actor, at, reason, undoesId, undoneById }: Change): ChangeTable {
  return { id, action, actor, at: at.getTime(), reason, undoes_id: undoesId, undone_by_id: undoneById };
}
