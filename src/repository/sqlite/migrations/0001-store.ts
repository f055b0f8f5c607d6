import { type Kysely, sql } from 'kysely';

/**
 * The record. Notes that hold for all tables:
 * - Times are milliseconds since 1970 (UTC), days are `YYYY-MM-DD`, booleans 0 or 1.
 * - `…_desc` columns are the keys of descending orders: they ascend, and "no date" is above all others, so that every
 *   order is an ascending walk over an index ending in the id.
 * - `listed` says whether a row belongs in lists; partial indexes hold only those rows.
 * - `named` has a row for whatever can speak or be spoken of, so that a reference to any of them is a foreign key.
 * - Here are only the indexes that rules of the record or their enforcement need; `indexes.ts` has those of the lists.
 * - `seq` numbers the rows in the order of storing; the search index knows them by it (see `search-documents.ts`).
 */
const SCHEMA = [
  `pragma application_id = 1332630115`,

  `create table named (id text primary key) strict, without rowid`,

  `create table publisher (
    id text primary key, name text not null, name_key text not null, homepage text
  ) strict`,

  `create table topic (
    id text primary key references named, name text not null, name_key text not null
  ) strict`,

  `create table place (
    id text primary key references named, name text not null, name_key text not null,
    place_kind text not null, within_id text references place
  ) strict`,

  `create table organization (
    seq integer primary key, id text not null unique references named, slug text not null unique,
    name text not null, name_key text not null, aliases text not null,
    organization_kind text not null, place_id text references place, wikidata text
  ) strict`,

  `create table person (
    seq integer primary key, id text not null unique references named, slug text not null unique,
    name text not null, name_key text not null, aliases text not null, wikidata text,
    statement_count integer not null default 0,
    statement_count_desc integer not null generated always as (-statement_count) virtual
  ) strict`,

  // Every name of everybody and everything that lists find by name: the canonical one and the others.
  `create table known_name (
    name_key text not null, node_id text not null, primary key (name_key, node_id)
  ) strict, without rowid`,
  `create index known_name_by_node on known_name (node_id)`,

  // The names of people, organizations and places as those of articles are matched (`matchKey`), and (\`whole\` = 0) the first
  // and last words of people’s canonical names.
  `create table match_name (
    match_key text not null, node_id text not null, whole integer not null, primary key (match_key, whole, node_id)
  ) strict, without rowid`,
  `create index match_name_by_node on match_name (node_id)`,

  `create table former_person (
    position integer primary key, id text not null unique, person_id text not null references person (id)
  ) strict`,
  `create index former_person_by_person on former_person (person_id)`,

  `create table role (
    position integer primary key, person_id text not null references person (id),
    title text not null, title_key text not null, organization_id text references organization (id), "from" text, "to" text, evidence text not null
  ) strict`,
  `create unique index role_identity on role (person_id, title_key, coalesce(organization_id, ''))`,

  `create table relationship (
    position integer primary key, person_id text not null references person (id), kind text not null,
    other_id text not null references person (id), evidence text not null, unique (person_id, kind, other_id)
  ) strict`,

  // The current revision is no foreign key: it is stored after its article, and while a reference is open SQLite looks
  // through every table that may have it each time a row is inserted.
  `create table article (
    seq integer primary key, id text not null unique, slug text not null unique, title text not null, title_key text not null, url text,
    publisher_id text not null references publisher, bylines text not null,
    published_at integer not null, published_precision text not null, updated_at integer not null unique,
    language text not null, word_count integer not null,
    current_revision_id text not null,
    retracted_at integer, retraction_reason text,
    published_desc integer not null generated always as (-published_at) virtual,
    published_day integer not null generated always as (${searchDay('published_at')}) virtual,
    listed integer not null generated always as (retracted_at is null) virtual
  ) strict`,

  `create table article_revision (
    id text primary key, article_id text not null references article (id), number integer not null, title text not null,
    text text not null, text_hash text not null, stored_at integer not null, reason text,
    number_desc integer not null generated always as (-number) virtual,
    unique (article_id, number)
  ) strict`,

  // The keys of the article's own order are copied here, so that a subject's articles are a walk over one index.
  `create table appearance (
    article_id text not null references article (id), subject_id text not null references named,
    subject_type text not null, position integer not null, revision_id text not null references article_revision, mentions text not null,
    published_at integer not null,
    published_desc integer not null generated always as (-published_at) virtual,
    primary key (article_id, subject_id)
  ) strict`,

  `create table unresolved (
    article_id text not null references article (id), position integer not null,
    revision_id text not null references article_revision, reference text not null,
    primary key (article_id, position)
  ) strict, without rowid`,

  `create table unnamed_source (
    id text primary key references named, article_id text not null references article (id), description text not null,
    source_kind text not null, plural integer not null, affiliation_id text references organization (id),
    ${provenance()}
  ) strict`,

  `create table statement (
    seq integer primary key, id text not null unique, article_id text not null references article (id),
    revision_id text not null references article_revision,
    kind text not null, text text not null, words integer, position integer not null,
    speaker_id text references named, speaker_status text not null, speaker_role text, force text not null,
    medium text, medium_text text, said_from text, said_to text, said_precision text,
    parent_id text references statement (id) deferrable initially deferred, utterance_id text not null, detail text not null,
    standing text not null, last_change text, retracted integer not null default 0,
    ${provenance()},
    said_desc integer not null generated always as (${descending('said_to')}) virtual,
    said_asc integer not null generated always as (${ascending('said_to')}) virtual,
    listed integer not null generated always as (${listed()}) virtual
  ) strict`,
  `create index statement_by_parent on statement (parent_id, article_id, position, id)`,

  // What a statement is about stands in its detail; this is the way back, in the statement's own order.
  `create table about (
    statement_id text not null references statement (id), subject_id text not null references named, said_to text,
    said_desc integer not null generated always as (${descending('said_to')}) virtual,
    primary key (statement_id, subject_id)
  ) strict`,

  // Who is a candidate in what an article leaves open stands in JSON; this is the way there. It may lead too far.
  `create table candidate (
    subject_id text not null, article_id text not null references article (id), primary key (subject_id, article_id)
  ) strict, without rowid`,

  `create table metric (
    id text primary key, name text not null, name_key text not null, unit text, definition text
  ) strict`,

  // What can be compared has one `series`; `low` and `high` are what the figure states, null where it leaves that open.
  `create table statistic (
    seq integer primary key, id text not null unique, article_id text not null references article (id),
    revision_id text not null references article_revision, metric_id text not null references metric,
    value real not null, upper_value real, value_text text not null, unit text, comparator text not null,
    measure text not null, change text not null, subject text, place_id text references place,
    as_of_from text, as_of_to text, as_of_precision text, as_of_span text,
    claimed_by_id text references named, claimant_status text not null,
    statement_id text references statement (id), position integer not null, "end" integer not null,
    standing text not null, last_change text, retracted integer not null default 0,
    series text not null, low real, high real,
    ${provenance()},
    as_of_desc integer not null generated always as (${descending('as_of_to')}) virtual,
    as_of_asc integer not null generated always as (${ascending('as_of_to')}) virtual,
    value_desc real not null generated always as (0 - value) virtual,
    listed integer not null generated always as (${listed()}) virtual
  ) strict`,
  `create index statistic_by_statement on statistic (statement_id, article_id, position, id)`,
  `create index statistic_by_series on statistic (series, as_of_to, id)`,

  // Figures that cannot both be right, each pair both ways and whether lists show them or not.
  `create table conflict (
    statistic_id text not null references statistic (id), other_id text not null references statistic (id),
    primary key (statistic_id, other_id)
  ) strict, without rowid`,

  `create table relation (
    id text primary key, kind text not null, from_id text not null references statement (id),
    to_id text not null references statement (id), to_statistic_id text references statistic (id),
    basis text not null, revision_id text references article_revision, span text,
    ${provenance()}
  ) strict`,
  `create index relation_by_from on relation (from_id, recorded_at, id)`,
  `create index relation_by_to on relation (to_id, recorded_at, id)`,
  `create index relation_by_statistic on relation (to_statistic_id) where to_statistic_id is not null`,

  `create table change (
    seq integer primary key, id text not null unique, action text not null, actor text not null,
    at integer not null unique, reason text,
    undoes_id text references change (id), undone_by_id text references change (id),
    at_desc integer not null generated always as (-at) virtual
  ) strict`,
  // What a change was done to may be there no longer, so that these are no foreign keys.
  `create table change_target (
    change_id text not null references change (id), position integer not null, target_id text not null,
    primary key (change_id, position)
  ) strict, without rowid`,
  `create index change_target_by_target on change_target (target_id, change_id)`,
  // What of each record a change replaced (\`before\`) and by what (\`after\`), so that it can be taken back.
  `create table change_patch (
    change_id text not null references change (id), position integer not null, type text not null, key text not null,
    before text, after text, primary key (change_id, position)
  ) strict, without rowid`,
  `create index change_patch_by_record on change_patch (key, type, change_id)`,

  // No secret is here, only its SHA-256 and how it begins; `scopes` is a list in JSON. Revoked keys stay, for whoever asks
  // who made a change.
  // Pairs of people that may be one, found when the second was stored; either may have been merged since.
  `create table identity_candidate (
    id text primary key, person_id text not null, other_id text not null, why text not null, score real not null,
    score_desc real not null generated always as (-score) virtual
  ) strict`,
  `create index identity_candidate_by_score on identity_candidate (score_desc, id)`,

  // Files and addresses that were ingested whole, and by what feeds tell whether they have changed.
  `create table ingested (source text primary key, fingerprint text not null, documents integer not null) strict`,
  `create table feed (url text primary key, etag text, last_modified text) strict`,

  `create table api_key (
    seq integer primary key, id text not null unique, name text not null, hash text not null unique,
    prefix text not null, scopes text not null, created_at integer not null, revoked_at integer
  ) strict`,
  `create unique index api_key_by_name on api_key (name) where revoked_at is null`,

  // Only the index, no copy of the texts; the rows' numbers are their ranks (see `search-documents.ts`). What lists leave
  // out unless a filter asks for it is apart, so that search never meets it.
  ...[
    'headline',
    'article',
    'article_hidden',
    'statement',
    'statement_hidden',
    'statistic',
    'person',
    'organization',
  ].map(
    (documents) =>
      `create virtual table search_${documents} using fts5 (body, content = '', contentless_delete = 1, tokenize = 'ascii')`,
  ),
];

function provenance(): string {
  return `origin text not null, agent text not null, agent_version text, recorded_at integer not null, confidence real,
    review text not null, reviewed_by text, reviewed_at integer`;
}

/** Days before 1970, so that later days come first; a number above all others where there is no day. */
function descending(day: string): string {
  return `coalesce(-unixepoch(${day}) / 86400, 9007199254740991)`;
}

/** Days since 1970, so that earlier days come first; a number above all others where there is no day. */
function ascending(day: string): string {
  return `coalesce(unixepoch(${day}) / 86400, 9007199254740991)`;
}

/** The day of a time as the ranks of search count it: from 1 January of the year 0, and none beyond what they have room for. */
function searchDay(time: string): string {
  const day = `(${time} - ((${time} % 86400000 + 86400000) % 86400000)) / 86400000 + 719528`;
  return `min(max(${day}, 0), 4194303)`;
}

function listed(): string {
  return `standing = 'STANDS' and review <> 'REJECTED' and retracted = 0`;
}

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of SCHEMA) await sql.raw(statement).execute(db);
}
