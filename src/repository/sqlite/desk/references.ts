import { sql, type Transaction } from 'kysely';
import type { AnyId, Id } from '../../../domain/identity.js';
import { nameKey } from '../../../domain/names.js';
import type { Person } from '../../../domain/speaker.js';
import type { RecordKey } from '../../desk.js';
import { atMost } from '../limit.js';
import { PERSON_ID } from '../person-id.js';
import { FORMER_IDS, toPerson } from '../rows/speaker.js';
import type { Tables } from '../tables.js';

type PersonRow = Parameters<typeof toPerson>[0];

/** How many of the records that name something are told. */
const TOLD = 20;

/** The articles that name somebody or something, may mean it, or in which it speaks or claims a figure. */
export async function articlesNaming(db: Transaction<Tables>, subjectId: AnyId): Promise<Id<'Article'>[]> {
  const { rows } = await sql<{ id: Id<'Article'> }>`
    select article_id as id from appearance where subject_id = ${subjectId}
    union select article_id from statement where speaker_id = ${subjectId}
    union select s.article_id from about a join statement s on s.id = a.statement_id where a.subject_id = ${subjectId}
    union select article_id from statistic where claimed_by_id = ${subjectId}
    union select article_id from candidate where subject_id = ${subjectId}
    order by id`.execute(db);
  return rows.map(({ id }) => id);
}

/** The records that name something by its id. Ids inside JSON are looked for only in the articles that have it elsewhere. */
export async function referrersOf(db: Transaction<Tables>, id: AnyId): Promise<RecordKey[]> {
  const { rows } = await sql<RecordKey>`
    select 'Statement' as type, id as key from statement where speaker_id = ${id} or parent_id = ${id}
    union select 'Statement', statement_id from about where subject_id = ${id}
    union select 'Statement', s.id from statement o join statement s on s.article_id = o.article_id and s.id <> o.id
      where o.id = ${id} and instr(s.detail, ${id})
    union select 'Statistic', id from statistic
      where claimed_by_id = ${id} or statement_id = ${id} or metric_id = ${id} or place_id = ${id}
    union select 'StatementRelation', id from relation
      where from_id = ${id} or to_id = ${id} or to_statistic_id = ${id}
    union select 'UnnamedSource', id from unnamed_source where affiliation_id = ${id}
    union select 'Role', json_array(person_id, title_key, organization_id) from role
      where person_id = ${id} or organization_id = ${id}
    union select 'Relationship', json_array(person_id, kind, other_id) from relationship
      where person_id = ${id} or other_id = ${id}
    union select 'Appearance', json_array(article_id, subject_id) from appearance where subject_id = ${id}
    ${atMost(TOLD)}`.execute(db);
  return rows;
}

/** Each id, or that of the person into whom its person was merged. */
export async function remainingIds(db: Transaction<Tables>, people: readonly Id<'Person'>[]): Promise<Id<'Person'>[]> {
  const { rows } = await sql<{ id: Id<'Person'> }>`select ${sql.raw(PERSON_ID)} as id
    from json_each(${JSON.stringify(people)}) o order by o.key`.execute(db);
  return rows.map(({ id }) => id);
}

/** The people who go by a name, by id. */
export async function peopleNamed(db: Transaction<Tables>, name: string): Promise<Person[]> {
  const { rows } = await sql<PersonRow>`select n.*, ${sql.raw(FORMER_IDS)} from known_name k
    join person n on n.id = k.node_id where k.name_key = ${nameKey(name)} order by n.id`.execute(db);
  return rows.map(toPerson);
}
