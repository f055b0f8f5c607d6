import { sql, type Transaction } from 'kysely';
import type { Tables } from './tables.js';

/** Counts anew the listed statements of people; ids of others who speak do no harm. */
export async function recountStatements(db: Transaction<Tables>, speakers: Iterable<string>): Promise<void> {
  await sql`update person set statement_count = (
      select count(*) from statement s where s.speaker_id = person.id and s.listed)
    where id in (select value from json_each(${JSON.stringify([...speakers])}))`.execute(db);
}
