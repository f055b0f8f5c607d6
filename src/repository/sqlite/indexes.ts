import { type Kysely, sql } from 'kysely';
import { disputes } from './disputes.js';
import { SORTING } from './open-writer.js';
import { whenUnlocked } from './patience.js';
import type { Tables } from './tables.js';

/**
 * The indexes that make lists and edits fast: each order of a list is a walk over one of them, which ends in the id. No rule
 * of the record depends on them, so they need not be part of the migrations (as two of them are): whoever opens the store to
 * write makes those that are missing, be it that this version has a new one or that a bulk load was killed before it made them.
 */
const INDEXES = {
  publisher_by_name: 'on publisher (name_key, id)',
  topic_by_name: 'on topic (name_key, id)',
  place_by_name: 'on place (name_key, id)',
  organization_by_name: 'on organization (name_key, id)',
  person_by_name: 'on person (name_key, id)',
  person_by_statement_count: 'on person (statement_count_desc, id)',
  metric_by_name: 'on metric (name_key, id)',
  role_by_organization: 'on role (organization_id) where organization_id is not null',
  article_by_url: 'on article (url) where url is not null',
  article_by_published: 'on article (published_desc, id) where listed',
  article_by_published_asc: 'on article (published_at, id) where listed',
  article_by_publisher: 'on article (publisher_id, published_desc, id) where listed',
  article_by_language: 'on article (language)',
  article_revision_by_text: 'on article_revision (text_hash)',
  article_by_title: 'on article (title_key, id) where listed',
  appearance_by_position: 'on appearance (article_id, subject_type, position, subject_id)',
  appearance_by_subject: 'on appearance (subject_id, published_desc, article_id)',
  unnamed_source_by_affiliation: 'on unnamed_source (affiliation_id) where affiliation_id is not null',
  statement_by_said: 'on statement (said_desc, id) where listed',
  statement_by_said_asc: 'on statement (said_asc, id) where listed',
  statement_by_position: 'on statement (article_id, position, id) where listed',
  statement_by_speaker: 'on statement (speaker_id, said_desc, id) where listed',
  statement_by_speaker_asc: 'on statement (speaker_id, said_asc, id) where listed',
  statement_by_utterance: 'on statement (utterance_id, article_id, position, id)',
  statement_by_words: `on statement (words, id) where words is not null and listed and speaker_status = 'NAMED'`,
  statement_unlisted: 'on statement (id) where not listed',
  about_by_subject: 'on about (subject_id, said_desc, statement_id)',
  statistic_by_series_date: 'on statistic (series, as_of_asc, id) where listed',
  statistic_by_as_of: 'on statistic (as_of_desc, id) where listed',
  statistic_by_as_of_asc: 'on statistic (as_of_asc, id) where listed',
  statistic_by_value: 'on statistic (value, id) where listed',
  statistic_by_value_desc: 'on statistic (value_desc, id) where listed',
  statistic_by_metric: 'on statistic (metric_id, as_of_desc, id) where listed',
  statistic_by_claimant: 'on statistic (claimed_by_id, as_of_desc, id) where listed',
  statistic_by_position: 'on statistic (article_id, position, id) where listed',
  statistic_by_place: 'on statistic (place_id, as_of_desc, id) where listed',
  statement_by_parent: 'on statement (parent_id, article_id, position, id)',
  statistic_by_statement: 'on statistic (statement_id, article_id, position, id)',
  // What belongs to something whether lists show it or not: edits ask for it, and so does SQLite when something goes.
  statement_of_article: 'on statement (article_id)',
  statement_of_speaker: 'on statement (speaker_id) where speaker_id is not null',
  statistic_of_article: 'on statistic (article_id)',
  statistic_of_claimant: 'on statistic (claimed_by_id) where claimed_by_id is not null',
  statistic_of_metric: 'on statistic (metric_id)',
  statistic_of_place: 'on statistic (place_id) where place_id is not null',
  relation_disputing: `on relation (to_id, from_id) where to_statistic_id is null and ${disputes('relation')}`,
  relation_disputing_figure: `on relation (to_statistic_id, from_id)
    where to_statistic_id is not null and ${disputes('relation')}`,
  conflict_with: 'on conflict (other_id)',
  candidate_of_article: 'on candidate (article_id)',
  unnamed_source_of_article: 'on unnamed_source (article_id)',
  relationship_with: 'on relationship (other_id)',
} as const;

/** By which what is new is compared with what is there. */
const NEEDED_TO_STORE = {
  // Periods are few among the figures of a series, and the only ones that hold on days before their last.
  statistic_of_period: `on statistic (series, as_of_to)
    where as_of_to is not null and (as_of_from is null or as_of_from < as_of_to)`,
} as const;

/** Makes the indexes that are missing. */
export async function ensureIndexes(db: Kysely<Tables>): Promise<void> {
  await ensure(db, { ...NEEDED_TO_STORE, ...INDEXES });
}

async function ensure(db: Kysely<Tables>, indexes: Readonly<Record<string, string>>): Promise<void> {
  const { rows } = await sql<{ name: string }>`select name from sqlite_schema where type = 'index'`.execute(db);
  const known = new Set(rows.map(({ name }) => name));
  for (const [name, definition] of Object.entries(indexes)) {
    if (known.has(name)) continue;
    await whenUnlocked(() => sql`create index if not exists ${sql.raw(`${name} ${definition}`)}`.execute(db));
  }
}

/** Takes the indexes away for a load after which making them anew is less work than keeping them; not those that it needs itself. */
export async function beginBulk(db: Kysely<Tables>): Promise<void> {
  for (const name of Object.keys(INDEXES)) {
    await whenUnlocked(() => sql`drop index if exists ${sql.raw(name)}`.execute(db));
  }
  await ensure(db, NEEDED_TO_STORE);
}

/** Makes the indexes after a load. */
export async function endBulk(db: Kysely<Tables>): Promise<void> {
  await sql.raw(SORTING).execute(db);
  await ensureIndexes(db);
}
