import { OnRecordError } from '../../domain/errors.js';
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
import { inputName, linesIn, totalOf } from '../extraction/row-source.js';
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
  const results = scored.predicted === null ? null : await resultsById(scored.predicted);
  const lines = new Map<string, number>();
  return scoredRows(scored, goldAttributions, ({ id, text, gold }, found, place) => {
    checkIsNew(id, place, lines.get(String(id)));
    lines.set(String(id), place.line);
    const result = results?.get(String(id));
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
  const results = scored.predicted === null ? null : await resultsOf(scored.predicted, 'quantities');
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
  const progress = new Progress(await totalOf(gold));
  try {
    for await (const { row, place } of placedRows(gold, '{"text": "…"} with what is to be found in it')) {
      const { text, published, ...rest } = read(row, place);
      scored.push(score({ ...rest, text, published }, () => extract(text, { published, accurate }), place));
      progress.show(scored.length);
    }
  } finally {
    progress.end();
  }
  if (scored.length > 0) return scored;
  throw new OnRecordError(
    'BAD_USER_INPUT',
    `${inputName(gold)}: There are no rows, so that there is nothing to measure.`,
  );
}

async function* placedRows(file: string, example: string): AsyncGenerator<PlacedRow> {
  for await (const { text, place } of linesIn(file)) yield { row: parseLine(text, place, example), place };
}

/** The rows of results in a file, each of which has the field that is scored. Throws a RowError. */
async function resultsOf(file: string, field: 'statements' | 'quantities'): Promise<PlacedRow[]> {
  const results: PlacedRow[] = [];
  for await (const result of placedRows(file, `{"id": "…", "${field}": […]}`)) {
    if (result.row[field] === undefined)
      throw new RowError(result.place, `The row has no “${field}”: it is no result of extract.`);
    results.push(result);
  }
  return results;
}

/** The rows of results in a file by their ids as text. Throws a RowError where two have the same. */
async function resultsById(file: string): Promise<ReadonlyMap<string, PlacedRow>> {
  const results = new Map<string, PlacedRow>();
  for (const result of await resultsOf(file, 'statements')) {
    const id = rowId(result.row, result.place);
    checkIsNew(id, result.place, results.get(String(id))?.place.line);
    results.set(String(id), result);
  }
  return results;
}

function checkIsNew(id: ArticleRow['id'], place: LinePlace, before: number | undefined) {
  if (before === undefined) return;
  throw new RowError(
    place,
    `The id “${id}” is that of line ${before} too: it has to be told which row of results is whose.`,
  );
}
