import { type RawBuilder, sql } from 'kysely';
import type { Article, ArticleRevision } from '../../../domain/article.js';
import { typeOfId } from '../../../domain/identity.js';
import type { UnnamedSource } from '../../../domain/speaker.js';
import type { StoredAppearance, Unresolved } from '../../desk.js';
import { insertRow } from '../insert-row.js';
import { articleRow, revisionRow, toArticle, toRevision } from '../rows/article.js';
import { type StoredReference, storedReference, storedSpan, toReference, toSpans } from '../rows/span.js';
import { toUnnamedSource, unnamedSourceRow } from '../rows/speaker.js';
import { storeCandidates } from '../store-about.js';
import type { AppearanceTable, UnresolvedTable } from '../tables.js';
import { hideOrShowClaims } from './claim-stores.js';
import { type DeskContext, type RecordStore, readById, readWhere, removeById } from './record-store.js';

export const ARTICLE_STORE: RecordStore<Article> = {
  read: readById('article', toArticle),
  async write(context, article) {
    const { db } = context;
    const [before] = await ARTICLE_STORE.read(db, [article.id]);
    // The time of the update is unique among articles: until the transaction gives this one its own, the old one stays.
    const updatedAt = (before ?? article).updatedAt.getTime();
    await insertRow(db, 'article', articleRow(article, article.slug, updatedAt), 'replace');
    await indexArticle(context, article);
    if ((before?.retraction === null) !== (article.retraction === null)) await hideOrShowClaims(context, article);
    context.touch(article.id);
  },
  remove: (context, id) => removeById(context, 'article', id),
};

export const REVISION_STORE: RecordStore<ArticleRevision> = {
  read: readById('article_revision', toRevision),
  async write(context, revision) {
    await insertRow(context.db, 'article_revision', revisionRow(revision, revision.storedAt.getTime()), 'replace');
    // Whichever of an article and its current wording is put down last lets search find both.
    const [article] = await ARTICLE_STORE.read(context.db, [revision.articleId]);
    if (article?.currentRevisionId === revision.id) await indexArticle(context, article);
    context.touch(revision.articleId);
  },
  remove: (context, id) => removeById(context, 'article_revision', id),
};

/** Which row of `appearance` has the key, a JSON array (see KEYS). */
const isAppearance = (key: string): RawBuilder<unknown> => sql`article_id = ${key} ->> 0 and subject_id = ${key} ->> 1`;

export const APPEARANCE_STORE: RecordStore<StoredAppearance> = {
  read: readWhere('appearance', isAppearance, toAppearance),
  async write(context, { articleId, subjectId, mentions, position }) {
    const { db } = context;
    await sql`delete from appearance where article_id = ${articleId} and subject_id = ${subjectId}`.execute(db);
    const article = await db
      .selectFrom('article')
      .select(['published_at', 'current_revision_id'])
      .where('id', '=', articleId)
      .executeTakeFirstOrThrow();
    await insertRow(db, 'appearance', {
      article_id: articleId,
      subject_id: subjectId,
      subject_type: typeOfId(subjectId) ?? 'Topic',
      position,
      revision_id: mentions[0]?.revisionId ?? article.current_revision_id,
      mentions: JSON.stringify(mentions.map(storedSpan)),
      published_at: article.published_at,
    });
    context.touch(articleId);
  },
  async remove(context, key) {
    const [appearance] = await APPEARANCE_STORE.read(context.db, [key]);
    if (appearance === undefined) return;
    await sql`delete from appearance where ${isAppearance(key)}`.execute(context.db);
    context.touch(appearance.articleId);
  },
};

export function toAppearance(row: AppearanceTable): StoredAppearance {
  return {
    articleId: row.article_id,
    subjectId: row.subject_id,
    mentions: toSpans(row.revision_id, JSON.parse(row.mentions)),
    position: row.position,
  };
}

export const UNRESOLVED_STORE: RecordStore<Unresolved> = {
  async read(db, keys) {
    const files: (Unresolved | undefined)[] = [];
    for (const key of keys) {
      const { rows } = await sql<UnresolvedTable>`select * from unresolved
        where article_id = ${key} order by position`.execute(db);
      const references = rows.map((row) => {
        const stored: StoredReference = JSON.parse(row.reference);
        return toReference(row.revision_id, stored);
      });
      const [first] = rows;
      files.push(first && { articleId: first.article_id, references });
    }
    return files;
  },
  async write(context, { articleId, references }) {
    const { db } = context;
    await sql`delete from unresolved where article_id = ${articleId}`.execute(db);
    await storeCandidates(
      db,
      articleId,
      references.flatMap(({ candidateIds }) => candidateIds),
    );
    const [article] = await ARTICLE_STORE.read(db, [articleId]);
    if (article === undefined) throw new TypeError(`There is no article ${articleId}.`);
    for (const [position, reference] of references.entries()) {
      await insertRow(db, 'unresolved', {
        article_id: articleId,
        position,
        revision_id: reference.spans[0]?.revisionId ?? article.currentRevisionId,
        reference: JSON.stringify(storedReference(reference)),
      });
    }
    context.touch(articleId);
  },
  async remove(context, key) {
    await sql`delete from unresolved where article_id = ${key}`.execute(context.db);
  },
};

export const UNNAMED_SOURCE_STORE: RecordStore<UnnamedSource> = {
  read: readById('unnamed_source', toUnnamedSource),
  async write(context, source) {
    await insertRow(context.db, 'named', { id: source.id }, 'keep');
    await insertRow(context.db, 'unnamed_source', unnamedSourceRow(source), 'replace');
    context.touch(source.articleId);
  },
  async remove(context, id) {
    await removeById(context, 'unnamed_source', id);
    await removeById(context, 'named', id);
  },
};

async function indexArticle({ db, documents }: DeskContext, article: Article): Promise<void> {
  const { seq } = await db.selectFrom('article').select('seq').where('id', '=', article.id).executeTakeFirstOrThrow();
  const [revision] = await REVISION_STORE.read(db, [article.currentRevisionId]);
  if (revision !== undefined) documents.replaceArticle(seq, { article, revision });
}
