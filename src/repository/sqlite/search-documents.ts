import { sql, type Transaction } from 'kysely';
import type { Article, ArticleRevision } from '../../domain/article.js';
import { indexText } from '../../domain/search/index-text.js';
import type { Statement } from '../../domain/statement.js';
import type { Statistic } from '../../domain/statistic.js';
import { searchRank, statisticTexts } from '../search.js';
import type { Tables } from './tables.js';

type Dated = Pick<Article, 'publishedAt'>;
type NewArticle = Pick<Article, 'publishedAt' | 'retraction'>;
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
  /** Without a body: one that is to be found no longer. */
  #documents: { readonly index: Index; readonly rank: number; readonly body: string | null }[] = [];

  constructor(db: Transaction<Tables>) {
    this.#db = db;
  }

  /** Lets search find an article by its headline, and by headline and text; a retracted one only filters find. */
  addArticle(
    seq: number,
    { article, revision }: { readonly article: NewArticle; readonly revision: Pick<ArticleRevision, 'title' | 'text'> },
  ): void {
    const rank = searchRank(article.publishedAt, seq);
    const texts = [revision.title, revision.text];
    if (article.retraction === null) this.#add('search_headline', rank, [revision.title]);
    this.#add(article.retraction === null ? 'search_article' : 'search_article_hidden', rank, texts);
  }

  /** Lets search find an article as it is now, and no longer as it was. */
  replaceArticle(seq: number, file: Parameters<SearchDocuments['addArticle']>[1]): void {
    const rank = searchRank(file.article.publishedAt, seq);
    for (const index of ['search_headline', 'search_article', 'search_article_hidden'] as const)
      this.#remove(index, rank);
    this.addArticle(seq, file);
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

  /** Lets search find a statement as it is now, and no longer as it was. */
  replaceStatement(seq: number, statement: Statement, article: Dated, state: { readonly listed: boolean }): void {
    this.removeStatement(seq, article);
    this.addStatement(seq, statement, article, state);
  }

  removeStatement(seq: number, { publishedAt }: Dated): void {
    const rank = searchRank(publishedAt, seq);
    for (const index of ['search_statement', 'search_statement_hidden'] as const) this.#remove(index, rank);
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

  removeStatistic(seq: number, { publishedAt }: Dated): void {
    this.#remove('search_statistic', searchRank(publishedAt, seq));
  }

  /** Lets search find a person or organization by these names, and no longer by those that it had before. */
  addNames(table: 'person' | 'organization', seq: number, names: readonly string[]): void {
    this.#add(`search_${table}`, seq, names);
  }

  removeNames(table: 'person' | 'organization', seq: number): void {
    this.#remove(`search_${table}`, seq);
  }

  #remove(index: Index, rank: number): void {
    this.#documents.push({ index, rank, body: null });
  }

  #add(index: Index, rank: number, texts: readonly string[]): void {
    this.#documents.push({ index, rank, body: indexText(texts) });
  }

  /** Writes what was gathered since the last time. */
  async write(): Promise<void> {
    const documents = this.#documents;
    this.#documents = [];
    for (const { index, rank, body } of documents) {
      if (body === null) await sql`delete from ${sql.raw(index)} where rowid = ${rank}`.execute(this.#db);
      else
        await sql`insert or replace into ${sql.raw(index)} (rowid, body) values (${rank}, ${body})`.execute(this.#db);
    }
  }
}
