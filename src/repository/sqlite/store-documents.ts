import { sql, type Transaction } from 'kysely';
import type { Article } from '../../domain/article.js';
import type { ArticleRecord } from '../../domain/record.js';
import { indexText } from '../../domain/search/index-text.js';
import type { Statement } from '../../domain/statement.js';
import type { Statistic } from '../../domain/statistic.js';
import { searchRank, statisticTexts } from '../search.js';
import type { Tables } from './tables.js';

/*
 * The search index holds no texts, only which words stand where in which document. A document's number is its rank (see
 * `searchRank`): FTS5 gives the documents of a word in the order of their numbers, so that those that rank first are at
 * hand without looking at the others. People and organizations go by their `seq`.
 */

type Dated = Pick<Article, 'publishedAt'>;

/** Lets search find an article: by its headline, and by headline and text. */
export async function indexArticle(
  db: Transaction<Tables>,
  seq: number,
  { article, revision }: ArticleRecord,
): Promise<void> {
  const rank = searchRank(article.publishedAt, seq);
  await index(db, 'search_headline', rank, [revision.title]);
  await index(db, 'search_article', rank, [revision.title, revision.text]);
}

/** Lets search find a statement by its content. */
export async function indexStatement(
  db: Transaction<Tables>,
  seq: number,
  { text }: Statement,
  article: Dated,
): Promise<void> {
  await index(db, 'search_statement', searchRank(article.publishedAt, seq), [text]);
}

/** Lets search find a figure by what it counts, where, and the figure itself. */
export async function indexStatistic(
  db: Transaction<Tables>,
  seq: number,
  statistic: Statistic,
  article: Dated,
): Promise<void> {
  const { metricId, placeId } = statistic;
  const metric = await db.selectFrom('metric').select('name').where('id', '=', metricId).executeTakeFirst();
  const place = placeId && (await db.selectFrom('place').select('name').where('id', '=', placeId).executeTakeFirst());
  const texts = statisticTexts(statistic, { metric: metric?.name ?? null, place: place?.name ?? null });
  await index(db, 'search_statistic', searchRank(article.publishedAt, seq), Object.values(texts));
}

async function index(
  db: Transaction<Tables>,
  table: 'search_headline' | 'search_article' | 'search_statement' | 'search_statistic',
  rank: number,
  texts: readonly string[],
): Promise<void> {
  await sql`insert into ${sql.table(table)} (rowid, body) values (${rank}, ${indexText(texts)})`.execute(db);
}
