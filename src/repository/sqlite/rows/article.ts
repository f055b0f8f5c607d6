import type { Article, ArticleRevision, Place, Publisher, Topic } from '../../../domain/article.js';
import { nameKey } from '../../../domain/names.js';
import type { ArticleTable, PlaceTable, PublisherTable, RevisionTable, TopicTable } from '../tables.js';
import { derivedFrom, RecordMapping } from './mapping.js';

const fromArticle = derivedFrom<ArticleTable>();

export const ARTICLE_MAPPING = new RecordMapping<ArticleTable, Article>({
  id: 'id',
  slug: 'slug',
  title: 'title',
  url: 'url',
  publisherId: 'publisher_id',
  bylines: fromArticle(['bylines'], (bylines): string[] => JSON.parse(bylines)),
  publishedAt: fromArticle(['published_at'], (time) => new Date(time)),
  publishedPrecision: 'published_precision',
  updatedAt: fromArticle(['updated_at'], (time) => new Date(time)),
  language: 'language',
  wordCount: 'word_count',
  currentRevisionId: 'current_revision_id',
  retraction: fromArticle(['retracted_at', 'retraction_reason'], (at, reason) =>
    at === null ? null : { at: new Date(at), reason: reason ?? '' },
  ),
});

export const toArticle = ARTICLE_MAPPING.toNode;

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

const fromRevision = derivedFrom<RevisionTable>();

export const REVISION_MAPPING = new RecordMapping<RevisionTable, ArticleRevision>({
  id: 'id',
  articleId: 'article_id',
  number: 'number',
  title: 'title',
  text: 'text',
  textHash: 'text_hash',
  storedAt: fromRevision(['stored_at'], (time) => new Date(time)),
  reason: 'reason',
});

export const toRevision = REVISION_MAPPING.toNode;

export function revisionRow(revision: Omit<ArticleRevision, 'storedAt'>, storedAt: number): RevisionTable {
  const { id, articleId, number, title, text, textHash, reason } = revision;
  return { id, article_id: articleId, number, title, text, text_hash: textHash, stored_at: storedAt, reason };
}

export const PUBLISHER_MAPPING = new RecordMapping<PublisherTable, Publisher>({
  id: 'id',
  name: 'name',
  homepage: 'homepage',
});

export const toPublisher = PUBLISHER_MAPPING.toNode;

export const TOPIC_MAPPING = new RecordMapping<TopicTable, Topic>({ id: 'id', name: 'name' });

export const toTopic = TOPIC_MAPPING.toNode;

export const PLACE_MAPPING = new RecordMapping<PlaceTable, Place>({
  id: 'id',
  name: 'name',
  placeKind: 'place_kind',
  withinId: 'within_id',
});

export const toPlace = PLACE_MAPPING.toNode;
