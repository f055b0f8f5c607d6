import type { Id } from '../domain/identity.js';
import { inverseOf, type Relationship, type RelationshipKind } from '../domain/speaker.js';
import { KEYS } from '../repository/desk.js';
import type { Edit } from './edit.js';
import { namedRecord } from './named-record.js';
import { readList } from './text-input.js';
import { refuse } from './user-error.js';

/** What somebody is to a person, as an editor says it: PARENT means the parent of the person. */
export interface RelationshipInput {
  readonly kind: RelationshipKind;
  readonly person: string;
}

/**
 * Makes these all the relationships of a person, seen from both sides. Those that stay keep the places at which articles
 * say them.
 */
export async function replaceRelationships(
  edit: Edit,
  personId: Id<'Person'>,
  inputs: readonly RelationshipInput[],
): Promise<void> {
  const known = new Map((await edit.desk.relationshipsOf(personId)).map((seen) => [KEYS.Relationship(seen), seen]));
  const wanted = new Map<string, Relationship>();
  for (const [index, { kind, person }] of readList('relationships', inputs).entries()) {
    const field = ['relationships', `${index}`];
    const { id: otherId } = await namedRecord(edit, [...field, 'person'], person, 'Person');
    if (otherId === personId) refuse('INVALID', [...field, 'person'], 'Nobody is related to themselves.');
    const relationship: Relationship = { personId, kind, otherId, evidence: [] };
    const key = KEYS.Relationship(relationship);
    if (wanted.has(key)) refuse('INVALID', field, 'The relationship is in the list twice.');
    for (const seen of [relationship, inverseOf(relationship)]) wanted.set(KEYS.Relationship(seen), seen);
  }
  for (const key of known.keys()) if (!wanted.has(key)) await edit.remove('Relationship', key);
  for (const [key, relationship] of wanted) await edit.put('Relationship', known.get(key) ?? relationship);
}
