import {
  type GoldQuantity,
  type PredictedQuantity,
  type ScoredSentence,
  sameChange,
  sameConcept,
  sameUnit,
  sameValue,
} from './quantity-scores.js';

/** What can be wrong with a quantity, with what each means. */
export const QUANTITY_ERRORS = {
  missed: 'a value that is not found',
  spurious: 'a value where the gold data have none',
  'wrong unit': 'the right value with another unit',
  'wrong change': 'the right value with another comparison or direction',
  'wrong concept': 'the right value with no word in common of what it measures',
} as const;

export type QuantityErrorKind = keyof typeof QUANTITY_ERRORS;

/** One thing that went wrong: with what should have been found, what was, or both. */
export interface QuantityError {
  readonly kind: QuantityErrorKind;
  readonly sentence: ScoredSentence;
  readonly gold: GoldQuantity | null;
  readonly predicted: PredictedQuantity | null;
}

/** What went wrong in a sentence; a quantity whose value is right can have several errors. */
export function quantityErrorsIn(sentence: ScoredSentence): QuantityError[] {
  const left = [...sentence.predicted];
  const errors = sentence.gold.flatMap((gold): Omit<QuantityError, 'sentence'>[] => {
    const same = left.filter((candidate) => sameValue(gold, candidate));
    const predicted = same.find((candidate) => mistakesIn(gold, candidate).length === 0) ?? same[0];
    if (predicted === undefined) return [{ kind: 'missed', gold, predicted: null }];
    left.splice(left.indexOf(predicted), 1);
    return mistakesIn(gold, predicted).map((kind) => ({ kind, gold, predicted }));
  });
  const spurious = left.map((predicted) => ({ kind: 'spurious' as const, gold: null, predicted }));
  return [...errors, ...spurious].map((error) => ({ ...error, sentence }));
}

function mistakesIn(gold: GoldQuantity, predicted: PredictedQuantity): QuantityErrorKind[] {
  const kinds: QuantityErrorKind[] = [];
  if (!sameUnit(gold, predicted)) kinds.push('wrong unit');
  if (!sameChange(gold, predicted)) kinds.push('wrong change');
  if (!sameConcept(gold, predicted)) kinds.push('wrong concept');
  return kinds;
}
