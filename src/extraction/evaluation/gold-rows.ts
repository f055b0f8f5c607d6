import { type ArticleRow, articleRowOf, type LinePlace, RowError, type UnknownRecord } from '../rows/article-row.js';
import type { Relation } from './attribution-match.js';
import type { GoldQuantity } from './quantity-scores.js';
import { recordsIn, shown, spansIn, textIn } from './row-fields.js';

/** An article or sentence with what annotators marked in it. */
export interface GoldRow<T> extends ArticleRow {
  readonly gold: readonly T[];
}

/** A row of gold data for attributions (PolNeAR’s, as docs/extraction.md describes it). Throws a RowError. */
export function goldAttributions(row: UnknownRecord, place: LinePlace): GoldRow<Relation> {
  if (row['attributions'] === undefined)
    throw new RowError(place, 'The row has no “attributions”: it is no gold data for them.');
  const article = articleRowOf(row, place);
  const { length } = article.text;
  const gold = recordsIn(row, 'attributions', place).map((relation) => relationOf(relation, length, place));
  return { ...article, gold };
}

/** The three roles of a relation in a row. Throws a RowError where a span does not lie in the text. */
export function relationOf(relation: UnknownRecord, length: number, place: LinePlace): Relation {
  return {
    source: spansIn(relation, 'source', length, place),
    cue: spansIn(relation, 'cue', length, place),
    content: spansIn(relation, 'content', length, place),
  };
}

/** A row of gold data for quantities (NewsQuant’s, as docs/extraction.md describes it). Throws a RowError. */
export function goldQuantities(row: UnknownRecord, place: LinePlace): GoldRow<GoldQuantity> {
  if (row['quantities'] === undefined)
    throw new RowError(place, 'The row has no “quantities”: it is no gold data for them.');
  return {
    ...articleRowOf(row, place),
    gold: recordsIn(row, 'quantities', place).map((quantity) => ({
      ...valuesOf(quantity, place),
      unit: textIn(quantity, 'normalized_unit', place),
      change: textIn(quantity, 'change', place),
      concepts: textIn(quantity, 'referred_concepts', place),
    })),
  };
}

const RANGE = /^(?<low>\d[\d.]*)-(?<high>\d[\d.]*)$/u;

/**
 * A value as NewsQuant writes it: a number, or two with a hyphen for a range. Other text with digits is no number: nothing
 * agrees with it. Throws a RowError for what has no digits.
 */
function valuesOf({ value }: UnknownRecord, place: LinePlace): Pick<GoldQuantity, 'value' | 'upperValue'> {
  if (typeof value === 'string' ? !/\d/u.test(value) : !Number.isFinite(value))
    throw new RowError(place, `The field “value” takes a number, or “low-high” for a range, not ${shown(value)}.`);
  const range = RANGE.exec(String(value))?.groups;
  if (range === undefined) return { value: Number(value), upperValue: null };
  return { value: Number(range['low']), upperValue: Number(range['high']) };
}
