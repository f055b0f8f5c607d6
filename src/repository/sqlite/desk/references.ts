import { sql, type Transaction } from 'kysely';
import type { AnyId, Id } from '../../../domain/identity.js';
import type { RecordKey } from '../../desk.js';
import type { Tables } from '../tables.js';

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
    limit ${TOLD}`.execute(db);
  return rows;
}
