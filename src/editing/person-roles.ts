import type { Day } from '../domain/dates.js';
import type { Id } from '../domain/identity.js';
import type { Role } from '../domain/speaker.js';
import { KEYS } from '../repository/desk.js';
import type { Edit } from './edit.js';
import { namedRecord } from './named-record.js';
import { readList, readName } from './text-input.js';
import { refuse } from './user-error.js';

/** What a person is or was, as an editor says it. */
export interface RoleInput {
  readonly title: string;
  /** The id of the organization in which the person has the role. */
  readonly organization: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
}

/** Makes these all the roles of a person. Those that stay keep the places at which articles say them. */
export async function replaceRoles(edit: Edit, personId: Id<'Person'>, inputs: readonly RoleInput[]): Promise<void> {
  const known = new Map((await edit.desk.rolesOf(personId)).map((role) => [KEYS.Role(role), role]));
  const wanted = new Map<string, Role>();
  for (const [index, input] of readList('roles', inputs).entries()) {
    const role = await readRole(edit, ['roles', `${index}`], personId, input);
    const key = KEYS.Role(role);
    if (wanted.has(key)) refuse('INVALID', ['roles', `${index}`], 'The role is in the list twice.');
    wanted.set(key, { ...role, evidence: known.get(key)?.evidence ?? [] });
  }
  for (const key of known.keys()) if (!wanted.has(key)) await edit.remove('Role', key);
  for (const role of wanted.values()) await edit.put('Role', role);
}

async function readRole(
  edit: Edit,
  field: readonly string[],
  personId: Id<'Person'>,
  { title, organization, from, to }: RoleInput,
): Promise<Role> {
  if (from !== null && to !== null && from > to) {
    refuse('INVALID', [...field, 'to'], `A role cannot end (${to}) before it begins (${from}).`);
  }
  const place =
    organization === null ? null : await namedRecord(edit, [...field, 'organization'], organization, 'Organization');
  const name = readName([...field, 'title'], title);
  return { personId, title: name, organizationId: place?.id ?? null, from, to, evidence: [] };
}
