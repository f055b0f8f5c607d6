import { type RawBuilder, sql } from 'kysely';
import { type Day, daysSinceEpoch } from '../../domain/dates.js';
import { nameKey } from '../../domain/names.js';
import type { SearchExpression } from '../../domain/search/expression.js';
import type { ClaimFilter, DayRange, NameFilter, NumberRange, TimeRange } from '../filters.js';
import { LAST } from '../page.js';
import { SEQ_MASK } from '../search.js';
import { matchText } from './match-text.js';
import { PERSON_ID } from './person-id.js';

/** A condition on the row that goes by the name `n`. */
export type Condition = RawBuilder<unknown>;

/** The conditions of those fields of a filter that are there. */
export function conditions(...fields: readonly (Condition | undefined | false)[]): Condition[] {
  return fields.filter((field) => field !== undefined && field !== false);
}

/** A column has one of these values; as JSON, so that the text of the statement is the same for any number. */
export function isAnyOf(column: string, values: readonly string[] | undefined): Condition | undefined {
  return values && sql`${sql.raw(column)} in (select value from json_each(${JSON.stringify(values)}))`;
}

/** As `isAnyOf`, for ids among which may be those of people who were merged. */
export function isAnyoneOf(column: string, ids: readonly string[] | undefined): Condition | undefined {
  return ids && sql`${sql.raw(column)} in ${idsOf(ids)}`;
}

/** Ids as a set to look in, those of people who were merged exchanged for those that remain. */
export function idsOf(ids: readonly string[]): RawBuilder<unknown> {
  return sql`(select ${sql.raw(PERSON_ID)} from json_each(${JSON.stringify(ids)}) o)`;
}

/** A time in milliseconds lies in a range. */
export function isInTime(column: string, range: TimeRange | undefined): Condition | undefined {
  return (
    range && sql`${sql.raw(column)} >= ${range.from ?? -8.64e15} and ${sql.raw(column)} < ${range.to ?? 8.64e15 + 1}`
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

/**
 * A text stands in the document of the row; see `match-text.ts`. `hidden` is whether the rows can be among those that
 * lists leave out.
 */
export function contains(
  documents: 'article' | 'statement',
  text: SearchExpression | null | undefined,
  { hidden }: { readonly hidden: boolean },
): Condition | undefined {
  if (text === undefined) return undefined;
  if (text === null) return sql`false`;
  const indexes = [`search_${documents}`, ...(hidden ? [`search_${documents}_hidden`] : [])];
  const found = indexes.map(
    (index) => sql`select rowid & ${sql.raw(String(SEQ_MASK))} from ${sql.table(index)}
      where ${sql.ref(index)} match ${matchText(text)}`,
  );
  return sql`n.seq in (${sql.join(found, sql` union all `)})`;
}

/** Rows of statements and figures that lists show. */
export function isShown({ review }: ClaimFilter): Condition {
  return review === undefined
    ? sql`n.listed`
    : sql`n.standing = 'STANDS' and n.retracted = 0 and ${isAnyOf('n.review', review)}`;
}

/** The conditions of a filter by name; `id` is the column with the id. */
export function nameConditions({ name, nameStartsWith }: NameFilter): Condition[] {
  const known = (condition: Condition) => sql`n.id in (select node_id from known_name where ${condition})`;
  const prefix = nameStartsWith === undefined ? undefined : nameKey(nameStartsWith);
  return conditions(
    name === undefined ? undefined : known(sql`name_key = ${nameKey(name)}`),
    // Beyond every name that begins with it: no character is above U+10FFFF.
    prefix === undefined ? undefined : known(sql`name_key >= ${prefix} and name_key < ${`${prefix}\u{10ffff}`}`),
  );
}
