import type { Transaction } from 'kysely';
import type { SubjectId } from '../../domain/article.js';
import type { Id } from '../../domain/identity.js';
import type { SpeakerId } from '../../domain/speaker.js';
import type { Statement } from '../../domain/statement.js';
import { insertRows } from './insert-row.js';
import type { Tables } from './tables.js';

/** Lets statements be found by whom and what they are about, and their articles by whom they may mean. */
export async function storeAbout(db: Transaction<Tables>, statements: readonly Statement[]): Promise<void> {
  const rows = statements.flatMap(({ id, about, said }) => {
    const subjects = new Set(about.flatMap(({ subjectId }) => subjectId ?? []));
    return [...subjects].map((subjectId) => ({ statement_id: id, subject_id: subjectId, said_to: said?.to ?? null }));
  });
  await insertRows(db, 'about', rows);
  for (const [articleId, ofArticle] of Map.groupBy(statements, (statement) => statement.articleId)) {
    const candidates = ofArticle.flatMap(({ speakerCandidateIds, about }) => [
      ...speakerCandidateIds,
      ...about.flatMap(({ candidateIds }) => candidateIds),
    ]);
    await storeCandidates(db, articleId, candidates);
  }
}

/** Lets an article be found by whom and what it may mean. */
export async function storeCandidates(
  db: Transaction<Tables>,
  articleId: Id<'Article'>,
  candidates: readonly (SubjectId | SpeakerId)[],
): Promise<void> {
  const rows = [...new Set(candidates)].map((subjectId) => ({ subject_id: subjectId, article_id: articleId }));
  await insertRows(db, 'candidate', rows, 'keep');
}
