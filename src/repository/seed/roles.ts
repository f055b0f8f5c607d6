import { isDay } from '../../domain/dates.js';
import { inverseOf, type Relationship, RelationshipKind, type Role } from '../../domain/speaker.js';
import type { Anchor } from './anchor.js';
import type { Cast } from './cast.js';
import type { SeedValue } from './seed-value.js';

/** Reads what the text says that people are. */
export function readRoles(section: SeedValue | undefined, cast: Cast, anchor: Anchor): Role[] {
  return (section?.items() ?? []).map((value) => {
    const fields = value.record(['person', 'title', 'organization', 'from', 'to', 'evidence']);
    const organization = fields.optional('organization');
    const [from, to] = [dayOf(fields.optional('from')), dayOf(fields.optional('to'))];
    if (from !== null && to !== null && from > to)
      throw value.error(`A role cannot end (${to}) before it begins (${from}).`);
    return {
      personId: cast.people.named(fields.required('person')).id,
      title: fields.required('title').text(),
      organizationId: organization === undefined ? null : cast.organizations.named(organization).id,
      from,
      to,
      evidence: anchor.spans(fields.required('evidence')),
    };
  });
}

/** Reads what the text says that people are to each other; each is written once and read both ways. */
export function readRelationships(section: SeedValue | undefined, cast: Cast, anchor: Anchor): Relationship[] {
  return (section?.items() ?? []).flatMap((value) => {
    const fields = value.record(['person', 'kind', 'other', 'evidence']);
    const personId = cast.people.named(fields.required('person')).id;
    const other = fields.required('other');
    const otherId = cast.people.named(other).id;
    if (personId === otherId) throw other.error('A person has no relationship to themselves: name somebody else.');
    const kind = fields.required('kind').oneOf(RelationshipKind);
    const relationship = { personId, kind, otherId, evidence: anchor.spans(fields.required('evidence')) };
    return [relationship, inverseOf(relationship)];
  });
}

function dayOf(value: SeedValue | undefined): string | null {
  if (value === undefined) return null;
  const text = value.text();
  if (isDay(text)) return text;
  throw value.error(`${value.name} takes a day as YYYY-MM-DD, not “${text}”.`);
}
