import { type Place, type Publisher, placeId, publisherId, type Topic, topicId } from '../../src/domain/article.js';
import type { Id } from '../../src/domain/identity.js';
import type { Provenance } from '../../src/domain/provenance.js';
import type { ArticleRecord } from '../../src/domain/record.js';
import { organizationId, personId } from '../../src/domain/speaker.js';
import { type Metric, metricId } from '../../src/domain/statistic.js';

/** A person as a record brings it: the slug is the store's to give. */
export type PersonEntry = ArticleRecord['people'][number];
export type OrganizationEntry = ArticleRecord['organizations'][number];

interface PersonOptions extends Partial<Omit<PersonEntry, 'id' | 'name'>> {
  /** What tells the person from another of the same name. */
  readonly disambiguator?: string;
}

export function person(name: string, { disambiguator = '', ...given }: PersonOptions = {}): PersonEntry {
  return { id: personId(name, disambiguator), name, aliases: [], formerIds: [], wikidata: null, ...given };
}

interface OrganizationOptions extends Partial<Omit<OrganizationEntry, 'id' | 'name'>> {
  readonly disambiguator?: string;
}

export function organization(
  name: string,
  { disambiguator = '', ...given }: OrganizationOptions = {},
): OrganizationEntry {
  return {
    id: organizationId(name, disambiguator),
    name,
    aliases: [],
    organizationKind: 'OTHER',
    placeId: null,
    wikidata: null,
    ...given,
  };
}

export function publisher(name: string, homepage: string | null = null): Publisher {
  return { id: publisherId(name), name, homepage };
}

export function topic(name: string): Topic {
  return { id: topicId(name), name };
}

export function place(
  name: string,
  placeKind: Place['placeKind'] = 'CITY',
  withinId: Id<'Place'> | null = null,
): Place {
  return { id: placeId(name, placeKind, withinId), name, placeKind, withinId };
}

export function metric(name: string, unit: string | null = null, definition: string | null = null): Metric {
  return { id: metricId(name), name, unit, definition };
}

/** When test records were recorded, where a test does not say. */
const RECORDED_AT = new Date('2031-05-01T08:00:00Z');

/** Where test records come from: made up for a test, not reviewed by anybody. */
export function provenance(given: Partial<Provenance> = {}): Provenance {
  return {
    origin: 'SEED',
    agent: 'made-up news',
    agentVersion: null,
    recordedAt: RECORDED_AT,
    confidence: null,
    review: 'UNREVIEWED',
    reviewedBy: null,
    reviewedAt: null,
    ...given,
  };
}
