import { QUANTITY_ERRORS, type QuantityError, quantityErrorsIn } from '../../extraction/evaluation/quantity-errors.js';
import {
  type QuantityScores,
  type ScoredSentence,
  scoreQuantities,
} from '../../extraction/evaluation/quantity-scores.js';
import type { Ratios } from '../../extraction/evaluation/ratios.js';
import { table } from '../table.js';
import { type ErrorGroup, errorLines, groupErrors } from './error-list.js';

/** All that is said of quantities that were scored. */
export interface QuantityEvaluation {
  readonly scores: QuantityScores;
  readonly errors: readonly ErrorGroup<QuantityError>[];
}

export function evaluateQuantities(sentences: readonly ScoredSentence[], examples: number): QuantityEvaluation {
  return {
    scores: scoreQuantities(sentences),
    errors: groupErrors(sentences.flatMap(quantityErrorsIn), QUANTITY_ERRORS, examples),
  };
}

/** The evaluation for programs. */
export function quantityJson({ scores, errors }: QuantityEvaluation): object {
  const words = ({ sentence, gold, predicted }: QuantityError) => ({ text: sentence.text, gold, predicted });
  return { scores, errors: errors.map((group) => ({ ...group, examples: group.examples.map(words) })) };
}

/** The evaluation for people. */
export function quantityLines({ scores, errors }: QuantityEvaluation): string[] {
  const row = (name: string, { precision, recall, f1 }: Ratios) => [
    name,
    ...[precision, recall, f1].map((ratio) => ratio.toFixed(1)),
  ];
  return [
    `${scores.sentences} sentences`,
    '',
    ...table(
      ['', 'precision', 'recall', 'F1'],
      [
        row('value', scores.value),
        row('value and unit', scores.valueUnit),
        row('value and change', scores.valueChange),
        row('value and concept (a word of it)', scores.valueConceptPartial),
      ],
    ),
    '',
    ...errorLines(errors, describeError),
  ];
}

function describeError({ sentence, gold, predicted }: QuantityError): string[] {
  const amount = (value: number, upper: number | null) => (upper === null ? `${value}` : `${value}–${upper}`);
  return [
    sentence.text,
    ...(gold === null
      ? []
      : [`  gold  ${gold.change} ${amount(gold.value, gold.upperValue)} [${gold.unit}] ${gold.concepts}`]),
    ...(predicted === null
      ? []
      : [
          `  found ${predicted.comparator} ${amount(predicted.value, predicted.upperValue)} [${predicted.unit}] ${predicted.about}`,
        ]),
  ];
}
