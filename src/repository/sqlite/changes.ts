import { sql } from 'kysely';
import type { Change } from '../../domain/change.js';
import type { ChangeFilter } from '../filters.js';
import type { CollectionSpec } from './collection-spec.js';
import { conditions } from './filters.js';
import { CHANGE_MAPPING, type ChangeRow } from './rows/change.js';

export const CHANGES: CollectionSpec<ChangeRow, Change, 'all', 'AT_DESC', ChangeFilter> = {
  table: 'change',
  mapping: CHANGE_MAPPING,
  listings: { all: { where: 'true', orders: { AT_DESC: ['n.at_desc', 'n.id'] } } },
  filter: ({ target, actor } = {}) =>
    conditions(
      target === undefined ? undefined : sql`n.id in (select change_id from change_target where target_id = ${target})`,
      actor === undefined ? undefined : sql`n.actor = ${actor}`,
    ),
};
