import type { Article } from '../domain/article.js';
import { type ArticleRecord, positionOf } from '../domain/record.js';
import { type RevisedClaims, reviseArticle } from '../domain/revision/revise-article.js';
import { isMadeByHand } from '../domain/revision/revised-claims.js';
import type { ArticleFile, Desk } from '../repository/desk.js';
import { KEYS } from '../repository/desk.js';
import { isSameField } from '../repository/fields.js';

/** What becomes of a stored article’s claims when it is read anew as `record`; stores nothing. */
export async function revisedClaims(desk: Desk, stored: ArticleFile, record: ArticleRecord): Promise<RevisedClaims> {
  const { revision, statements, statistics } = stored;
  const ids = new Set([revision.id, ...[...statements, ...statistics].map(({ revisionId }) => revisionId)]);
  const revisions = (await desk.read('ArticleRevision', [...ids])).filter((each) => each !== undefined);
  return reviseArticle({ ...stored, revisions }, record);
}

/**
 * Stores a stored article as it is read anew: with another wording, or the same one by a newer engine. The first
 * publication, the address and a retraction stay as they were.
 */
export async function storeRevision(
  desk: Desk,
  stored: ArticleFile,
  record: ArticleRecord,
  claims: RevisedClaims,
): Promise<void> {
  await desk.storeEntities(record);
  if (stored.revision.id !== record.revision.id) {
    await desk.put('ArticleRevision', { ...record.revision, storedAt: desk.at });
  }
  await desk.put('Article', revisedArticle(stored.article, record));
  for (const source of claims.unnamedSources) await desk.put('UnnamedSource', source);
  for (const id of claims.removedRelationIds) await desk.remove('StatementRelation', id);
  await putChanged(desk, 'Statement', stored.statements, claims.statements);
  await putChanged(desk, 'Statistic', stored.statistics, claims.statistics);
  await putChanged(desk, 'StatementRelation', stored.relations, claims.relations);
  await putAppearances(desk, stored, record, claims);
  await desk.put('Unresolved', { articleId: stored.article.id, references: record.unresolved });
}

function revisedArticle(stored: Article, { article, revision }: ArticleRecord): Article {
  const { title, bylines, language, wordCount } = article;
  return { ...stored, title, bylines, language, wordCount, currentRevisionId: revision.id };
}

/** Puts down what differs from what is stored: most of an article stays as it was. */
async function putChanged<Type extends 'Statement' | 'Statistic' | 'StatementRelation'>(
  desk: Desk,
  type: Type,
  stored: readonly Parameters<typeof desk.put<Type>>[1][],
  revised: readonly Parameters<typeof desk.put<Type>>[1][],
): Promise<void> {
  const known = new Map(stored.map((record) => [record.id, record]));
  for (const record of revised) {
    if (!isSameField(known.get(record.id), record)) await desk.put(type, record);
  }
}

/** Whoever the text names now appears in it, and whoever a person says that it speaks of. */
async function putAppearances(
  desk: Desk,
  { article, appearances }: ArticleFile,
  record: ArticleRecord,
  { statements, statistics }: RevisedClaims,
): Promise<void> {
  const named = new Set<string>(record.appearances.map(({ subjectId }) => subjectId));
  const byHand = new Set<string | null>([
    ...statements
      .filter(isMadeByHand)
      .flatMap(({ speakerId, about }) => [speakerId, ...about.map((each) => each.subjectId)]),
    ...statistics.filter(isMadeByHand).flatMap(({ claimedById, placeId }) => [claimedById, placeId]),
  ]);
  for (const appearance of appearances) {
    if (named.has(appearance.subjectId)) continue;
    if (byHand.has(appearance.subjectId)) await desk.put('Appearance', { ...appearance, mentions: [] });
    else await desk.remove('Appearance', KEYS.Appearance(appearance));
  }
  for (const appearance of record.appearances) {
    await desk.put('Appearance', { ...appearance, articleId: article.id, position: positionOf(appearance, record) });
  }
}
