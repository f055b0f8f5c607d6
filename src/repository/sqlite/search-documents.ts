import { sql, type Transaction } from 'kysely';
import type { Article, ArticleRevision } from '../../domain/article.js';
import { indexText } from '../../domain/search/index-text.js';
import type { Statement } from '../../domain/statement.js';
import type { Statistic } from '../../domain/statistic.js';
import { searchRank, statisticTexts } from '../search.js';
import { runEach } from './run-each.js';
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

  async addStatistics(
    figures: readonly { readonly seq: number; readonly statistic: Statistic }[],
    article: Dated,
  ): Promise<void> {
    const metrics = await this.#namesOf('metric', new Set(figures.map(({ statistic }) => statistic.metricId)));
    const places = await this.#namesOf('place', new Set(figures.flatMap(({ statistic }) => statistic.placeId ?? [])));
    for (const { seq, statistic } of figures) {
      const { metricId, placeId } = statistic;
      const names = { metric: metrics.get(metricId) ?? null, place: (placeId && places.get(placeId)) ?? null };
      this.add(statisticDocument(seq, statistic, article, names));
    }
  }

  async #namesOf(table: 'metric' | 'place', ids: ReadonlySet<string>): Promise<Map<string, string>> {
    if (ids.size === 0) return new Map();
    const { rows } = await sql<{ id: string; name: string }>`select id, name from ${sql.raw(table)}
      where id in (select value from json_each(${JSON.stringify([...ids])}))`.execute(this.#db);
    return new Map(rows.map(({ id, name }) => [id, name]));
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
    for (const [index, ofIndex] of Map.groupBy(documents, (document) => document.index)) {
      // What was said of a document last holds: one that is added takes the place of the one that is there.
      const bodies = new Map(ofIndex.map(({ rank, body }) => [rank, body]));
      // FTS5 puts down what it has in memory whenever a number is lower than the one before.
      const sorted = [...bodies].sort(([a], [b]) => a - b);
      const removed = sorted.filter(([, body]) => body === null).map(([rank]) => [rank]);
      const added = sorted.filter(([, body]) => body !== null);
      await runEach(this.#db, `delete from ${index} where rowid = ?`, removed);
      await runEach(this.#db, `insert or replace into ${index} (rowid, body) values (?, ?)`, added);
    }
  }
}
