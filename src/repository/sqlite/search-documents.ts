import { sql, type Transaction } from 'kysely';
import type { Article } from '../../domain/article.js';
import type { ArticleRecord } from '../../domain/record.js';
import { indexText } from '../../domain/search/index-text.js';
import type { Statement } from '../../domain/statement.js';
import type { Statistic } from '../../domain/statistic.js';
import { searchRank, statisticTexts } from '../search.js';
import type { Tables } from './tables.js';

type Dated = Pick<Article, 'publishedAt'>;
type Index =
  | 'search_headline'
  | 'search_article'
  | 'search_article_hidden'
  | 'search_statement'
  | 'search_statement_hidden'
  | 'search_statistic'
  | 'search_person'
  | 'search_organization';

/**
 * What a transaction lets search find. The index holds no texts, only which words stand where in which document. A
 * document's number is its rank (see `searchRank`): FTS5 gives the documents of a word in the order of their numbers, so
 * that those that rank first are at hand without looking at the others. People and organizations go by their `seq`.
 *
 * The documents are written at the end of the transaction, one after the other: FTS5 gathers them in memory, and puts
 * them down whenever another statement comes between that could fail half-way.
 */
export class SearchDocuments {
  readonly #db: Transaction<Tables>;
  readonly #documents: { readonly index: Index; readonly rank: number; readonly body: string }[] = [];

  constructor(db: Transaction<Tables>) {
    this.#db = db;
  }

  /** Lets search find an article by its headline, and by headline and text; a retracted one only filters find. */
  addArticle(seq: number, { article, revision }: ArticleRecord): void {
    const rank = searchRank(article.publishedAt, seq);
    const texts = [revision.title, revision.text];
    if (article.retraction === null) this.#add('search_headline', rank, [revision.title]);
    this.#add(article.retraction === null ? 'search_article' : 'search_article_hidden', rank, texts);
  }

  /** Lets search find a statement by its content; one that lists leave out only filters find. */
  addStatement(
    seq: number,
    { text }: Statement,
    { publishedAt }: Dated,
    { listed }: { readonly listed: boolean },
  ): void {
    this.#add(listed ? 'search_statement' : 'search_statement_hidden', searchRank(publishedAt, seq), [text]);
  }

  /** Lets search find a figure by what it counts, where, and the figure itself. */
  async addStatistic(seq: number, statistic: Statistic, { publishedAt }: Dated): Promise<void> {
    const { metricId, placeId } = statistic;
    const metric = await this.#db.selectFrom('metric').select('name').where('id', '=', metricId).executeTakeFirst();
    const place =
      placeId && (await this.#db.selectFrom('place').select('name').where('id', '=', placeId).executeTakeFirst());
    const texts = statisticTexts(statistic, { metric: metric?.name ?? null, place: place?.name ?? null });
    this.#add('search_statistic', searchRank(publishedAt, seq), Object.values(texts));
  }

  /** Lets search find a person or organization by these names, and no longer by those that it had before. */
  addNames(table: 'person' | 'organization', seq: number, names: readonly string[]): void {
    this.#add(`search_${table}`, seq, names);
  }

  #add(index: Index, rank: number, texts: readonly string[]): void {
    this.#documents.push({ index, rank, body: indexText(texts) });
  }

  async write(): Promise<void> {
    for (const { index, rank, body } of this.#documents) {
      await sql`insert or replace into ${sql.raw(index)} (rowid, body) values (${rank}, ${body})`.execute(this.#db);
    }
  }
}
