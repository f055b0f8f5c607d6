import { sql } from 'kysely';
import type { Organization, Person, UnnamedSource } from '../../domain/speaker.js';
import type { NameFilter, PersonFilter } from '../filters.js';
import type { PersonOrder, SubjectOrder } from '../orders.js';
import type { SubjectOwner } from '../repository.js';
import { ALL_BY_NAME, appearingIn } from './by-name.js';
import type { CollectionSpec } from './collection-spec.js';
import { conditions, nameConditions } from './filters.js';
import { whileInTime } from './in-time.js';
import { PERSON_ID } from './person-id.js';
import { ORGANIZATION_MAPPING, PERSON_MAPPING, type PersonRow, UNNAMED_SOURCE_MAPPING } from './rows/speaker.js';
import type { OrganizationTable, UnnamedSourceTable } from './tables.js';

const BY_STATEMENT_COUNT = { STATEMENT_COUNT_DESC: ['n.statement_count_desc', 'n.id'] };
const APPEARING = appearingIn('Person');

export const PEOPLE: CollectionSpec<PersonRow, Person, SubjectOwner, PersonOrder, PersonFilter> = {
  table: 'person',
  mapping: PERSON_MAPPING,
  idOf: PERSON_ID,
  listings: {
    all: { ...ALL_BY_NAME, orders: { ...ALL_BY_NAME.orders, ...BY_STATEMENT_COUNT } },
    article: { ...APPEARING, orders: { ...APPEARING.orders, ...BY_STATEMENT_COUNT } },
  },
  filter: (filter = {}) =>
    conditions(
      ...nameConditions(filter),
      filter.speaksIn === undefined
        ? undefined
        : sql`n.id in (select s.speaker_id from statement s where ${whileInTime('s')} and s.article_id = ${filter.speaksIn} and s.listed)`,
      filter.mentionedIn === undefined
        ? undefined
        : sql`n.id in (select a.subject_id from appearance a where ${whileInTime('a')} and a.article_id = ${filter.mentionedIn})`,
    ),
};

export const ORGANIZATIONS: CollectionSpec<OrganizationTable, Organization, SubjectOwner, SubjectOrder, NameFilter> = {
  table: 'organization',
  mapping: ORGANIZATION_MAPPING,
  listings: { all: ALL_BY_NAME, article: appearingIn('Organization') },
  filter: (filter = {}) => nameConditions(filter),
};

export const UNNAMED_SOURCES: CollectionSpec<UnnamedSourceTable, UnnamedSource> = {
  table: 'unnamed_source',
  mapping: UNNAMED_SOURCE_MAPPING,
  listings: {},
};
