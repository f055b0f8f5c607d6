import type { ArticleRecord } from '../../../src/domain/record.js';
import { matchesDocument } from '../../../src/domain/search/match.js';
import type { ArticleFilter } from '../../../src/repository/filters.js';
import type { ArticleOwner } from '../../../src/repository/repository.js';
import { type FieldTests, isInTime, letsThrough } from './fields.js';
import type { News } from './news.js';

const FIELDS: FieldTests<ArticleFilter, ArticleRecord> = {
  publishers: ({ article }, publishers) => publishers.includes(article.publisherId),
  topics: ({ article }, topics, news) => topics.some((topic) => news.appearsIn(topic, article.id)),
  people: ({ article }, people, news) => people.some((person) => news.appearsIn(person, article.id)),
  published: ({ article }, range) => isInTime(article.publishedAt, range),
  updatedAfter: ({ article }, time, news) => news.updatedAt(article.id) > time,
  retracted: ({ article }, wanted) => wanted === null || (article.retraction !== null) === wanted,
  languages: ({ article }, ranges) => ranges.some((range) => isInLanguage(article.language, range)),
  text: ({ article, revision }, expression) =>
    expression !== null && matchesDocument(expression, [article.title, revision.text]),
};

const OWNERS: Record<ArticleOwner, (record: ArticleRecord, id: string, news: News) => boolean> = {
  all: () => true,
  publisher: ({ article }, id) => article.publisherId === id,
  subject: ({ article }, id, news) => news.appearsIn(id, article.id),
};

/** The ids of the articles that a filter lets through in somebody's list, in no order. */
export function articlesOf(news: News, owner: ArticleOwner, id: string, filter: ArticleFilter = {}): string[] {
  return news.records
    .filter((record) => OWNERS[owner](record, id, news))
    .filter((record) => letsThrough(FIELDS, { retracted: false, ...filter }, record, news))
    .map(({ article }) => article.id);
}

/** Basic filtering (RFC 4647, section 3.3.1): the range is the tag or its beginning up to a hyphen; `*` is any. */
function isInLanguage(tag: string, range: string): boolean {
  const [language, wanted] = [tag.toLowerCase(), range.toLowerCase()];
  return wanted === '*' || language === wanted || language.startsWith(`${wanted}-`);
}
