import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../../domain/identity.js';
import type { Statement } from '../../domain/statement.js';
import type { StatementFilter } from '../filters.js';
import type { CoSpeaker, StatementCountRequest, StatementGroup, StatementGrouping } from '../repository.js';
import type { SqliteCollection } from './collection.js';
import { whileInTime } from './in-time.js';
import { atMost } from './limit.js';
import { PERSON_ID } from './person-id.js';
import { groupByOwner, type Reader } from './reader.js';

/** What the statements `n` of each grouping share; where their article has it, the articles `m` and the table beside them. */
const GROUPINGS: Record<StatementGrouping, { readonly key: string; readonly besideArticles?: RawBuilder<unknown> }> = {
  SPEAKER: { key: 'n.speaker_id' },
  SPEAKER_STATUS: { key: 'n.speaker_status' },
  PUBLISHER: {
    key: 'a.publisher_id',
    besideArticles: sql`join article a on ${whileInTime('a')} and a.id = m.article_id`,
  },
  TOPIC: {
    key: 't.subject_id',
    besideArticles: sql`left join appearance t
      on ${whileInTime('t')} and t.article_id = m.article_id and t.subject_type = 'Topic'`,
  },
  KIND: { key: 'n.kind' },
  FORCE: { key: 'n.force' },
};

/** See `Repository.countStatements`. */
export async function countStatements(
  reader: Reader,
  statements: Pick<SqliteCollection<never, Statement, 'all', never, StatementFilter>, 'allRows'>,
  { grouping, filter, size }: StatementCountRequest,
  signal?: AbortSignal,
): Promise<StatementGroup[]> {
  const { key, besideArticles } = GROUPINGS[grouping];
  const rows = statements.allRows('all', filter);
  const last = sql`group by 1 order by count desc, key ${atMost(size)}`;
  // An article has a dozen statements: what they share is looked up once for all of them.
  const query =
    besideArticles === undefined
      ? sql<StatementGroup>`select ${sql.raw(key)} as key, count(*) as count from ${rows} ${last}`
      : sql<StatementGroup>`with counted as materialized (
            select n.article_id, count(*) as statements from ${rows} group by n.article_id)
          select ${sql.raw(key)} as key, sum(m.statements) as count from counted m ${besideArticles} ${last}`;
  return reader.all(query, signal);
}

/** See `Repository.coSpeakersOf`. */
export async function coSpeakersOf(
  reader: Reader,
  people: readonly Id<'Person'>[],
  size: number,
  signal?: AbortSignal,
): Promise<CoSpeaker[][]> {
  const rows = await reader.all(
    sql<CoSpeaker & { owner: number }>`select owner, personId, articleCount from (
        select w.owner, s.speaker_id as personId, count(distinct s.article_id) as articleCount,
          row_number() over (partition by w.owner order by count(distinct s.article_id) desc, s.speaker_id) as place
        from (
          select distinct o.key as owner, s.speaker_id, s.article_id from json_each(${JSON.stringify(people)}) o
          join statement s on ${whileInTime('s')} and s.speaker_id = ${sql.raw(PERSON_ID)} and s.listed) w
        join statement s on ${whileInTime('s')} and s.article_id = w.article_id and s.listed
          and s.speaker_id <> w.speaker_id and substr(s.speaker_id, 1, 4) = 'per_'
        group by w.owner, s.speaker_id)
      where place <= ${size} order by owner, place`,
    signal,
  );
  return groupByOwner(people.length, rows).map((group) =>
    group.map(({ personId, articleCount }) => ({ personId, articleCount })),
  );
}
