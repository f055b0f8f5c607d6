import {
  type Place,
  PlaceKind,
  type Publisher,
  placeId,
  publisherId,
  type Topic,
  topicId,
} from '../../domain/article.js';
import { type Organization, OrganizationKind, organizationId, type Person, personId } from '../../domain/speaker.js';
import { type Metric, metricId } from '../../domain/statistic.js';
import type { SeedRecord, SeedValue } from './seed-value.js';

/** A person or organization as seeds know them: the store gives them their slug. */
export type CastPerson = Omit<Person, 'slug'>;
export type CastOrganization = Omit<Organization, 'slug'>;
export type CastSubject = CastPerson | CastOrganization | Place;

/** Everybody and everything that several briefs may speak of, each under the key by which annotations name it. */
export interface Cast {
  readonly publishers: Members<Publisher>;
  readonly topics: Members<Topic>;
  readonly places: Members<Place>;
  readonly organizations: Members<CastOrganization>;
  readonly people: Members<CastPerson>;
  readonly metrics: Members<Metric>;
}

/** The members of one section of the cast. */
export class Members<T extends { readonly id: string }> {
  readonly #section: string;
  readonly #byKey: ReadonlyMap<string, T>;

  constructor(section: string, byKey: ReadonlyMap<string, T>) {
    this.#section = section;
    this.#byKey = byKey;
  }

  /** All members, in the order of the cast. */
  get all(): T[] {
    return [...this.#byKey.values()];
  }

  find(key: string): T | undefined {
    return this.#byKey.get(key);
  }

  /** The member that a value names; a SeedError at the value where there is none. */
  named(value: SeedValue): T {
    const key = value.text();
    const member = this.#byKey.get(key);
    if (member !== undefined) return member;
    const known = [...this.#byKey.keys()].join(', ') || 'none';
    throw value.error(`There is no “${key}” under ${this.#section} in cast.yaml, which has: ${known}.`);
  }
}

/** Reads the cast; every key and every identity stands in it once. */
export function readCast(file: SeedValue): Cast {
  const sections = file.record(['publishers', 'topics', 'places', 'organizations', 'people', 'metrics']);
  const taken: Taken = { keys: new Map(), ids: new Map() };
  const read = <T extends { readonly id: string }>(
    section: SectionName,
    make: (value: SeedValue, sofar: Members<T>) => T,
  ) => readMembers(section, sections.optional(section), taken, make);
  const places = read<Place>('places', readPlace);
  return {
    publishers: read<Publisher>('publishers', readPublisher),
    topics: read<Topic>('topics', readTopic),
    places,
    organizations: read<CastOrganization>('organizations', (value) => readOrganization(value, places)),
    people: read<CastPerson>('people', readPerson),
    metrics: read<Metric>('metrics', readMetric),
  };
}

type SectionName = keyof Cast;

/** Which section has a key, and which key has an id. */
interface Taken {
  readonly keys: Map<string, string>;
  readonly ids: Map<string, string>;
}

function readMembers<T extends { readonly id: string }>(
  section: SectionName,
  value: SeedValue | undefined,
  taken: Taken,
  make: (value: SeedValue, sofar: Members<T>) => T,
): Members<T> {
  const byKey = new Map<string, T>();
  for (const entry of value?.entries() ?? []) {
    const key = entry.key.text();
    const other = taken.keys.get(key);
    if (other !== undefined) throw entry.key.error(`“${key}” stands under ${other} already; a key names one thing.`);
    const member = make(entry.value, new Members(section, byKey));
    const twin = taken.ids.get(member.id);
    if (twin !== undefined) {
      throw entry.key.error(
        `“${key}” is the same as “${twin}”: change its name, or give a person or organization a disambiguator.`,
      );
    }
    taken.keys.set(key, section);
    taken.ids.set(member.id, key);
    byKey.set(key, member);
  }
  return new Members(section, byKey);
}

function readPublisher(value: SeedValue): Publisher {
  const fields = value.record(['name', 'homepage']);
  const name = fields.required('name').text();
  return { id: publisherId(name), name, homepage: addressOf(fields.optional('homepage')) };
}

function readTopic(value: SeedValue): Topic {
  const name = value.record(['name']).required('name').text();
  return { id: topicId(name), name };
}

/** A place lies in one that stands above it in the cast, so that no place lies in itself. */
function readPlace(value: SeedValue, above: Members<Place>): Place {
  const fields = value.record(['name', 'kind', 'within']);
  const name = fields.required('name').text();
  const placeKind = fields.required('kind').oneOf(PlaceKind);
  const within = fields.optional('within');
  const withinId = within === undefined ? null : above.named(within).id;
  return { id: placeId(name, placeKind, withinId), name, placeKind, withinId };
}

function readOrganization(value: SeedValue, places: Members<Place>): CastOrganization {
  const fields = value.record(['name', 'aliases', 'kind', 'place', 'wikidata', 'disambiguator']);
  const name = fields.required('name').text();
  const place = fields.optional('place');
  return {
    id: organizationId(name, fields.optional('disambiguator')?.text()),
    name,
    aliases: fields.items('aliases').map((alias) => alias.text()),
    organizationKind: fields.required('kind').oneOf(OrganizationKind),
    placeId: place === undefined ? null : places.named(place).id,
    wikidata: wikidataOf(fields),
  };
}

function readPerson(value: SeedValue): CastPerson {
  const fields = value.record(['name', 'aliases', 'wikidata', 'disambiguator']);
  const name = fields.required('name').text();
  return {
    id: personId(name, fields.optional('disambiguator')?.text()),
    name,
    aliases: fields.items('aliases').map((alias) => alias.text()),
    formerIds: [],
    wikidata: wikidataOf(fields),
  };
}

function readMetric(value: SeedValue): Metric {
  const fields = value.record(['name', 'unit', 'definition']);
  const name = fields.required('name').text();
  return {
    id: metricId(name),
    name,
    unit: fields.optional('unit')?.text() ?? null,
    definition: fields.optional('definition')?.text() ?? null,
  };
}

/** A web address in its usual form, by which it is looked up, or null where it is left out. */
export function addressOf(value: SeedValue | undefined): string | null {
  if (value === undefined) return null;
  const text = value.text();
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text).href;
  throw value.error(`${value.name} takes a web address that begins with https:// or http://, not “${text}”.`);
}

function wikidataOf(fields: SeedRecord<'wikidata'>): string | null {
  const value = fields.optional('wikidata');
  if (value === undefined) return null;
  const text = value.text();
  if (/^http:\/\/www\.wikidata\.org\/entity\/Q[1-9]\d*$/.test(text)) return text;
  throw value.error(`${value.name} takes an item’s URI, such as http://www.wikidata.org/entity/Q1, not “${text}”.`);
}

/** The person, organization or place that a value names: what a few words of a text can name. */
export function castSubject({ people, organizations, places, topics }: Cast, value: SeedValue): CastSubject {
  const key = value.text();
  const member = people.find(key) ?? organizations.find(key) ?? places.find(key);
  if (member !== undefined) return member;
  if (topics.find(key) !== undefined) {
    throw value.error(
      `“${key}” is a topic, which is what a whole brief is about; name a person, organization or place.`,
    );
  }
  throw value.error(
    `There is no person, organization or place with the key “${key}”: correct it, or add it to cast.yaml.`,
  );
}

/** Whether a key names something of the cast that a statement can be by or about. */
export function isCastKey({ people, organizations, places, topics }: Cast, key: string): boolean {
  return [people, organizations, places, topics].some((members) => members.find(key) !== undefined);
}
