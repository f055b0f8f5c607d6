import type { Transaction } from 'kysely';
import type { AnyId } from '../../domain/identity.js';
import type { NodeSqliteConnection } from './connection.js';
import { ABOUT, CANDIDATES, knownNamesOf, matchNamesOf, NAMES } from './derived-rows.js';
import { DERIVATIONS, type Derivation } from './derived-values.js';
import { toStatistic } from './rows/statistic.js';
import { conflictsOf } from './store-conflicts.js';
import type { StatisticTable, Tables } from './tables.js';

/** How many rows are looked at before those that are wrong are written. */
const PAGE = 1000;

/** Puts the derived columns right; gives how many values were wrong. */
export function deriveColumns(connection: NodeSqliteConnection): number {
  let wrong = 0;
  for (const derivation of DERIVATIONS) wrong += deriveColumnsOf(connection, derivation);
  return wrong;
}

function deriveColumnsOf(connection: NodeSqliteConnection, { table, text, valuesOf }: Derivation): number {
  const page = connection.prepare(`select * from (${text}) where place > ? order by place limit ${PAGE}`);
  let wrong = 0;
  for (let place = Number.MIN_SAFE_INTEGER; ; ) {
    const rows = page.all([place]) as { place: number }[];
    for (const row of rows) {
      for (const { column, found, expected } of valuesOf(row as never)) {
        if (found === expected) continue;
        connection.prepare(`update "${table}" set "${column}" = ? where rowid = ?`).run([expected, row.place]);
        wrong++;
      }
    }
    const last = rows.at(-1);
    if (last === undefined) return wrong;
    place = last.place;
  }
}

/** Makes the tables that follow from others anew; gives how many rows were wrong. */
export async function deriveRows(db: Transaction<Tables>, connection: NodeSqliteConnection): Promise<number> {
  return (
    deriveNames(connection) +
    renewed(connection, 'about', ['statement_id', 'subject_id', 'said_to'], ABOUT) +
    renewed(connection, 'candidate', ['subject_id', 'article_id'], CANDIDATES) +
    (await deriveConflicts(db, connection)) +
    forgetNobodies(connection)
  );
}

/** Takes the rows out that do not belong in a table, and puts in those that are missing; gives how many they are. */
function renewed(connection: NodeSqliteConnection, table: string, columns: readonly string[], rows: string): number {
  const names = columns.join(', ');
  connection.exec(`drop table if exists temp.wanted; create temp table wanted as select ${names} from (${rows})`);
  const isSame = columns.map((column) => `w.${column} is n.${column}`).join(' and ');
  connection.exec(`create index temp.wanted_rows on wanted (${names})`);
  const gone = changesOf(
    connection,
    `delete from ${table} as n where not exists (select 1 from temp.wanted w where ${isSame})`,
  );
  const added = changesOf(
    connection,
    `insert into ${table} (${names}) select ${names} from temp.wanted except select ${names} from ${table}`,
  );
  connection.exec('drop table temp.wanted');
  return gone + added;
}

function changesOf(connection: NodeSqliteConnection, text: string): number {
  return Number(connection.prepare(text).run([]).changes);
}

function deriveNames(connection: NodeSqliteConnection): number {
  connection.exec(`drop table if exists temp.known; create temp table known (name_key text, node_id text);
    drop table if exists temp.matched; create temp table matched (match_key text, whole integer, node_id text)`);
  const know = connection.prepare('insert into temp.known values (?, ?)');
  const match = connection.prepare('insert into temp.matched values (?, ?, ?)');
  for (const { id, names } of connection.prepare(NAMES).iterate([]) as IterableIterator<{ id: AnyId; names: string }>) {
    const all: string[] = JSON.parse(names);
    for (const key of knownNamesOf(all)) know.run([key, id]);
    for (const [key, whole] of matchNamesOf(id, all)) match.run([key, whole, id]);
  }
  return (
    renewed(connection, 'known_name', ['name_key', 'node_id'], 'select * from temp.known') +
    renewed(connection, 'match_name', ['match_key', 'whole', 'node_id'], 'select distinct * from temp.matched')
  );
}

async function deriveConflicts(db: Transaction<Tables>, connection: NodeSqliteConnection): Promise<number> {
  connection.exec('drop table if exists temp.pairs; create temp table pairs (statistic_id text, other_id text)');
  const pair = connection.prepare('insert into temp.pairs values (?, ?)');
  const figures = connection.prepare('select * from statistic order by seq').iterate([]);
  for (const row of figures as IterableIterator<StatisticTable>) {
    const [others = []] = await conflictsOf(db, [toStatistic(row)]);
    for (const other of others) pair.run([row.id, other]);
  }
  return renewed(connection, 'conflict', ['statistic_id', 'other_id'], 'select * from temp.pairs');
}

/** `named` has a row for whatever can be named: one that nothing has is left over. */
function forgetNobodies(connection: NodeSqliteConnection): number {
  const tables = ['topic', 'place', 'organization', 'person', 'unnamed_source'];
  return changesOf(
    connection,
    `delete from named where ${tables.map((table) => `id not in (select id from ${table})`).join(' and ')}`,
  );
}
