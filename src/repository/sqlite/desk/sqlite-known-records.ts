import { sql, type Transaction } from 'kysely';
import type { Place, SubjectId } from '../../../domain/article.js';
import type { Id } from '../../../domain/identity.js';
import type { Organization, Role } from '../../../domain/speaker.js';
import {
  type KnownPerson,
  type KnownRecords,
  type KnownStatement,
  MOST_ARTICLES,
  MOST_KNOWN,
} from '../../known-records.js';
import { atMost } from '../limit.js';
import { groupByOwner } from '../reader.js';
import { toPlace } from '../rows/article.js';
import { FORMER_IDS, type PersonRow, toOrganization, toPerson, toRole } from '../rows/speaker.js';
import { toStatement } from '../rows/statement.js';
import type { OrganizationTable, PlaceTable, RoleTable, StatementTable, Tables } from '../tables.js';

/** What the embedded store knows, as its transaction sees it. */
export class SqliteKnownRecords implements KnownRecords {
  readonly #db: Transaction<Tables>;

  constructor(db: Transaction<Tables>) {
    this.#db = db;
  }

  peopleCalled(names: readonly string[]): Promise<KnownPerson[][]> {
    return this.#people(names, 1);
  }

  peopleSurnamed(words: readonly string[]): Promise<KnownPerson[][]> {
    return this.#people(words, 0);
  }

  async organizationsCalled(names: readonly string[]): Promise<Organization[][]> {
    const rows = await this.#called<OrganizationTable>('organization', names, 1);
    return groupsOf(names, rows, toOrganization);
  }

  async placesCalled(names: readonly string[]): Promise<Place[][]> {
    return groupsOf(names, await this.#called<PlaceTable>('place', names, 1), toPlace);
  }

  async statementsSaying(words: readonly number[]): Promise<KnownStatement[][]> {
    const { rows } = await sql<StatementTable & { owner: number; published_at: number }>`
      select o.key as owner, a.published_at, n.* from json_each(${JSON.stringify(words)}) o
      join statement n on n.id in (select id from statement
        where words = o.value and listed and speaker_status = 'NAMED' order by id ${atMost(MOST_KNOWN)})
      join article a on a.id = n.article_id order by o.key, n.id`.execute(this.#db);
    return groupsOf(words, rows, (row) => ({
      statement: toStatement(row),
      publishedAt: new Date(row.published_at),
    }));
  }

  async articlesWithText(textHash: string): Promise<Id<'Article'>[]> {
    const { rows } = await sql<{ id: Id<'Article'> }>`select distinct article_id as id from article_revision
      where text_hash = ${textHash} order by id ${atMost(MOST_KNOWN)}`.execute(this.#db);
    return rows.map(({ id }) => id);
  }

  async companyOf(people: readonly Id<'Person'>[]): Promise<ReadonlySet<SubjectId>[]> {
    const { rows } = await sql<{ owner: number; id: SubjectId }>`select distinct o.key as owner, b.subject_id as id
      from json_each(${JSON.stringify(people)}) o
      join appearance a on a.rowid in (select rowid from appearance where subject_id = o.value
        order by published_desc, article_id ${atMost(MOST_ARTICLES)})
      join appearance b on b.article_id = a.article_id and b.subject_type in ('Person', 'Organization')
      where b.subject_id <> o.value order by o.key`.execute(this.#db);
    return groupByOwner(people.length, rows).map((group) => new Set(group.map(({ id }) => id)));
  }

  async #people(keys: readonly string[], which: 0 | 1): Promise<KnownPerson[][]> {
    const rows = await this.#called<PersonRow>('person', keys, which, `, ${FORMER_IDS}`);
    const groups = groupsOf(keys, rows, toPerson);
    const ids = [...new Set(groups.flat().map(({ id }) => id))];
    const roles = Map.groupBy(await this.#rolesOf(ids), ({ personId }) => personId);
    return groups.map((group) => group.map((person) => ({ person, roles: roles.get(person.id) ?? [] })));
  }

  async #rolesOf(people: readonly Id<'Person'>[]): Promise<Role[]> {
    const { rows } = await sql<RoleTable>`select * from role
      where person_id in (select value from json_each(${JSON.stringify(people)})) order by person_id, position`.execute(
      this.#db,
    );
    return rows.map(toRole);
  }

  async #called<Row>(
    table: 'person' | 'organization' | 'place',
    keys: readonly string[],
    whole: 0 | 1,
    columns = '',
  ): Promise<(Row & { owner: number })[]> {
    const named = sql.table(table);
    const { rows } = await sql<Row & { owner: number }>`select o.key as owner, n.*${sql.raw(columns)}
      from json_each(${JSON.stringify(keys)}) o
      join ${named} n on n.id in (select m.node_id from match_name m join ${named} k on k.id = m.node_id
        where m.match_key = o.value and m.whole = ${whole} order by m.node_id ${atMost(MOST_KNOWN)})
      order by o.key, n.id`.execute(this.#db);
    return rows;
  }
}

function groupsOf<Row extends { readonly owner: number }, Stored>(
  keys: readonly unknown[],
  rows: readonly Row[],
  toRecord: (row: Row) => Stored,
): Stored[][] {
  return groupByOwner(keys.length, rows).map((group) => group.map(toRecord));
}
