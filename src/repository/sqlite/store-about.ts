import type { Transaction } from 'kysely';
import type { Statement } from '../../domain/statement.js';
import { insertRow } from './insert-row.js';
import type { Tables } from './tables.js';

/** Lets lists find a statement by whom and what it is about. */
export async function storeAbout(db: Transaction<Tables>, { id, about, said }: Statement): Promise<void> {
  const subjects = new Set(about.flatMap(({ subjectId }) => subjectId ?? []));
  for (const subjectId of subjects) {
    await insertRow(db, 'about', { statement_id: id, subject_id: subjectId, said_to: said?.to ?? null });
  }
}
