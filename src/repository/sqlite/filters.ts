import { type RawBuilder, sql } from 'kysely';
import { type Day, daysSinceEpoch } from '../../domain/dates.js';
import { nameKey } from '../../domain/names.js';
import type { SearchExpression } from '../../domain/search/expression.js';
import type { ClaimFilter, DayRange, NameFilter, NumberRange, TimeRange } from '../filters.js';
import { LAST } from '../page.js';
import { SEQ_MASK } from '../search.js';
import { whileInTime, whileInTimeEach } from './in-time.js';
import { matchText } from './match-text.js';
import { PERSON_ID } from './person-id.js';

/** A condition on the row that goes by the name `n`. */
export type Condition = RawBuilder<unknown>;

/**
 * A condition that can be put in several ways. Where few rows fulfil it they are gathered and then put in the order of the
 * list. Where many do, the rows of the list are gone through in its order until a page is full, and it is looked up whether
 * each fulfils it: in the set of those that do, unless these are so many that it is quicker to look at each row by itself.
 * Each is a hundred times slower in another’s place, and SQLite cannot know which it is.
 */
export interface Choice {
  /** A query that gives as many rows as there are to be gathered. */
  readonly candidates: RawBuilder<unknown>;
  /** Up to how many of them it is less work to gather them. */
  readonly few: number;
  readonly gathered: Condition;
  /** Up to how many of them it is less work to look rows up in the set of them, where that is a way. */
  readonly inSet?: { readonly upTo: number; readonly condition: Condition };
  readonly oneByOne: Condition;
  /** Whether what is gathered are the rows’ own numbers, by which they are looked up. */
  readonly byNumber: boolean;
}

export type Way = 'gathered' | 'inSet' | 'oneByOne';

/** The way that suits a choice that so many rows fulfil, as far as `mostCounted`. */
export function wayOf({ few, inSet }: Choice, rows: number): Way {
  if (rows <= few) return 'gathered';
  return inSet !== undefined && rows <= inSet.upTo ? 'inSet' : 'oneByOne';
}

/** Up to how many rows it makes a difference how many there are. */
export function mostCounted({ few, inSet }: Choice): number {
  return inSet?.upTo ?? few;
}

/** The condition of a choice in one of its ways; one by one where it has no set. */
export function put(choice: Choice, way: Way): Condition {
  return way === 'inSet' ? (choice.inSet?.condition ?? choice.oneByOne) : choice[way];
}

/**
 * That the id of a row is among those that a query gives. Rows are looked up by it, unless matches of a text have been
 * gathered: SQLite takes both for few, and would look up each id with each match.
 */
export interface Membership {
  readonly ids: RawBuilder<unknown>;
}

/** What a row has to fulfil, in a way that is still to be chosen. */
export type Filtering = Condition | Choice | Membership;

export function isChoice(condition: Filtering): condition is Choice {
  return 'candidates' in condition;
}

export function isMembership(condition: Filtering): condition is Membership {
  return 'ids' in condition;
}

/** The conditions of those fields of a filter that are there. */
export function conditions<Field extends Filtering>(...fields: readonly (Field | undefined)[]): Field[] {
  return fields.filter((field) => field !== undefined);
}

/**
 * A column has one of these values; as JSON, so that the text of the statement is the same for any number. A single one is
 * said as such, so that an index in the order of the list serves.
 */
export function isAnyOf(column: string, values: readonly string[] | undefined): Condition | undefined {
  if (values?.length === 1) return sql`${sql.raw(column)} = ${values[0]}`;
  return values && sql`${sql.raw(column)} in (select value from json_each(${JSON.stringify(values)}))`;
}

/** As `isAnyOf`, for ids among which may be those of people who were merged. */
export function isAnyoneOf(column: string, ids: readonly string[] | undefined): Condition | undefined {
  return ids && sql`${sql.raw(column)} ${sql.raw(ids.length === 1 ? '=' : 'in')} ${idsOf(ids)}`;
}

/** Ids as a set to look in, those of people who were merged exchanged for those that remain. */
export function idsOf(ids: readonly string[]): RawBuilder<unknown> {
  return sql`(select ${sql.raw(PERSON_ID)} from json_each(${JSON.stringify(ids)}) o)`;
}

