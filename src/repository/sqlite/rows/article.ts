import type { Article, ArticleRevision, Place, Publisher, Topic } from '../../../domain/article.js';
import { nameKey } from '../../../domain/names.js';
import type { ArticleTable, PlaceTable, PublisherTable, RevisionTable, TopicTable } from '../tables.js';

export const ARTICLE_COLUMNS = [
  'id',
  'slug',
  'title',
  'title_key',
  'url',
  'publisher_id',
  'bylines',
  'published_at',
  'published_precision',
  'updated_at',
  'language',
  'word_count',
  'current_revision_id',
  'retracted_at',
  'retraction_reason',
] as const satisfies readonly (keyof ArticleTable)[];

export function toArticle(row: ArticleTable): Article {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    url: row.url,
    publisherId: row.publisher_id,
    bylines: JSON.parse(row.bylines),
    publishedAt: new Date(row.published_at),
    publishedPrecision: row.published_precision,
    updatedAt: new Date(row.updated_at),
    language: row.language,
    wordCount: row.word_count,
    currentRevisionId: row.current_revision_id,
    retraction:
      row.retracted_at === null ? null : { at: new Date(row.retracted_at), reason: row.retraction_reason ?? '' },
  };
}

export function articleRow(
  article: Omit<Article, 'slug' | 'updatedAt'>,
  slug: string,
  updatedAt: number,
): ArticleTable {
  return {
    id: article.id,
    slug,
    title: article.title,
    title_key: nameKey(article.title),
    url: article.url,
    publisher_id: article.publisherId,
    bylines: JSON.stringify(article.bylines),
    published_at: article.publishedAt.getTime(),
    published_precision: article.publishedPrecision,
    updated_at: updatedAt,
    language: article.language,
    word_count: article.wordCount,
    current_revision_id: article.currentRevisionId,
    retracted_at: article.retraction?.at.getTime() ?? null,
    retraction_reason: article.retraction?.reason ?? null,
  };
}

export const REVISION_COLUMNS = [
  'id',
  'article_id',
  'number',
  'title',
  'text',
  'text_hash',
  'stored_at',
  'reason',
] as const satisfies readonly (keyof RevisionTable)[];

export function toRevision(row: RevisionTable): ArticleRevision {
  return {
    id: row.id,
    articleId: row.article_id,
    number: row.number,
    title: row.title,
    text: row.text,
    textHash: row.text_hash,
    storedAt: new Date(row.stored_at),
    reason: row.reason,
  };
}

export function revisionRow(revision: Omit<ArticleRevision, 'storedAt'>, storedAt: number): RevisionTable {
  const { id, articleId, number, title, text, textHash, reason } = revision;
  return { id, article_id: articleId, number, title, text, text_hash: textHash, stored_at: storedAt, reason };
}

export const PUBLISHER_COLUMNS = [
  'id',
  'name',
  'name_key',
  'homepage',
] as const satisfies readonly (keyof PublisherTable)[];

export function toPublisher({ id, name, homepage }: PublisherTable): Publisher {
  return { id, name, homepage };
}

export const TOPIC_COLUMNS = ['id', 'name', 'name_key'] as const satisfies readonly (keyof TopicTable)[];

export function toTopic({ id, name }: TopicTable): Topic {
  return { id, name };
}

export const PLACE_COLUMNS = [
  'id',
  'name',
  'name_key',
  'place_kind',
  'within_id',
] as const satisfies readonly (keyof PlaceTable)[];

export function toPlace({ id, name, place_kind, within_id }: PlaceTable): Place {
  return { id, name, placeKind: place_kind, withinId: within_id };
}
