import type { Day } from './dates.js';
import type { Id } from './identity.js';
import { makeId } from './identity.js';
import { nameKey } from './names.js';
import type { Provenance } from './provenance.js';
import type { TextSpan } from './span.js';

/** One real person, whatever the articles call them. */
export interface Person {
  readonly id: Id<'Person'>;
  /** Readable name for an address, unique among people; given by the store. */
  readonly slug: string;
  /** The canonical name. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** Ids of people merged into this one; they go on answering. */
  readonly formerIds: readonly Id<'Person'>[];
  /** The person's Wikidata URI. */
  readonly wikidata: string | null;
}

/** How many places are kept in which articles say what somebody is: the first ones. Others would say nothing new. */
export const MOST_EVIDENCE = 20;

/** What a person is or was, as articles say it. */
export interface Role {
  readonly personId: Id<'Person'>;
  readonly title: string;
  readonly organizationId: Id<'Organization'> | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly evidence: readonly TextSpan[];
}

export const RelationshipKind = {
  SIBLING: 'SIBLING',
  PARENT: 'PARENT',
  CHILD: 'CHILD',
  SPOUSE: 'SPOUSE',
  COLLEAGUE: 'COLLEAGUE',
  OTHER: 'OTHER',
} as const;
export type RelationshipKind = keyof typeof RelationshipKind;

/** What `otherId` is to `personId`: kind PARENT means that the other is this person's parent. */
export interface Relationship {
  readonly personId: Id<'Person'>;
  readonly kind: RelationshipKind;
  readonly otherId: Id<'Person'>;
  readonly evidence: readonly TextSpan[];
}

/** The same relationship seen from the other person. */
export function inverseOf(relationship: Relationship): Relationship {
  const { personId, kind, otherId, evidence } = relationship;
  const inverse = kind === 'PARENT' ? 'CHILD' : kind === 'CHILD' ? 'PARENT' : kind;
  return { personId: otherId, kind: inverse, otherId: personId, evidence };
}

export const OrganizationKind = {
  GOVERNMENT: 'GOVERNMENT',
  NEWS_AGENCY: 'NEWS_AGENCY',
  COMPANY: 'COMPANY',
  MILITARY: 'MILITARY',
  PARTY: 'PARTY',
  INTERNATIONAL: 'INTERNATIONAL',
  OTHER: 'OTHER',
} as const;
export type OrganizationKind = keyof typeof OrganizationKind;

export interface Organization {
  readonly id: Id<'Organization'>;
  /** Readable name for an address, unique among organizations; given by the store. */
  readonly slug: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly organizationKind: OrganizationKind;
  /** Where it belongs; for a government, its country. */
  readonly placeId: Id<'Place'> | null;
  readonly wikidata: string | null;
}

export const UnnamedSourceKind = {
  OFFICIAL: 'OFFICIAL',
  SPOKESPERSON: 'SPOKESPERSON',
  EXPERT: 'EXPERT',
  AUTHORITY: 'AUTHORITY',
  WITNESS: 'WITNESS',
  INSIDER: 'INSIDER',
  DOCUMENT: 'DOCUMENT',
  OTHER: 'OTHER',
} as const;
export type UnnamedSourceKind = keyof typeof UnnamedSourceKind;

/** A source that one article chose not to name; never the same as another article's, whatever the words. */
export interface UnnamedSource {
  readonly id: Id<'UnnamedSource'>;
  readonly articleId: Id<'Article'>;
  /** As printed: "a senior administration official". */
  readonly description: string;
  readonly sourceKind: UnnamedSourceKind;
  /** Whether it is several people: "officials", "many experts". */
  readonly plural: boolean;
  readonly affiliationId: Id<'Organization'> | null;
  readonly provenance: Provenance;
}

export type Speaker = Person | Organization | UnnamedSource;
export type SpeakerId = Speaker['id'];

/** A person's identity: the normalized name and, where two people share one, what tells them apart. */
export function personId(name: string, disambiguator = ''): Id<'Person'> {
  return makeId('Person', nameKey(name), disambiguator);
}

/** An organization's identity: the normalized name and, where two share one, what tells them apart. */
export function organizationId(name: string, disambiguator = ''): Id<'Organization'> {
  return makeId('Organization', nameKey(name), disambiguator);
}

/** An unnamed source's identity: its article, its first description, and which of several alike it is (0 for the first). */
export function unnamedSourceId(article: Id<'Article'>, description: string, ordinal: number): Id<'UnnamedSource'> {
  return makeId('UnnamedSource', article, nameKey(description), ordinal);
}
