import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../../domain/identity.js';
import type { SearchExpression } from '../../domain/search/expression.js';
import type { Phrase } from '../../domain/search/phrase.js';
import type { SpeakerId } from '../../domain/speaker.js';
import { MOST_CANDIDATES, MOST_COUNTED, mostWeighed, type QuotationIndex } from '../quotations.js';
import { SEQ_MASK } from '../search.js';
import { whileInTime } from './in-time.js';
import { atMost } from './limit.js';
import { matchText } from './match-text.js';
import type { Reader } from './reader.js';

/** Finds candidates by the full-text index of statements, which gives those of a word in the order of their ranks. */
export class SqliteQuotations implements QuotationIndex {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  async frequencies(phrases: readonly Phrase[], signal?: AbortSignal): Promise<number[]> {
    const rows = await this.#reader.all(
      sql<{ frequency: number }>`select (select count(*) from (
          select 1 from search_statement d
          where search_statement match o.value and ${whileInTime('d')} ${atMost(MOST_COUNTED)})) as frequency
        from json_each(${JSON.stringify(phrases.map(matchText))}) o order by o.key`,
      signal,
    );
    return rows.map(({ frequency }) => frequency);
  }

  /**
   * All in one SQL statement, in which each group is looked up once. The index of a speaker’s statements that lists show
   * has their numbers in it; left to choose, SQLite takes the one of all, and reads each row to see whether it is listed.
   */
  async candidates(
    groups: readonly SearchExpression[],
    speakerId: SpeakerId | null,
    signal?: AbortSignal,
  ): Promise<Id<'Statement'>[]> {
    if (groups.length === 0) return [];
    const hits = groups.map((group) => hitsOf(group, mostWeighed(groups.length)));
    const rows = await this.#reader.all(
      sql<{ id: Id<'Statement'> }>`
        with hits as materialized (
          select hit, count(*) as groups from (${sql.join(hits, sql` union all `)}) group by hit),
        candidates as (
          select * from (select 0 as part, * from hits where hit & ${SEQ_MASK} in (
            select seq from statement indexed by statement_by_speaker where speaker_id = ${speakerId} and listed)
            order by groups desc, hit ${atMost(MOST_CANDIDATES)})
          union all
          select * from (select 1 as part, * from hits order by groups desc, hit ${atMost(MOST_CANDIDATES)}))
        select n.id from candidates c join statement n on n.seq = c.hit & ${SEQ_MASK}
        order by c.part, c.groups desc, c.hit`,
      signal,
    );
    return [...new Set(rows.map(({ id }) => id))];
  }
}

/** The ranks of the first statements in which a group stands. From the first on FTS5 walks twice as fast as from the last. */
function hitsOf(group: SearchExpression, most: number): RawBuilder<unknown> {
  return sql`select hit from (select d.rowid as hit from search_statement d
    where search_statement match ${matchText(group)} and ${whileInTime('d')}
    order by d.rowid ${atMost(most)})`;
}
