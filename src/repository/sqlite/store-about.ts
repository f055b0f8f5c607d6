import type { Transaction } from 'kysely';
import type { SubjectId } from '../../domain/article.js';
import type { Id } from '../../domain/identity.js';
import type { SpeakerId } from '../../domain/speaker.js';
import type { Statement } from '../../domain/statement.js';
import { insertRow } from './insert-row.js';
import type { Tables } from './tables.js';

/** Lets a statement be found by whom and what it is about, and its article by whom it may mean. */
export async function storeAbout(
  db: Transaction<Tables>,
  { id, articleId, about, said, speakerCandidateIds }: Statement,
): Promise<void> {
  const subjects = new Set(about.flatMap(({ subjectId }) => subjectId ?? []));
  for (const subjectId of subjects) {
    await insertRow(db, 'about', { statement_id: id, subject_id: subjectId, said_to: said?.to ?? null });
  }
  await storeCandidates(db, articleId, [...speakerCandidateIds, ...about.flatMap(({ candidateIds }) => candidateIds)]);
}

/** Lets an article be found by whom and what it may mean. */
export async function storeCandidates(
  db: Transaction<Tables>,
  articleId: Id<'Article'>,
  candidates: readonly (SubjectId | SpeakerId)[],
): Promise<void> {
  for (const subjectId of candidates) {
    await insertRow(db, 'candidate', { subject_id: subjectId, article_id: articleId }, 'keep');
  }
}
