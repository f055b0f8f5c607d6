import type { Id } from '../../../domain/identity.js';
import type { Organization, Person, Relationship, Role, UnnamedSource } from '../../../domain/speaker.js';
import type { OrganizationTable, PersonTable, RelationshipTable, RoleTable, UnnamedSourceTable } from '../tables.js';
import { PROVENANCE_COLUMNS, provenanceRow, toProvenance } from './provenance.js';
import { toEvidence } from './span.js';

export const PERSON_COLUMNS = [
  'id',
  'slug',
  'name',
  'name_key',
  'aliases',
  'wikidata',
] as const satisfies readonly (keyof PersonTable)[];

/** A person's row as it is read: with the ids of those merged into it, as JSON. */
export interface PersonRow extends PersonTable {
  former_ids: string;
}

/** How SQL gives the ids of those who were merged into the person that goes by the name `n`. */
export const FORMER_IDS =
  '(select json_group_array(id order by position) from former_person where person_id = n.id) as former_ids';

export function toPerson(row: PersonRow): Person {
  const formerIds: Id<'Person'>[] = JSON.parse(row.former_ids);
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    aliases: JSON.parse(row.aliases),
    formerIds,
    wikidata: row.wikidata,
  };
}

export const ORGANIZATION_COLUMNS = [
  'id',
  'slug',
  'name',
  'name_key',
  'aliases',
  'organization_kind',
  'place_id',
  'wikidata',
] as const satisfies readonly (keyof OrganizationTable)[];

export function toOrganization(row: OrganizationTable): Organization {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    aliases: JSON.parse(row.aliases),
    organizationKind: row.organization_kind,
    placeId: row.place_id,
    wikidata: row.wikidata,
  };
}

export const UNNAMED_SOURCE_COLUMNS = [
  'id',
  'article_id',
  'description',
  'source_kind',
  'plural',
  'affiliation_id',
  ...PROVENANCE_COLUMNS,
] as const satisfies readonly (keyof UnnamedSourceTable)[];

export function toUnnamedSource(row: UnnamedSourceTable): UnnamedSource {
  return {
    id: row.id,
    articleId: row.article_id,
    description: row.description,
    sourceKind: row.source_kind,
    plural: row.plural === 1,
    affiliationId: row.affiliation_id,
    provenance: toProvenance(row),
  };
}

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
