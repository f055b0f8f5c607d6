import type { Id } from '../../../domain/identity.js';
import type { Organization, Person, Relationship, Role, UnnamedSource } from '../../../domain/speaker.js';
import type { OrganizationTable, PersonTable, RelationshipTable, RoleTable, UnnamedSourceTable } from '../tables.js';
import { derivedFrom, RecordMapping } from './mapping.js';
import { PROVENANCE, provenanceRow } from './provenance.js';
import { toEvidence } from './span.js';

/** A person's row as it is read: with the ids of those merged into it, as JSON. */
export interface PersonRow extends PersonTable {
  former_ids: string;
}

/** How SQL gives the ids of those who were merged into the person that goes by the name `n`. */
export const FORMER_IDS =
  '(select json_group_array(id order by position) from former_person where person_id = n.id) as former_ids';

const fromPerson = derivedFrom<PersonRow>();

export const PERSON_MAPPING = new RecordMapping<PersonRow, Person>(
  {
    id: 'id',
    slug: 'slug',
    name: 'name',
    aliases: fromPerson(['aliases'], (aliases): string[] => JSON.parse(aliases)),
    formerIds: fromPerson(['former_ids'], (ids): Id<'Person'>[] => JSON.parse(ids)),
    wikidata: 'wikidata',
  },
  { expressions: { former_ids: FORMER_IDS } },
);

export const toPerson = PERSON_MAPPING.toNode;

const fromOrganization = derivedFrom<OrganizationTable>();

export const ORGANIZATION_MAPPING = new RecordMapping<OrganizationTable, Organization>({
  id: 'id',
  slug: 'slug',
  name: 'name',
  aliases: fromOrganization(['aliases'], (aliases): string[] => JSON.parse(aliases)),
  organizationKind: 'organization_kind',
  placeId: 'place_id',
  wikidata: 'wikidata',
});

export const toOrganization = ORGANIZATION_MAPPING.toNode;

const fromUnnamedSource = derivedFrom<UnnamedSourceTable>();

export const UNNAMED_SOURCE_MAPPING = new RecordMapping<UnnamedSourceTable, UnnamedSource>({
  id: 'id',
  articleId: 'article_id',
  description: 'description',
  sourceKind: 'source_kind',
  plural: fromUnnamedSource(['plural'], (plural) => plural === 1),
  affiliationId: 'affiliation_id',
  provenance: PROVENANCE,
});

export const toUnnamedSource = UNNAMED_SOURCE_MAPPING.toNode;

export function unnamedSourceRow(source: UnnamedSource): UnnamedSourceTable {
  return {
    id: source.id,
    article_id: source.articleId,
    description: source.description,
    source_kind: source.sourceKind,
    plural: source.plural ? 1 : 0,
    affiliation_id: source.affiliationId,
    ...provenanceRow(source.provenance),
  };
}

export function toRole(row: Omit<RoleTable, 'position' | 'title_key'>): Role {
  return {
    personId: row.person_id,
    title: row.title,
    organizationId: row.organization_id,
    from: row.from,
    to: row.to,
    evidence: toEvidence(row.evidence),
  };
}

export function toRelationship(row: Omit<RelationshipTable, 'position'>): Relationship {
  return { personId: row.person_id, kind: row.kind, otherId: row.other_id, evidence: toEvidence(row.evidence) };
}
