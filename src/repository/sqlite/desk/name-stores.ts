import { sql } from 'kysely';
import type { Place, Publisher, Topic } from '../../../domain/article.js';
import type { AnyId } from '../../../domain/identity.js';
import { nameKey } from '../../../domain/names.js';
import type { Organization, Person } from '../../../domain/speaker.js';
import type { Metric } from '../../../domain/statistic.js';
import { insertRow } from '../insert-row.js';
import { toPlace, toPublisher, toTopic } from '../rows/article.js';
import { FORMER_IDS, toOrganization, toPerson } from '../rows/speaker.js';
import { toMetric } from '../rows/statistic.js';
import { indexNames, knowNames } from '../store-names.js';
import type { Tables } from '../tables.js';
import { type DeskContext, type RecordStore, readById, removeById } from './record-store.js';

/** The tables of what has a name. */
type Table = 'publisher' | 'topic' | 'place' | 'organization' | 'person' | 'metric';
/** Those of what can speak or be spoken of. */
type NamedTable = Exclude<Table, 'publisher' | 'metric'>;

export const PUBLISHER_STORE: RecordStore<Publisher> = {
  read: readById('publisher', toPublisher),
  async write(context, { id, name, homepage }) {
    await insertRow(context.db, 'publisher', { id, name, name_key: nameKey(name), homepage }, 'replace');
    await renameTo(context, id, [name]);
  },
  remove: (context, id) => forget(context, 'publisher', id),
};

export const TOPIC_STORE: RecordStore<Topic> = {
  read: readById('topic', toTopic),
  async write(context, { id, name }) {
    await insertRow(context.db, 'named', { id }, 'keep');
    await insertRow(context.db, 'topic', { id, name, name_key: nameKey(name) }, 'replace');
    await renameTo(context, id, [name]);
  },
  remove: (context, id) => forgetNamed(context, 'topic', id),
};

export const PLACE_STORE: RecordStore<Place> = {
  read: readById('place', toPlace),
  async write(context, { id, name, placeKind, withinId }) {
    await insertRow(context.db, 'named', { id }, 'keep');
    const row = { id, name, name_key: nameKey(name), place_kind: placeKind, within_id: withinId };
    await insertRow(context.db, 'place', row, 'replace');
    await renameTo(context, id, [name]);
  },
  remove: (context, id) => forgetNamed(context, 'place', id),
};

export const METRIC_STORE: RecordStore<Metric> = {
  read: readById('metric', toMetric),
  async write(context, { id, name, unit, definition }) {
    await insertRow(context.db, 'metric', { id, name, name_key: nameKey(name), unit, definition }, 'replace');
    await renameTo(context, id, [name]);
  },
  remove: (context, id) => forget(context, 'metric', id),
};

export const ORGANIZATION_STORE: RecordStore<Organization> = {
  read: readById('organization', toOrganization),
  async write(context, { id, slug, name, aliases, organizationKind, placeId, wikidata }) {
    await insertRow(context.db, 'named', { id }, 'keep');
    const row = {
      ...{ id, slug, name, name_key: nameKey(name), aliases: JSON.stringify(aliases) },
      ...{ organization_kind: organizationKind, place_id: placeId, wikidata },
    };
    await insertRow(context.db, 'organization', row, 'replace');
    await forgetNames(context, id);
    await indexNames(context.db, context.documents, 'organization', id);
  },
  async remove(context, id) {
    context.documents.removeNames('organization', await seqOf(context, 'organization', id));
    await forgetNamed(context, 'organization', id);
  },
};

export const PERSON_STORE: RecordStore<Person> = {
  read: readById('person', toPerson, FORMER_IDS),
  async write(context, { id, slug, name, aliases, wikidata, formerIds }) {
    const { db } = context;
    await insertRow(db, 'named', { id }, 'keep');
    const row = { id, slug, name, name_key: nameKey(name), aliases: JSON.stringify(aliases), wikidata };
    await insertRow(db, 'person', row, 'replace');
    await forgetFormerIds(context, id);
    for (const formerId of formerIds) await insertRow(db, 'former_person', { id: formerId, person_id: id });
    await forgetNames(context, id);
    await indexNames(db, context.documents, 'person', id);
  },
  async remove(context, id) {
    context.documents.removeNames('person', await seqOf(context, 'person', id));
    await forgetFormerIds(context, id);
    await forgetNamed(context, 'person', id);
  },
};

async function renameTo(context: DeskContext, id: AnyId, names: readonly string[]): Promise<void> {
  await forgetNames(context, id);
  await knowNames(context.db, id, names);
}

async function forgetNames({ db }: DeskContext, id: string): Promise<void> {
  await sql`delete from known_name where node_id = ${id}`.execute(db);
  await sql`delete from match_name where node_id = ${id}`.execute(db);
}

async function forgetFormerIds({ db }: DeskContext, id: string): Promise<void> {
  await sql`delete from former_person where person_id = ${id}`.execute(db);
}

async function forget(context: DeskContext, table: Table, id: string): Promise<void> {
  await forgetNames(context, id);
  await removeById(context, table, id);
}

async function forgetNamed(context: DeskContext, table: NamedTable, id: string): Promise<void> {
  await forget(context, table, id);
  await removeById(context, 'named', id);
}

async function seqOf(
  { db }: DeskContext,
  table: keyof Tables & ('person' | 'organization'),
  id: string,
): Promise<number> {
  const { rows } = await sql<{ seq: number }>`select seq from ${sql.table(table)} where id = ${id}`.execute(db);
  return rows[0]?.seq ?? 0;
}
