import { sql } from 'kysely';
import type { Article, ArticleRevision, Place, Publisher, SubjectId, Topic } from '../../domain/article.js';
import type { ArticleFilter, NameFilter } from '../filters.js';
import type { ArticleOrder, SubjectOrder } from '../orders.js';
import type { ArticleOwner, SubjectOwner } from '../repository.js';
import { ALL_BY_NAME, appearingIn } from './by-name.js';
import type { CollectionSpec } from './collection-spec.js';
import {
  type Condition,
  conditions,
  contains,
  type Filtering,
  idsOf,
  isAnyOf,
  isInTimeDescending,
  type Membership,
  nameConditions,
} from './filters.js';
import { whileInTime } from './in-time.js';
import { ARTICLE_MAPPING, PLACE_MAPPING, PUBLISHER_MAPPING, REVISION_MAPPING, TOPIC_MAPPING } from './rows/article.js';
import type { ArticleTable, PlaceTable, PublisherTable, RevisionTable, TopicTable } from './tables.js';

const BY_PUBLICATION = {
  PUBLISHED_AT_DESC: ['n.published_desc', 'n.id'],
  PUBLISHED_AT_ASC: ['n.published_at', 'n.id'],
  UPDATED_AT_ASC: ['n.updated_at', 'n.id'],
  TITLE_ASC: ['n.title_key', 'n.id'],
};

export const ARTICLES: CollectionSpec<ArticleTable, Article, ArticleOwner, ArticleOrder, ArticleFilter> = {
  table: 'article',
  mapping: ARTICLE_MAPPING,
  listings: {
    all: { where: 'true', orders: BY_PUBLICATION },
    publisher: { where: 'n.publisher_id = o.value', orders: BY_PUBLICATION },
    subject: {
      through: { table: 'appearance', nodeId: 'l.article_id' },
      where: 'l.subject_id = o.value',
      orders: { ...BY_PUBLICATION, PUBLISHED_AT_DESC: ['l.published_desc', 'l.article_id'] },
    },
  },
  filter: (filter = {}) =>
    conditions<Filtering>(
      isListed(filter),
      isAnyOf('n.publisher_id', filter.publishers),
      appearsAny(filter.topics),
      appearsAny(filter.people),
      isInTimeDescending('n.published_desc', filter.published),
      filter.updatedAfter === undefined ? undefined : sql`n.updated_at > ${filter.updatedAfter}`,
      isInLanguage(filter.languages),
      contains('article', filter.text, {
        rank: sql`(n.published_day << 30) + n.seq`,
        hidden: filter.retracted !== undefined && filter.retracted !== false,
      }),
    ),
};

function isListed({ retracted = false }: ArticleFilter): Condition | undefined {
  if (retracted === null) return undefined;
  return retracted ? sql`n.retracted_at is not null` : sql`n.listed`;
}

function appearsAny(subjects: readonly SubjectId[] | undefined): Membership | undefined {
  return (
    subjects && {
      ids: sql`(select article_id from appearance where ${whileInTime('appearance')} and subject_id in ${idsOf(subjects)})`,
    }
  );
}

/**
 * Basic filtering of RFC 4647: the tag itself, or what goes on behind it with a hyphen; `*` is any tag. The few languages
 * of the store are looked at once, not those of each article.
 */
function isInLanguage(ranges: readonly string[] | undefined): Condition | undefined {
  if (ranges === undefined) return undefined;
  const wanted = JSON.stringify([...new Set(ranges.map((range) => range.toLowerCase()))]);
  return sql`n.language in (
    select language from (select distinct language, lower(language) as tag from article where ${whileInTime('article')})
    where exists (select 1 from json_each(${wanted})
      where value = '*' or value = tag or value || '-' = substr(tag, 1, length(value) + 1)))`;
}

export const REVISIONS: CollectionSpec<RevisionTable, ArticleRevision, 'article', 'NUMBER_DESC'> = {
  table: 'article_revision',
  mapping: REVISION_MAPPING,
  listings: { article: { where: 'n.article_id = o.value', orders: { NUMBER_DESC: ['n.number_desc', 'n.id'] } } },
};

export const PUBLISHERS: CollectionSpec<PublisherTable, Publisher, 'all', 'NAME_ASC', NameFilter> = {
  table: 'publisher',
  mapping: PUBLISHER_MAPPING,
  listings: { all: ALL_BY_NAME },
  filter: (filter = {}) => nameConditions(filter),
};

export const TOPICS: CollectionSpec<TopicTable, Topic, SubjectOwner, SubjectOrder, NameFilter> = {
  table: 'topic',
  mapping: TOPIC_MAPPING,
  listings: { all: ALL_BY_NAME, article: appearingIn('Topic') },
  filter: (filter = {}) => nameConditions(filter),
};

export const PLACES: CollectionSpec<PlaceTable, Place, SubjectOwner, SubjectOrder, NameFilter> = {
  table: 'place',
  mapping: PLACE_MAPPING,
  listings: { all: ALL_BY_NAME, article: appearingIn('Place') },
  filter: (filter = {}) => nameConditions(filter),
};
