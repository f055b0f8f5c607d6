import { sql, type Transaction } from 'kysely';
import type { Article, ArticleRevision } from '../../domain/article.js';
import { indexText } from '../../domain/search/index-text.js';
import type { Statement } from '../../domain/statement.js';
import type { Statistic } from '../../domain/statistic.js';
import { searchRank, statisticTexts } from '../search.js';
import type { Tables } from './tables.js';

type Dated = Pick<Article, 'publishedAt'>;
type NewArticle = Pick<Article, 'publishedAt' | 'retraction'>;
type ArticleTexts = { readonly article: NewArticle; readonly revision: Pick<ArticleRevision, 'title' | 'text'> };

/** The tables of the search index. */
export const SEARCH_INDEXES = [
  'search_headline',
  'search_article',
  'search_article_hidden',
  'search_statement',
  'search_statement_hidden',
  'search_statistic',
  'search_person',
  'search_organization',
] as const;
export type SearchIndexName = (typeof SEARCH_INDEXES)[number];

/** What one row of the search index is made of. */
export interface SearchDocument {
  readonly index: SearchIndexName;
  readonly rank: number;
  readonly texts: readonly string[];
}

/** The documents by which search finds an article, by its headline, and by headline and text; a retracted one only filters find. */
export function articleDocuments(seq: number, { article, revision }: ArticleTexts): SearchDocument[] {
  const rank = searchRank(article.publishedAt, seq);
  const texts = [revision.title, revision.text];
  if (article.retraction !== null) return [{ index: 'search_article_hidden', rank, texts }];
  return [
    { index: 'search_headline', rank, texts: [revision.title] },
    { index: 'search_article', rank, texts },
  ];
}

/** The document by which search finds a statement; one that lists leave out only filters find. */
export function statementDocument(
  seq: number,
  { text }: Pick<Statement, 'text'>,
  { publishedAt }: Dated,
  { listed }: { readonly listed: boolean },
): SearchDocument {
  return {
    ...{ index: listed ? 'search_statement' : 'search_statement_hidden', rank: searchRank(publishedAt, seq) },
    texts: [text],
  };
}

/** The document by which search finds a figure: by what it counts, where, and the figure itself. */
export function statisticDocument(
  seq: number,
  statistic: Statistic,
  { publishedAt }: Dated,
  names: Parameters<typeof statisticTexts>[1],
): SearchDocument {
  const texts = Object.values(statisticTexts(statistic, names));
  return { index: 'search_statistic', rank: searchRank(publishedAt, seq), texts };
}

/** The document by which search finds a person or organization. */
export function nameDocument(table: 'person' | 'organization', seq: number, names: readonly string[]): SearchDocument {
  return { index: `search_${table}`, rank: seq, texts: names };
}

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
  #documents: { readonly index: SearchIndexName; readonly rank: number; readonly body: string | null }[] = [];

  constructor(db: Transaction<Tables>) {
    this.#db = db;
  }

  /** Lets search find a document. */
  add({ index, rank, texts }: SearchDocument): void {
    this.#documents.push({ index, rank, body: indexText(texts) });
  }

  addArticle(seq: number, file: ArticleTexts): void {
    for (const document of articleDocuments(seq, file)) this.add(document);
  }

  /** Lets search find an article as it is now, and no longer as it was. */
  replaceArticle(seq: number, file: ArticleTexts): void {
    const rank = searchRank(file.article.publishedAt, seq);
    for (const index of ['search_headline', 'search_article', 'search_article_hidden'] as const)
      this.#remove(index, rank);
    this.addArticle(seq, file);
  }

  addStatement(seq: number, statement: Statement, article: Dated, state: { readonly listed: boolean }): void {
    this.add(statementDocument(seq, statement, article, state));
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

  async addStatistic(seq: number, statistic: Statistic, article: Dated): Promise<void> {
    const { metricId, placeId } = statistic;
    const metric = await this.#db.selectFrom('metric').select('name').where('id', '=', metricId).executeTakeFirst();
    const place =
      placeId && (await this.#db.selectFrom('place').select('name').where('id', '=', placeId).executeTakeFirst());
    const names = { metric: metric?.name ?? null, place: place?.name ?? null };
    this.add(statisticDocument(seq, statistic, article, names));
  }

  removeStatistic(seq: number, { publishedAt }: Dated): void {
    this.#remove('search_statistic', searchRank(publishedAt, seq));
  }

  /** Lets search find a person or organization by these names, and no longer by those that it had before. */
  addNames(table: 'person' | 'organization', seq: number, names: readonly string[]): void {
    this.add(nameDocument(table, seq, names));
  }

  removeNames(table: 'person' | 'organization', seq: number): void {
    this.#remove(`search_${table}`, seq);
  }

  #remove(index: SearchIndexName, rank: number): void {
    this.#documents.push({ index, rank, body: null });
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
