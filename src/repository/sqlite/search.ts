import { type RawBuilder, sql } from 'kysely';
import type { SearchExpression } from '../../domain/search/expression.js';
import type { Keys } from '../page.js';
import {
  SEARCH_TIERS,
  SEQ_MASK,
  type SearchHit,
  type SearchIndex,
  type SearchQuery,
  type SearchRequest,
  type SearchTier,
} from '../search.js';
import { whileInTime } from './in-time.js';
import { atMost } from './limit.js';
import { matchText } from './match-text.js';
import type { Reader } from './reader.js';

type Sql = RawBuilder<unknown>;

/** The hits of one tier: what stands behind `from`, the keys of their ranks, and how these are walked through. */
interface Tier {
  readonly rows: Sql;
  readonly id: string;
  readonly keys: readonly [string, string];
  readonly order: string;
  /** The condition that a hit ranks behind these keys. */
  beyond(first: Key, second: Key): Sql;
}

type Key = Keys[number];

/** Finds what FTS5 has indexed. A page is one SQL statement, which stops as soon as the page is full. */
export class SqliteSearch implements SearchIndex {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  async page(request: SearchRequest, signal?: AbortSignal): Promise<{ hits: SearchHit[]; hasMore: boolean }> {
    const { size, from } = request;
    const pages = tiersOf(request).flatMap(({ index, tier }) => {
      const beyond = beyondPlace(index, tier, from);
      return beyond === null ? [] : [pageOfTier(index, tier, beyond, size + 1)];
    });
    if (pages.length === 0) return { hits: [], hasMore: false };
    const rows = await this.#reader.all(sql<HitRow>`${sql.join(pages, sql` union all `)} ${atMost(size + 1)}`, signal);
    return { hits: rows.slice(0, size).map(toHit), hasMore: rows.length > size };
  }

  async count(query: SearchQuery, signal?: AbortSignal): Promise<number> {
    const counts = tiersOf(query).map(({ tier }) => sql`(select count(*) from ${tier.rows})`);
    if (counts.length === 0) return 0;
    const [row] = await this.#reader.all(sql<{ count: number }>`select ${sql.join(counts, sql` + `)} as count`, signal);
    return row?.count ?? 0;
  }
}

interface HitRow {
  readonly tier: number;
  readonly first: number;
  readonly second: number;
  readonly id: SearchHit['id'];
}

function toHit({ tier, first, second, id }: HitRow): SearchHit {
  return { id, keys: [tier, first, second], score: SEARCH_TIERS[tier]?.score ?? 0 };
}

function pageOfTier(index: number, { rows, id, keys, order }: Tier, beyond: Sql, limit: number): Sql {
  const [first, second] = keys.map((key) => sql.raw(key));
  return sql`select * from (
    select ${sql.lit(index)} as tier, ${first} as first, ${second} as second, ${sql.raw(id)} as id
    from ${rows} ${beyond} order by ${sql.raw(order)} ${atMost(limit)})`;
}

/** The condition that a hit lies beyond the place; null where all of the tier lies before it. */
function beyondPlace(index: number, { beyond }: Tier, from: Keys | null): Sql | null {
  const [tier = -1, first = 0, second = 0] = from ?? [];
  if (Number(tier) > index) return null;
  return tier === index ? sql`and ${beyond(first, second)}` : sql``;
}

/** The tiers in which a query looks, with their places among all. */
function tiersOf(query: SearchQuery): { index: number; tier: Tier }[] {
  return SEARCH_TIERS.flatMap(({ tier, type }, index) =>
    query.types.includes(type) ? [{ index, tier: tierOf(tier, query) }] : [],
  );
}

function tierOf(tier: SearchTier, query: SearchQuery): Tier {
  switch (tier) {
    case 'PERSON_CALLED':
      return called('person', query);
    case 'PERSON_NAMED':
      return named('person', query);
    case 'ORGANIZATION_CALLED':
      return called('organization', query);
    case 'ORGANIZATION_NAMED':
      return named('organization', query);
    case 'HEADLINE':
      return headlines(query);
    case 'FIGURE':
      return documents('search_statistic', 'statistic', query);
    case 'CONTENT':
      return documents('search_statement', 'statement', query);
    case 'TEXT':
      return texts(query);
  }
}

type Speakers = 'person' | 'organization';

/** People or organizations who are called just what the query says. */
function called(table: Speakers, { name }: SearchQuery): Tier {
  return speakers(table, sql`n.id in ${idsCalled(name)}`);
}

/** Those in whose names it occurs otherwise. */
function named(table: Speakers, { expression, name }: SearchQuery): Tier {
  const documents = matching(`search_${table}`, expression);
  return speakers(table, sql`n.seq in ${documents} and n.id not in ${idsCalled(name)}`);
}

function idsCalled(name: string): Sql {
  return sql`(select node_id from known_name where name_key = ${name})`;
}

function speakers(table: Speakers, condition: Sql): Tier {
  const first = table === 'person' ? 'n.statement_count_desc' : '0';
  return {
    rows: sql`${sql.table(table)} n where ${whileInTime('n')} and ${condition}`,
    id: 'n.id',
    keys: [first, '-n.seq'],
    order: table === 'person' ? 'n.statement_count_desc, n.seq desc' : 'n.seq desc',
    beyond: (...place) => sql`(${sql.raw(first)}, -n.seq) > (${sql.join(place)})`,
  };
}

/** The documents of an index in which the query occurs. FTS5 walks them by their numbers, and from any of them on. */
function documents(index: string, table: string, { expression }: SearchQuery): Tier {
  return {
    rows: sql`${sql.table(index)} d where ${sql.ref(index)} match ${matchText(expression)} and ${whileInTime('d')}`,
    id: `(select n.id from ${table} n where n.seq = d.rowid & ${SEQ_MASK})`,
    keys: ['-d.rowid', '0'],
    order: 'd.rowid desc',
    beyond: (first) => sql`d.rowid < ${0 - Number(first)}`,
  };
}

/** Headlines, unless the text below them has what the query rules out. */
function headlines(query: SearchQuery): Tier {
  const tier = documents('search_headline', 'article', query);
  if (!rulesOut(query.expression)) return tier;
  // All such articles are looked up once: FTS5 takes half a millisecond to begin a look-up, and there can be thousands. The
  // plus keeps SQLite from looking each of them up among the headlines.
  return { ...tier, rows: sql`${tier.rows} and +d.rowid in ${matching('search_article', query.expression)}` };
}

/** Articles in which it occurs elsewhere than in the headline alone. */
function texts(query: SearchQuery): Tier {
  const tier = documents('search_article', 'article', query);
  return { ...tier, rows: sql`${tier.rows} and d.rowid not in ${matching('search_headline', query.expression)}` };
}

function matching(index: string, expression: SearchExpression): Sql {
  return sql`(select d.rowid from ${sql.table(index)} d
    where ${sql.ref(index)} match ${matchText(expression)} and ${whileInTime('d')})`;
}

function rulesOut(expression: SearchExpression): boolean {
  switch (expression.kind) {
    case 'PHRASE':
      return false;
    case 'NOT':
      return true;
    case 'AND':
    case 'OR':
      return expression.parts.some(rulesOut);
  }
}
