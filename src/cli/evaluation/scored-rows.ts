import { createReadStream } from 'node:fs';
import type { ScoredArticle } from '../../extraction/evaluation/attribution-match.js';
import { type GoldRow, goldAttributions, goldQuantities } from '../../extraction/evaluation/gold-rows.js';
import { predictedQuantities, predictedRelations } from '../../extraction/evaluation/predicted-rows.js';
import type { ScoredSentence } from '../../extraction/evaluation/quantity-scores.js';
import { extract } from '../../extraction/extract.js';
import type { Extraction } from '../../extraction/extraction.js';
import {
  type ArticleRow,
  type LinePlace,
  parseLine,
  RowError,
  rowId,
  type UnknownRecord,
} from '../../extraction/rows/article-row.js';
import { countLines, linesOf, readable } from '../extraction/lines.js';
import { Progress } from '../progress.js';

/** What is scored: the engine itself, or results that it has written before. */
export interface Scored {
  readonly gold: string;
  readonly predicted: string | null;
  readonly accurate: boolean;
}

/** A row of a file, and where it stands. */
interface PlacedRow {
  readonly row: UnknownRecord;
  readonly place: LinePlace;
}

/** The articles of gold data, with results of the same id where there is a file of them. Throws a RowError. */
export async function scoredArticles(scored: Scored): Promise<ScoredArticle[]> {
  const results = scored.predicted === null ? null : await rowsById(scored.predicted);
  return scoredRows(scored, goldAttributions, ({ id, text, gold }, found) => {
    const result = results?.get(id);
    if (results === null) return { id, text, gold, predicted: found().statements };
    return {
      id,
      text,
      gold,
      predicted: result === undefined ? null : predictedRelations(result.row, text.length, result.place),
    };
  });
}

/** The sentences of gold data, with results in the same order where there is a file of them. Throws a RowError. */
export async function scoredSentences(scored: Scored): Promise<ScoredSentence[]> {
  const results = scored.predicted === null ? null : await rowsOf(scored.predicted);
  let next = 0;
  const sentences = await scoredRows(scored, goldQuantities, ({ text, gold }, found, place): ScoredSentence => {
    if (results === null) return { text, gold, predicted: found().quantities };
    const result = results[next++];
    if (result === undefined)
      throw new RowError(place, `There is no row of results for this one: there are ${results.length}.`);
    return { text, gold, predicted: predictedQuantities(result.row, result.place) };
  });
  const more = results?.[next];
  if (more !== undefined)
    throw new RowError(more.place, `There are more rows of results than of gold data, which has ${next}.`);
  return sentences;
}

/** Reads gold data row by row; `score` gets a function that runs the engine on the row’s text. */
async function scoredRows<T, S>(
  { gold, accurate }: Scored,
  read: (row: UnknownRecord, place: LinePlace) => GoldRow<T>,
  score: (row: GoldRow<T>, found: () => Extraction, place: LinePlace) => S,
): Promise<S[]> {
  const scored: S[] = [];
  const progress = new Progress(process.stderr.isTTY ? await countLines(gold) : null);
  try {
    for await (const { row, place } of placedRows(gold)) {
      const { text, published, ...rest } = read(row, place);
      scored.push(score({ ...rest, text, published }, () => extract(text, { published, accurate }), place));
      progress.show(scored.length);
    }
  } finally {
    progress.end();
  }
  return scored;
}

async function* placedRows(file: string): AsyncGenerator<PlacedRow> {
  for await (const { text, place } of linesOf(readable(createReadStream(file), file), file))
    yield { row: parseLine(text, place), place };
}

async function rowsOf(file: string): Promise<PlacedRow[]> {
  const rows: PlacedRow[] = [];
  for await (const row of placedRows(file)) rows.push(row);
  return rows;
}

/** The rows of a file by their ids; the last one where several have the same. */
async function rowsById(file: string): Promise<ReadonlyMap<ArticleRow['id'], PlacedRow>> {
  const rows = new Map<ArticleRow['id'], PlacedRow>();
  for await (const placed of placedRows(file)) rows.set(rowId(placed.row, placed.place), placed);
  return rows;
}
