import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Place, SubjectId } from '../../../domain/article.js';
import type { Id } from '../../../domain/identity.js';
import type { Organization } from '../../../domain/speaker.js';
import { type KnownPerson, type KnownRecords, type KnownStatement, MOST_KNOWN } from '../../known-records.js';
import { groupByOwner } from '../reader.js';
import { toPlace } from '../rows/article.js';
import { FORMER_IDS, type PersonRow, toOrganization, toPerson, toRole } from '../rows/speaker.js';
import { toStatement } from '../rows/statement.js';
import type { OrganizationTable, PlaceTable, RoleTable, StatementTable, Tables } from '../tables.js';

/** How many of those who appear beside a person are looked at. */
const MOST_BESIDE = 200;

/** What the embedded store knows, as its transaction sees it. */
export class SqliteKnownRecords implements KnownRecords {
  readonly #db: Transaction<Tables>;

  constructor(db: Transaction<Tables>) {
    this.#db = db;
  }

  peopleCalled(names: readonly string[]): Promise<KnownPerson[][]> {
    return this.#people(names, sql`m.whole = 1`);
  }

  peopleSurnamed(words: readonly string[]): Promise<KnownPerson[][]> {
    return this.#people(words, sql`m.whole = 0`);
  }

  async organizationsCalled(names: readonly string[]): Promise<Organization[][]> {
    const rows = await this.#called<OrganizationTable>('organization', names, sql`m.whole = 1`);
    return groupsOf(names, rows, toOrganization);
  }

  async placesCalled(names: readonly string[]): Promise<Place[][]> {
    return groupsOf(names, await this.#called<PlaceTable>('place', names, sql`m.whole = 1`), toPlace);
  }

  async statementsSaying(words: readonly number[]): Promise<KnownStatement[][]> {
    const { rows } = await sql<StatementTable & { owner: number; published_at: number }>`
      select o.key as owner, a.published_at, n.* from json_each(${JSON.stringify(words)}) o
      join statement n on n.words = o.value and n.listed and n.speaker_status = 'NAMED'
      join article a on a.id = n.article_id order by o.key, n.id`.execute(this.#db);
    return groupsOf(words, rows, (row) => ({
      statement: toStatement(row),
      publishedAt: new Date(row.published_at),
    }));
  }

  async articlesWithText(textHash: string): Promise<Id<'Article'>[]> {
    const { rows } = await sql<{ id: Id<'Article'> }>`select distinct article_id as id from article_revision
      where text_hash = ${textHash} order by id limit ${MOST_KNOWN}`.execute(this.#db);
    return rows.map(({ id }) => id);
  }

  async #people(keys: readonly string[], which: RawBuilder<unknown>): Promise<KnownPerson[][]> {
    const rows = await this.#called<PersonRow>('person', keys, which, `, ${FORMER_IDS}`);
    const groups = groupsOf(keys, rows, toPerson);
    const known = new Map<string, KnownPerson>();
    for (const person of groups.flat()) {
      if (known.has(person.id)) continue;
      const roles = await sql<RoleTable>`select * from role where person_id = ${person.id} order by position`.execute(
        this.#db,
      );
      known.set(person.id, { person, roles: roles.rows.map(toRole), beside: await this.#beside(person.id) });
    }
    return groups.map((group) => group.flatMap(({ id }) => known.get(id) ?? []));
  }

  async #beside(personId: Id<'Person'>): Promise<ReadonlySet<SubjectId>> {
    const { rows } = await sql<{ id: SubjectId }>`select distinct b.subject_id as id from appearance a
      join appearance b on b.article_id = a.article_id and b.subject_type in ('Person', 'Organization')
      where a.subject_id = ${personId} and b.subject_id <> a.subject_id limit ${MOST_BESIDE}`.execute(this.#db);
    return new Set(rows.map(({ id }) => id));
  }

  async #called<Row>(
    table: 'person' | 'organization' | 'place',
    keys: readonly string[],
    which: RawBuilder<unknown>,
    beside = '',
  ): Promise<(Row & { owner: number })[]> {
    const { rows } = await sql<Row & { owner: number }>`select o.key as owner, n.*${sql.raw(beside)}
      from json_each(${JSON.stringify(keys)}) o
      join match_name m on m.match_key = o.value and ${which}
      join ${sql.table(table)} n on n.id = m.node_id order by o.key, n.id`.execute(this.#db);
    return rows;
  }
}

function groupsOf<Row extends { readonly owner: number }, Stored>(
  keys: readonly unknown[],
  rows: readonly Row[],
  toRecord: (row: Row) => Stored,
): Stored[][] {
  return groupByOwner(keys.length, rows).map((group) => group.slice(0, MOST_KNOWN).map(toRecord));
}
