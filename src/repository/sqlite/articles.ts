import type { Article, ArticleRevision, Place, Publisher, Topic } from '../../domain/article.js';
import type { ArticleOrder, ArticleOwner } from '../repository.js';
import type { CollectionSpec, Listing } from './collection.js';
import {
  ARTICLE_COLUMNS,
  PLACE_COLUMNS,
  PUBLISHER_COLUMNS,
  REVISION_COLUMNS,
  TOPIC_COLUMNS,
  toArticle,
  toPlace,
  toPublisher,
  toRevision,
  toTopic,
} from './rows/article.js';
import type { ArticleTable, PlaceTable, PublisherTable, RevisionTable, TopicTable } from './tables.js';

export const ARTICLES: CollectionSpec<ArticleTable, Article, ArticleOwner, ArticleOrder> = {
  table: 'article',
  columns: ARTICLE_COLUMNS,
  toNode: toArticle,
  listings: {
    all: { where: 'n.listed', orders: { PUBLISHED_AT_DESC: ['n.published_desc', 'n.id'] } },
    publisher: {
      where: 'n.publisher_id = o.value and n.listed',
      orders: { PUBLISHED_AT_DESC: ['n.published_desc', 'n.id'] },
    },
    subject: {
      through: { table: 'appearance', nodeId: 'l.article_id' },
      where: 'l.subject_id = o.value and l.retracted = 0',
      orders: { PUBLISHED_AT_DESC: ['l.published_desc', 'l.article_id'] },
    },
  },
};

export const REVISIONS: CollectionSpec<RevisionTable, ArticleRevision, 'article', 'NUMBER_DESC'> = {
  table: 'article_revision',
  columns: REVISION_COLUMNS,
  toNode: toRevision,
  listings: { article: { where: 'n.article_id = o.value', orders: { NUMBER_DESC: ['n.number_desc', 'n.id'] } } },
};

export const PUBLISHERS: CollectionSpec<PublisherTable, Publisher> = {
  table: 'publisher',
  columns: PUBLISHER_COLUMNS,
  toNode: toPublisher,
  listings: {},
};

export const TOPICS: CollectionSpec<TopicTable, Topic, 'article', 'APPEARANCE_ASC'> = {
  table: 'topic',
  columns: TOPIC_COLUMNS,
  toNode: toTopic,
  listings: { article: appearancesOf('Topic') },
};

export const PLACES: CollectionSpec<PlaceTable, Place, 'article', 'APPEARANCE_ASC'> = {
  table: 'place',
  columns: PLACE_COLUMNS,
  toNode: toPlace,
  listings: { article: appearancesOf('Place') },
};

/** Those of one type that appear in an article, by first mention. */
export function appearancesOf(type: 'Topic' | 'Place' | 'Person' | 'Organization'): Listing<'APPEARANCE_ASC'> {
  return {
    through: { table: 'appearance', nodeId: 'l.subject_id' },
    where: `l.article_id = o.value and l.subject_type = '${type}'`,
    orders: { APPEARANCE_ASC: ['l.position', 'l.subject_id'] },
  };
}
