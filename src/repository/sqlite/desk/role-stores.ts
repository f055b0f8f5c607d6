import { sql } from 'kysely';
import { nameKey } from '../../../domain/names.js';
import type { Relationship, Role } from '../../../domain/speaker.js';
import { KEYS } from '../../desk.js';
import { insertRow } from '../insert-row.js';
import { storedEvidence } from '../rows/span.js';
import { toRelationship, toRole } from '../rows/speaker.js';
import type { RelationshipTable, RoleTable } from '../tables.js';
import { type RecordStore, readWhere } from './record-store.js';

// Both are known by what makes them, a JSON array (see KEYS), and keep the position at which they were first recorded.

/** Which row of `role` has the key. */
const isRole = (key: string) =>
  sql`person_id = ${key} ->> 0 and title_key = ${key} ->> 1 and organization_id is ${key} ->> 2`;
/** Which row of `relationship` has the key. */
const isRelationship = (key: string) =>
  sql`person_id = ${key} ->> 0 and kind = ${key} ->> 1 and other_id = ${key} ->> 2`;

export const ROLE_STORE: RecordStore<Role> = {
  read: readWhere<RoleTable, Role>('role', isRole, toRole),
  async write({ db }, role) {
    const { personId, title, organizationId, from, to } = role;
    const evidence = JSON.stringify(role.evidence.map(storedEvidence));
    const { numAffectedRows } = await sql`update role
      set title = ${title}, "from" = ${from}, "to" = ${to}, evidence = ${evidence}
      where ${isRole(KEYS.Role(role))}`.execute(db);
    if (numAffectedRows) return;
    const identity = { person_id: personId, title_key: nameKey(title), organization_id: organizationId };
    await insertRow(db, 'role', { ...identity, title, from, to, evidence });
  },
  async remove({ db }, key) {
    await sql`delete from role where ${isRole(key)}`.execute(db);
  },
};

export const RELATIONSHIP_STORE: RecordStore<Relationship> = {
  read: readWhere<RelationshipTable, Relationship>('relationship', isRelationship, toRelationship),
  async write({ db }, relationship) {
    const { personId, kind, otherId } = relationship;
    const evidence = JSON.stringify(relationship.evidence.map(storedEvidence));
    const { numAffectedRows } = await sql`update relationship set evidence = ${evidence}
      where ${isRelationship(KEYS.Relationship(relationship))}`.execute(db);
    if (numAffectedRows) return;
    await insertRow(db, 'relationship', { person_id: personId, kind, other_id: otherId, evidence });
  },
  async remove({ db }, key) {
    await sql`delete from relationship where ${isRelationship(key)}`.execute(db);
  },
};
