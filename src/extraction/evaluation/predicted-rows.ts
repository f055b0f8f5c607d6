import type { LinePlace, UnknownRecord } from '../rows/article-row.js';
import type { PredictedRelation } from './attribution-match.js';
import { relationOf } from './gold-rows.js';
import type { PredictedQuantity } from './quantity-scores.js';
import { numberIn, recordsIn, textIn } from './row-fields.js';

/** The statements of a row of results; `length` is that of its article’s text. Throws a RowError. */
export function predictedRelations(row: UnknownRecord, length: number, place: LinePlace): PredictedRelation[] {
  return recordsIn(row, 'statements', place).map((statement) => ({
    ...relationOf(statement, length, place),
    confidence: statement['confidence'] === undefined ? 0 : numberIn(statement, 'confidence', place),
  }));
}

/** The quantities of a row of results. Throws a RowError. */
export function predictedQuantities(row: UnknownRecord, place: LinePlace): PredictedQuantity[] {
  return recordsIn(row, 'quantities', place).map((quantity) => ({
    value: numberIn(quantity, 'value', place),
    upperValue: quantity['upperValue'] == null ? null : numberIn(quantity, 'upperValue', place),
    unit: textIn(quantity, 'unit', place, '-'),
    comparator: textIn(quantity, 'comparator', place, '='),
    about: textIn(quantity, 'about', place, ''),
  }));
}
