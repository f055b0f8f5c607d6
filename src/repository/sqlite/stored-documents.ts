import type { NodeSqliteConnection } from './connection.js';
import { toStatistic } from './rows/statistic.js';
import {
  articleDocuments,
  nameDocument,
  type SearchDocument,
  type SearchIndexName,
  statementDocument,
  statisticDocument,
} from './search-documents.js';
import type { StatisticTable } from './tables.js';

/** What the documents of a part of the search index are made of. */
interface DocumentSource {
  readonly table: 'article' | 'statement' | 'statistic' | 'person' | 'organization';
  readonly indexes: readonly SearchIndexName[];
  /** How SQL reads it. */
  readonly text: string;
  documentsOf(row: never): SearchDocument[];
}

interface Row {
  readonly seq: number;
  readonly published_at: number;
}

/** All that search finds, table by table. */
export const DOCUMENT_SOURCES: readonly DocumentSource[] = [
  {
    table: 'article',
    indexes: ['search_headline', 'search_article', 'search_article_hidden'],
    text: `select a.seq, a.published_at, a.retracted_at, r.title, r.text
      from article a join article_revision r on r.id = a.current_revision_id order by a.seq`,
    documentsOf: (row: Row & { retracted_at: number | null; title: string; text: string }) => {
      const retraction = row.retracted_at === null ? null : { at: new Date(row.retracted_at), reason: '' };
      return articleDocuments(row.seq, {
        article: { publishedAt: new Date(row.published_at), retraction },
        revision: row,
      });
    },
  },
  {
    table: 'statement',
    indexes: ['search_statement', 'search_statement_hidden'],
    text: `select s.seq, s.text, s.listed, a.published_at
      from statement s join article a on a.id = s.article_id order by s.seq`,
    documentsOf: (row: Row & { text: string; listed: number }) => {
      const publishedAt = new Date(row.published_at);
      return [statementDocument(row.seq, row, { publishedAt }, { listed: row.listed === 1 })];
    },
  },
  {
    table: 'statistic',
    indexes: ['search_statistic'],
    text: `select s.*, a.published_at, m.name as metric_name, p.name as place_name
      from statistic s join article a on a.id = s.article_id
      left join metric m on m.id = s.metric_id left join place p on p.id = s.place_id where s.listed order by s.seq`,
    documentsOf: (row: Row & StatisticTable & { metric_name: string | null; place_name: string | null }) => {
      const names = { metric: row.metric_name, place: row.place_name };
      return [statisticDocument(row.seq, toStatistic(row), { publishedAt: new Date(row.published_at) }, names)];
    },
  },
  ...(['person', 'organization'] as const).map(
    (table): DocumentSource => ({
      table,
      indexes: [`search_${table}`],
      text: `select seq, name, aliases from ${table} order by seq`,
      documentsOf: ({ seq, name, aliases }: Row & { name: string; aliases: string }) => {
        const others: string[] = JSON.parse(aliases);
        return [nameDocument(table, seq, [name, ...others])];
      },
    }),
  ),
];

/** The documents that a part of the search index ought to have. */
export function* documentsOf(
  connection: NodeSqliteConnection,
  { text, documentsOf: toDocuments }: DocumentSource,
): Generator<SearchDocument> {
  for (const row of connection.prepare(text).iterate([])) yield* toDocuments(row as never);
}