/** The time behind the key of a descending order (`…_desc`) lies in a range. */
export function isInTimeDescending(column: string, range: TimeRange | undefined): Condition | undefined {
  return (
    range && sql`${sql.raw(column)} > ${0 - (range.to ?? LAST)} and ${sql.raw(column)} <= ${0 - (range.from ?? -LAST)}`
  );
}

/** The day behind the key of a descending order (`…_desc`) lies in a range; what has none is in no range. */
export function isInDays(column: string, range: DayRange | undefined): Condition | undefined {
  if (range === undefined) return undefined;
  const from = range.to === null ? -LAST : descendingDay(range.to);
  const to = range.from === null ? LAST - 1 : descendingDay(range.from);
  return sql`${sql.raw(column)} between ${from} and ${to}`;
}

function descendingDay(day: Day): number {
  return 0 - daysSinceEpoch(day);
}

/** A stretch of values overlaps the range. */
export function overlaps(low: string, high: string, range: NumberRange | undefined): Condition | undefined {
  const { min, max } = range ?? {};
  const above = min == null ? undefined : sql`${sql.raw(high)} >= ${min}`;
  const below = max == null ? undefined : sql`${sql.raw(low)} <= ${max}`;
  return range && sql`(${sql.join(conditions(sql`true`, above, below), sql` and `)})`;
}

/** Looking for words in the document of one row takes half a millisecond, as long as gathering a hundred rows that have them. */
const FEW_MATCHES = 20_000;
/** … and as long as putting six hundred rows into a set. The more rows there are, the fewer are looked at for a page. */
const MOST_IN_SET = 120_000;

/**
 * A text stands in the document of the row; see `match-text.ts`. `rank` is the number of the row's document (see
 * `searchRank`), and `hidden` whether the rows can be among those that lists leave out.
 */
export function contains(
  documents: 'article' | 'statement',
  text: SearchExpression | null | undefined,
  { rank, hidden }: { readonly rank: RawBuilder<unknown>; readonly hidden: boolean },
): Condition | Choice | undefined {
  if (text === undefined) return undefined;
  if (text === null) return sql`false`;
  const indexes = [`search_${documents}`, ...(hidden ? [`search_${documents}_hidden`] : [])];
  const matching = (selected: string, where: RawBuilder<unknown>) =>
    sql.join(
      indexes.map(
        (index) => sql`select ${sql.raw(selected)} from ${sql.table(index)} d
          where ${sql.ref(index)} match ${matchText(text)} ${where}`,
      ),
      sql` union all `,
    );
  const candidates = matching(`d.rowid & ${SEQ_MASK} as seq`, sql`and ${whileInTime('d')}`);
  return {
    candidates,
    few: FEW_MATCHES,
    gathered: sql`n.seq in (${candidates})`,
    // A column behind a plus is none that SQLite looks rows up by.
    inSet: { upTo: MOST_IN_SET, condition: sql`+n.seq in (${candidates})` },
    byNumber: true,
    oneByOne: sql`${whileInTimeEach('n')} and exists (${matching('1', sql`and d.rowid = ${rank}`)})`,
  };
}

/** Rows of statements and figures that lists show. */
export function isShown({ review }: ClaimFilter): Condition {
  return review === undefined
    ? sql`n.listed`
    : sql`n.standing = 'STANDS' and n.retracted = 0 and ${isAnyOf('n.review', review)}`;
}

/** The conditions of a filter by name. */
export function nameConditions({ name, nameStartsWith }: NameFilter): Condition[] {
  const known = (condition: Condition) => sql`n.id in (select node_id from known_name where ${condition})`;
  const prefix = nameStartsWith === undefined ? undefined : nameKey(nameStartsWith);
  return conditions(
    name === undefined ? undefined : known(sql`name_key = ${nameKey(name)}`),
    // Beyond every name that begins with it: no character is above U+10FFFF.
    prefix === undefined ? undefined : known(sql`name_key >= ${prefix} and name_key < ${`${prefix}\u{10ffff}`}`),
  );
}
