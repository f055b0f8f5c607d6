import { sql, type Transaction } from 'kysely';
import type { AnyId } from '../../domain/identity.js';
import { nameKey } from '../../domain/names.js';
import type { ArticleRecord } from '../../domain/record.js';
import type { Relationship, Role } from '../../domain/speaker.js';
import { storedEvidence } from './rows/span.js';
import { freeSlug } from './slugs.js';
import { indexNames, knowNames } from './store-names.js';
import type { Tables } from './tables.js';

type NewPerson = ArticleRecord['people'][number];
type NewOrganization = ArticleRecord['organizations'][number];

/** Adds what an article says of people, organizations, places, topics, metrics and its publisher to what is known of them. */
export async function storeEntities(db: Transaction<Tables>, record: ArticleRecord): Promise<void> {
  const { publisher } = record;
  await db
    .insertInto('publisher')
    .values({ ...publisher, name_key: nameKey(publisher.name) })
    .onConflict((known) =>
      known.column('id').doUpdateSet(({ ref }) => ({ homepage: sql`coalesce(homepage, ${ref('excluded.homepage')})` })),
    )
    .execute();
  await knowNames(db, publisher.id, [publisher.name]);
  for (const { id, name } of record.topics) {
    await storeNamed(db, id);
    await db
      .insertInto('topic')
      .values({ id, name, name_key: nameKey(name) })
      .onConflict((known) => known.doNothing())
      .execute();
    await knowNames(db, id, [name]);
  }
  for (const place of outermostFirst(record.places)) await storePlace(db, place);
  for (const organization of record.organizations) await storeOrganization(db, organization);
  for (const person of record.people) await storePerson(db, person);
  for (const role of record.roles) await storeRole(db, role);
  for (const relationship of record.relationships) await storeRelationship(db, relationship);
  for (const metric of record.metrics) {
    await db
      .insertInto('metric')
      .values({ ...metric, name_key: nameKey(metric.name) })
      .onConflict((known) =>
        known.column('id').doUpdateSet(({ ref }) => ({
          unit: sql`coalesce(unit, ${ref('excluded.unit')})`,
          definition: sql`coalesce(definition, ${ref('excluded.definition')})`,
        })),
      )
      .execute();
    await knowNames(db, metric.id, [metric.name]);
  }
}

async function storeNamed(db: Transaction<Tables>, id: Tables['named']['id']): Promise<void> {
  await db
    .insertInto('named')
    .values({ id })
    .onConflict((known) => known.doNothing())
    .execute();
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

async function storePlace(db: Transaction<Tables>, place: ArticleRecord['places'][number]): Promise<void> {
  await storeNamed(db, place.id);
  await db
    .insertInto('place')
    .values({
      id: place.id,
      name: place.name,
      name_key: nameKey(place.name),
      place_kind: place.placeKind,
      within_id: place.withinId,
    })
    .onConflict((known) =>
      known
        .column('id')
        .doUpdateSet(({ ref }) => ({ within_id: sql`coalesce(within_id, ${ref('excluded.within_id')})` })),
    )
    .execute();
  await knowNames(db, place.id, [place.name]);
}

async function storeOrganization(db: Transaction<Tables>, organization: NewOrganization): Promise<void> {
  const { id, name, aliases, organizationKind, placeId, wikidata } = organization;
  const known = await db.selectFrom('organization').selectAll().where('id', '=', id).executeTakeFirst();
  const united = unite(known?.aliases, aliases);
  if (known === undefined) {
    await storeNamed(db, id);
    const slug = await freeSlug(db, 'organization', name, id);
    await db
      .insertInto('organization')
      .values({
        id,
        slug,
        name,
        name_key: nameKey(name),
        aliases: united,
        organization_kind: organizationKind,
        place_id: placeId,
        wikidata,
      })
      .execute();
  } else {
    await db
      .updateTable('organization')
      .set({ aliases: united, place_id: known.place_id ?? placeId, wikidata: known.wikidata ?? wikidata })
      .where('id', '=', id)
      .execute();
  }
  if (united !== known?.aliases) await indexNames(db, 'organization', id);
}

async function storePerson(db: Transaction<Tables>, person: NewPerson): Promise<void> {
  const { id, name, aliases, wikidata, formerIds } = person;
  const known = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
  const united = unite(known?.aliases, aliases);
  if (known === undefined) {
    await storeNamed(db, id);
    const slug = await freeSlug(db, 'person', name, id);
    await db
      .insertInto('person')
      .values({ id, slug, name, name_key: nameKey(name), aliases: united, wikidata })
      .execute();
  } else {
    await db
      .updateTable('person')
      .set({ aliases: united, wikidata: known.wikidata ?? wikidata })
      .where('id', '=', id)
      .execute();
  }
  for (const formerId of formerIds) {
    await db
      .insertInto('former_person')
      .values({ id: formerId, person_id: id })
      .onConflict((former) => former.doNothing())
      .execute();
  }
  if (united !== known?.aliases) await indexNames(db, 'person', id);
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
    await db
      .updateTable('role')
      .set({ evidence: withEvidence(known.evidence, role) })
      .where('position', '=', known.position)
      .execute();
    return;
  }
  const { title, from, to } = role;
  await db
    .insertInto('role')
    .values({ ...identity, title, from, to, evidence: withEvidence('[]', role) })
    .execute();
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
    await db
      .insertInto('relationship')
      .values({ ...identity, evidence: withEvidence('[]', relationship) })
      .execute();
    return;
  }
  await db
    .updateTable('relationship')
    .set({ evidence: withEvidence(known.evidence, relationship) })
    .where('position', '=', known.position)
    .execute();
}

function withEvidence(known: string, { evidence }: Pick<Role, 'evidence'>): string {
  const stored: unknown[] = JSON.parse(known);
  return JSON.stringify([...stored, ...evidence.map(storedEvidence)]);
}
