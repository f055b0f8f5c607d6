import type { Change } from '../../../domain/change.js';
import type { ChangeTable } from '../desk-tables.js';
import { derivedFrom, RecordMapping } from './mapping.js';

/** A change’s row as it is read: with the ids of what it was done to, as JSON. */
export interface ChangeRow extends ChangeTable {
  target_ids: string;
}

/** How SQL gives the targets of the change that goes by the name `n`. */
export const CHANGE_TARGETS =
  '(select json_group_array(target_id order by position) from change_target where change_id = n.id) as target_ids';

const from = derivedFrom<ChangeRow>();

export const CHANGE_MAPPING = new RecordMapping<ChangeRow, Change>(
  {
    id: 'id',
    action: 'action',
    actor: 'actor',
    at: from(['at'], (time) => new Date(time)),
    reason: 'reason',
    targetIds: from(['target_ids'], (ids): Change['targetIds'] => JSON.parse(ids)),
    undoesId: 'undoes_id',
    undoneById: 'undone_by_id',
  },
  { expressions: { target_ids: CHANGE_TARGETS } },
);

export const toChange = CHANGE_MAPPING.toNode;

export function changeRow({ id, action, actor, at, reason, undoesId, undoneById }: Change): ChangeTable {
  return { id, action, actor, at: at.getTime(), reason, undoes_id: undoesId, undone_by_id: undoneById };
}
