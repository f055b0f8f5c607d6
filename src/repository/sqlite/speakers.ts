import type { Organization, Person, UnnamedSource } from '../../domain/speaker.js';
import type { PersonOrder } from '../repository.js';
import { appearancesOf } from './articles.js';
import type { CollectionSpec } from './collection.js';
import {
  ORGANIZATION_COLUMNS,
  PERSON_COLUMNS,
  type PersonRow,
  toOrganization,
  toPerson,
  toUnnamedSource,
  UNNAMED_SOURCE_COLUMNS,
} from './rows/speaker.js';
import type { OrganizationTable, UnnamedSourceTable } from './tables.js';

/** The id under which a person goes on whose own, `o.value`, was given up in a merge. */
export const PERSON_ID = 'coalesce((select person_id from former_person where id = o.value), o.value)';

const APPEARING = appearancesOf('Person');
const BY_NAME = { NAME_ASC: ['n.name_key', 'n.id'] };

export const PEOPLE: CollectionSpec<PersonRow, Person, 'all' | 'article', PersonOrder> = {
  table: 'person',
  columns: [
    ...PERSON_COLUMNS,
    '(select json_group_array(id order by position) from former_person where person_id = n.id) as former_ids',
  ],
  idOf: PERSON_ID,
  toNode: toPerson,
  listings: {
    all: { where: 'true', orders: BY_NAME },
    article: { ...APPEARING, orders: { ...APPEARING.orders, ...BY_NAME } },
  },
};

export const ORGANIZATIONS: CollectionSpec<OrganizationTable, Organization, 'article', 'APPEARANCE_ASC'> = {
  table: 'organization',
  columns: ORGANIZATION_COLUMNS,
  toNode: toOrganization,
  listings: { article: appearancesOf('Organization') },
};

export const UNNAMED_SOURCES: CollectionSpec<UnnamedSourceTable, UnnamedSource> = {
  table: 'unnamed_source',
  columns: UNNAMED_SOURCE_COLUMNS,
  toNode: toUnnamedSource,
  listings: {},
};
