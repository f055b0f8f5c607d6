import { sql } from 'kysely';
import type { AnyId } from '../../../domain/identity.js';
import { ABOUT, CANDIDATES, knownNamesOf, matchNamesOf, NAMES } from '../derived-rows.js';
import { DERIVATIONS, type Derivation } from '../derived-values.js';
import { toStatistic } from '../rows/statistic.js';
import { conflictsOf } from '../store-conflicts.js';
import type { StatisticTable } from '../tables.js';
import { type CheckContext, rowsOf } from './check-context.js';
import { Remedy } from './findings.js';
import { reasonOf } from './reason.js';

/** Compares the columns and tables that follow from others with what they follow from. */
export const DERIVED_CHECKS: readonly ((context: CheckContext) => void | Promise<void>)[] = [
  ...DERIVATIONS.map((derivation) => (context: CheckContext) => checkColumns(context, derivation)),
  checkNames,
  checkAbout,
  checkCandidates,
  checkConflicts,
  checkChanges,
];

function tell({ findings }: CheckContext, table: string, id: string | null, message: string): void {
  findings.add({ code: 'DERIVED', table, id, message, remedy: Remedy.REINDEX });
}

function checkColumns(context: CheckContext, { table, text, valuesOf }: Derivation): void {
  for (const row of rowsOf<{ id: string }>(context, text)) {
    try {
      for (const { column, found, expected } of valuesOf(row as never)) {
        if (found === expected) continue;
        tell(context, table, row.id, `Its ${column} is ${print(found)}, and ought to be ${print(expected)}.`);
      }
    } catch (error) {
      const message = `It cannot be read: ${reasonOf(error)}`;
      context.findings.add({ code: 'UNREADABLE', table, id: row.id, message, remedy: Remedy.RESTORE });
    }
  }
}

function print(value: unknown): string {
  return typeof value === 'string' ? `“${value}”` : value === null ? 'empty' : String(value);
}

/** The keys of names, in both of their tables. */
function checkNames(context: CheckContext): void {
  const { connection } = context;
  const known = connection.prepare('select name_key from known_name where node_id = ?');
  const matched = connection.prepare('select match_key, whole from match_name where node_id = ?');
  for (const { id, names } of rowsOf<{ id: AnyId; names: string }>(context, NAMES)) {
    const all: string[] = JSON.parse(names);
    const keys = known.all([id]) as { name_key: string }[];
    compare(
      context,
      'known_name',
      id,
      keys.map(({ name_key }) => name_key),
      [...knownNamesOf(all)],
    );
    const matches = matched.all([id]) as { match_key: string; whole: number }[];
    const expected = matchNamesOf(id, all).map(([key, whole]) => `${key}/${whole}`);
    compare(
      context,
      'match_name',
      id,
      matches.map(({ match_key, whole }) => `${match_key}/${whole}`),
      expected,
    );
  }
  for (const table of ['known_name', 'match_name']) {
    const text = `select distinct node_id as id from ${table} except select id from (${NAMES})`;
    for (const { id } of rowsOf<{ id: string }>(context, text))
      tell(context, table, id, 'Nobody and nothing has this id.');
  }
}

function compare(
  context: CheckContext,
  table: string,
  id: string,
  found: readonly string[],
  expected: readonly string[],
): void {
  const there = new Set(found);
  const wanted = new Set(expected);
  for (const key of wanted) if (!there.has(key)) tell(context, table, id, `The key “${key}” is missing.`);
  for (const key of there)
    if (!wanted.has(key)) tell(context, table, id, `The key “${key}” belongs to none of its names.`);
}

function checkAbout(context: CheckContext): void {
  const there = 'select statement_id, subject_id, said_to from about';
  type Row = { statement_id: string; subject_id: string };
  for (const { statement_id, subject_id } of rowsOf<Row>(context, `select * from (${ABOUT}) except ${there}`)) {
    tell(context, 'about', statement_id, `That the statement is about ${subject_id} is missing.`);
  }
  for (const { statement_id, subject_id } of rowsOf<Row>(context, `${there} except select * from (${ABOUT})`)) {
    tell(
      context,
      'about',
      statement_id,
      `The statement does not say that it is about ${subject_id}, or not of that day.`,
    );
  }
}

function checkCandidates(context: CheckContext): void {
  const text = `select * from (${CANDIDATES}) except select subject_id, article_id from candidate`;
  for (const { subject_id, article_id } of rowsOf<{ subject_id: string; article_id: string }>(context, text)) {
    tell(context, 'candidate', article_id, `That the article may mean ${subject_id} is missing.`);
  }
}

/** Which figures cannot both be right. */
async function checkConflicts(context: CheckContext): Promise<void> {
  for (const row of rowsOf<StatisticTable>(context, 'select * from statistic order by seq')) {
    const [others] = await conflictsOf(context.db, [toStatistic(row)]);
    const expected = new Set<string>(others);
    const { rows } = await sql<{ other_id: string }>`select other_id from conflict
      where statistic_id = ${row.id}`.execute(context.db);
    const there = new Set(rows.map(({ other_id }) => other_id));
    for (const id of expected) {
      if (!there.has(id)) tell(context, 'conflict', row.id, `That it conflicts with ${id} is missing.`);
    }
    for (const id of there)
      if (!expected.has(id)) tell(context, 'conflict', row.id, `It does not conflict with ${id}.`);
  }
}

/** A change that was undone names the one that did it, which was not undone itself. */
function checkChanges(context: CheckContext): void {
  const text = `select n.id, n.undone_by_id as found, (select u.id from change u
      where u.undoes_id = n.id and u.undone_by_id is null order by u.seq desc limit 1) as expected
    from change n`;
  for (const { id, found, expected } of rowsOf<{ id: string; found: string | null; expected: string | null }>(
    context,
    text,
  )) {
    if (found === expected) continue;
    const message = `Its undone_by_id is ${print(found)}, and ought to be ${print(expected)}.`;
    context.findings.add({ code: 'DERIVED', table: 'change', id, message, remedy: Remedy.RESTORE });
  }
}
