import { indexText } from '../../../domain/search/index-text.js';
import { SEQ_MASK } from '../../search.js';
import type { SearchIndexName } from '../search-documents.js';
import { DOCUMENT_SOURCES, documentsOf } from '../stored-documents.js';
import { type CheckContext, rowsOf } from './check-context.js';
import { Remedy } from './findings.js';
import { WordSums } from './word-sums.js';

/** Compares the search index with the texts: which documents it has, and which words stand where in each. */
export const SEARCH_CHECKS: readonly ((context: CheckContext) => void)[] = DOCUMENT_SOURCES.map(
  (source) => (context: CheckContext) => {
    const sums = new Map(source.indexes.map((index) => [index, new WordSums()]));
    for (const { index, rank, texts } of documentsOf(context.connection, source)) {
      const body = indexText(texts);
      sums.get(index)?.add(rank, body === '' ? [] : body.split(' '));
    }
    for (const [index, expected] of sums) {
      expected.sort();
      compare(context, { table: source.table, index }, expected);
    }
  },
);

type Place = { readonly table: string; readonly index: SearchIndexName };

function compare(context: CheckContext, place: Place, expected: WordSums): void {
  const { index } = place;
  const { connection } = context;
  connection.exec(`create virtual table temp.words using fts5vocab('main', '${index}', 'instance')`);
  try {
    type Word = { term: string; doc: number; offset: number };
    for (const { term, doc, offset } of rowsOf<Word>(context, 'select term, doc, offset from temp.words')) {
      expected.take(doc, term, offset);
    }
    const there = connection.prepare(`select 1 from ${index}_docsize where id = ?`);
    for (const { rank, isEven } of expected.all()) {
      const isThere = there.all([rank]).length > 0;
      if (!isThere) tell(context, place, rank, 'Search does not find it: its document is missing.');
      else if (!isEven) tell(context, place, rank, 'Search finds it by other words than it has.');
    }
    for (const { id } of rowsOf<{ id: number }>(context, `select id from ${index}_docsize`)) {
      if (!expected.has(id)) tell(context, place, id, 'Search finds what is not there, or what lists do not show.');
    }
  } finally {
    connection.exec('drop table temp.words');
  }
}

function tell({ connection, findings }: CheckContext, { table, index }: Place, rank: number, message: string): void {
  const seq = table === 'person' || table === 'organization' ? rank : rank % (SEQ_MASK + 1);
  const [row] = connection.prepare(`select id from ${table} where seq = ?`).all([seq]) as { id: string }[];
  const remedy = Remedy.REINDEX;
  findings.add({ code: 'SEARCH', table: index, id: row?.id ?? `document ${rank}`, message, remedy });
}
