import { sql, type Transaction } from 'kysely';
import type { Place, Publisher, Topic } from '../../domain/article.js';
import type { AnyId } from '../../domain/identity.js';
import { nameKey } from '../../domain/names.js';
import type { ArticleRecord } from '../../domain/record.js';
import { MOST_EVIDENCE, type Relationship, type Role } from '../../domain/speaker.js';
import type { Metric } from '../../domain/statistic.js';
import { insertRow } from './insert-row.js';
import { storedEvidence } from './rows/span.js';
import type { SearchDocuments } from './search-documents.js';
import { freeSlug } from './slugs.js';
import { indexNames, knowNames } from './store-names.js';
import type { Tables } from './tables.js';

type NewPerson = ArticleRecord['people'][number];
type NewOrganization = ArticleRecord['organizations'][number];

/**
 * Adds what articles say of people, organizations, places, topics, metrics and publishers to what is known of them. What
 * was added once in a transaction is not added again: most articles of a batch say the same of the same.
 */
export class EntityStore {
  readonly #db: Transaction<Tables>;
  readonly #documents: SearchDocuments;
  readonly #added = new Set<string>();

  constructor(db: Transaction<Tables>, documents: SearchDocuments) {
    this.#db = db;
    this.#documents = documents;
  }

  async store(record: ArticleRecord): Promise<void> {
    await this.#each([record.publisher], storePublisher);
    await this.#each(record.topics, storeTopic);
    await this.#each(outermostFirst(record.places), storePlace);
    await this.#each(record.organizations, storeOrganization);
    await this.#each(record.people, storePerson);
    await this.#each(record.metrics, storeMetric);
    for (const role of record.roles) await storeRole(this.#db, role);
    for (const relationship of record.relationships) await storeRelationship(this.#db, relationship);
  }

  async #each<Entity>(
    entities: readonly Entity[],
    store: (db: Transaction<Tables>, entity: Entity, documents: SearchDocuments) => Promise<void>,
  ): Promise<void> {
    for (const entity of entities) {
      const content = JSON.stringify(entity);
      if (this.#added.has(content)) continue;
      await store(this.#db, entity, this.#documents);
      this.#added.add(content);
    }
  }
}

async function storePublisher(db: Transaction<Tables>, { id, name, homepage }: Publisher): Promise<void> {
  await insertRow(db, 'publisher', { id, name, name_key: nameKey(name), homepage }, 'keep');
  await fill(db, 'publisher', id, { homepage });
  await knowNames(db, id, [name]);
}

async function storeTopic(db: Transaction<Tables>, { id, name }: Topic): Promise<void> {
  await insertRow(db, 'named', { id }, 'keep');
  await insertRow(db, 'topic', { id, name, name_key: nameKey(name) }, 'keep');
  await knowNames(db, id, [name]);
}

async function storeMetric(db: Transaction<Tables>, { id, name, unit, definition }: Metric): Promise<void> {
  await insertRow(db, 'metric', { id, name, name_key: nameKey(name), unit, definition }, 'keep');
  await fill(db, 'metric', id, { unit, definition });
  await knowNames(db, id, [name]);
}

/** Fills gaps in what is known: a column that is null takes the value, any other keeps its own. */
async function fill(
  db: Transaction<Tables>,
  table: 'publisher' | 'metric' | 'place',
  id: AnyId,
  values: Readonly<Record<string, string | null>>,
): Promise<void> {
  for (const [column, value] of Object.entries(values)) {
    if (value === null) continue;
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${value}
      where id = ${id} and ${sql.ref(column)} is null`.execute(db);
  }
}

/** A place can be stored only after the one it lies in. */
function outermostFirst(places: ArticleRecord['places']): ArticleRecord['places'] {
  const waiting = new Map(places.map((place) => [place.id, place]));
  const sorted: ArticleRecord['places'][number][] = [];
  const take = (id: AnyId | null) => {
    const place = places.find((candidate) => candidate.id === id);
    if (place === undefined || !waiting.delete(place.id)) return;
    take(place.withinId);
    sorted.push(place);
  };
  for (const { id } of places) take(id);
  return sorted;
}

async function storePlace(db: Transaction<Tables>, { id, name, placeKind, withinId }: Place): Promise<void> {
  await insertRow(db, 'named', { id }, 'keep');
  const row = { id, name, name_key: nameKey(name), place_kind: placeKind, within_id: withinId };
  await insertRow(db, 'place', row, 'keep');
  await fill(db, 'place', id, { within_id: withinId });
  await knowNames(db, id, [name]);
}

async function storeOrganization(
  db: Transaction<Tables>,
  organization: NewOrganization,
  documents: SearchDocuments,
): Promise<void> {
  const { id, name, aliases, organizationKind, placeId, wikidata } = organization;
  const known = await db.selectFrom('organization').selectAll().where('id', '=', id).executeTakeFirst();
  const united = unite(known?.aliases, aliases);
  if (known === undefined) {
    await insertRow(db, 'named', { id }, 'keep');
    await insertRow(db, 'organization', {
      id,
      slug: await freeSlug(db, 'organization', name, id),
      name,
      name_key: nameKey(name),
      aliases: united,
      organization_kind: organizationKind,
      place_id: placeId,
      wikidata,
    });
  } else {
    const values = { aliases: united, place_id: known.place_id ?? placeId, wikidata: known.wikidata ?? wikidata };
    await put(db, 'organization', known, values);
  }
  if (united !== known?.aliases) await indexNames(db, documents, 'organization', id);
}

async function storePerson(db: Transaction<Tables>, person: NewPerson, documents: SearchDocuments): Promise<void> {
  const { id, name, aliases, wikidata, formerIds } = person;
  const known = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
  const united = unite(known?.aliases, aliases);
  if (known === undefined) {
    await insertRow(db, 'named', { id }, 'keep');
    const slug = await freeSlug(db, 'person', name, id);
    await insertRow(db, 'person', { id, slug, name, name_key: nameKey(name), aliases: united, wikidata });
  } else {
    await put(db, 'person', known, { aliases: united, wikidata: known.wikidata ?? wikidata });
  }
  for (const formerId of formerIds) {
    await insertRow(db, 'former_person', { id: formerId, person_id: id }, 'keep');
  }
  if (united !== known?.aliases) await indexNames(db, documents, 'person', id);
}

/** Sets what is not so already. */
async function put(
  db: Transaction<Tables>,
  table: 'person' | 'organization' | 'role' | 'relationship',
  known: { readonly id: AnyId } | { readonly position: number },
  values: Readonly<Record<string, string | null>>,
): Promise<void> {
  const changed = Object.entries(values).filter(([column, value]) => Reflect.get(known, column) !== value);
  if (changed.length === 0) return;
  const sets = changed.map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  const key = 'id' in known ? sql`id = ${known.id}` : sql`position = ${known.position}`;
  await sql`update ${sql.table(table)} set ${sql.join(sets)} where ${key}`.execute(db);
}

/** The aliases that are known, with those that are new behind them, as JSON. */
function unite(known: string | undefined, added: readonly string[]): string {
  const aliases: string[] = JSON.parse(known ?? '[]');
  return JSON.stringify([...new Set([...aliases, ...added])]);
}

async function storeRole(db: Transaction<Tables>, role: Role): Promise<void> {
  const identity = { person_id: role.personId, title_key: nameKey(role.title), organization_id: role.organizationId };
  const known = await db
    .selectFrom('role')
    .select(['position', 'evidence'])
    .where('person_id', '=', identity.person_id)
    .where('title_key', '=', identity.title_key)
    .where('organization_id', 'is', identity.organization_id)
    .executeTakeFirst();
  if (known !== undefined) {
    await put(db, 'role', known, { evidence: withEvidence(known.evidence, role) });
    return;
  }
  const { title, from, to } = role;
  await insertRow(db, 'role', { ...identity, title, from, to, evidence: withEvidence('[]', role) });
}

async function storeRelationship(db: Transaction<Tables>, relationship: Relationship): Promise<void> {
  const identity = { person_id: relationship.personId, kind: relationship.kind, other_id: relationship.otherId };
  const known = await db
    .selectFrom('relationship')
    .select(['position', 'evidence'])
    .where('person_id', '=', identity.person_id)
    .where('kind', '=', identity.kind)
    .where('other_id', '=', identity.other_id)
    .executeTakeFirst();
  if (known === undefined) {
    await insertRow(db, 'relationship', { ...identity, evidence: withEvidence('[]', relationship) });
    return;
  }
  await put(db, 'relationship', known, { evidence: withEvidence(known.evidence, relationship) });
}

function withEvidence(known: string, { evidence }: Pick<Role, 'evidence'>): string {
  const stored: unknown[] = JSON.parse(known);
  return JSON.stringify([...stored, ...evidence.map(storedEvidence)].slice(0, MOST_EVIDENCE));
}
