import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantityErrorsIn } from '../../../src/extraction/evaluation/quantity-errors.js';
import {
  type GoldQuantity,
  type PredictedQuantity,
  scoreQuantities,
} from '../../../src/extraction/evaluation/quantity-scores.js';

const GOLD: GoldQuantity = { value: 40, upperValue: null, unit: 'boat', change: '=', concepts: 'moored boats, pier' };
const FOUND: PredictedQuantity = { value: 40, upperValue: null, unit: 'boat', comparator: '=', about: 'boats' };
const ALL = { value: 100, valueUnit: 100, valueChange: 100, valueConceptPartial: 100 };

function f1(gold: Partial<GoldQuantity>, found: Partial<PredictedQuantity>) {
  const sentence = { text: '', gold: [{ ...GOLD, ...gold }], predicted: [{ ...FOUND, ...found }] };
  const { value, valueUnit, valueChange, valueConceptPartial } = scoreQuantities([sentence]);
  const kinds = quantityErrorsIn(sentence).map(({ kind }) => kind);
  return {
    scores: {
      value: value.f1,
      valueUnit: valueUnit.f1,
      valueChange: valueChange.f1,
      valueConceptPartial: valueConceptPartial.f1,
    },
    kinds,
  };
}

const NONE = { value: 0, valueUnit: 0, valueChange: 0, valueConceptPartial: 0 };

describe('scores of quantities', () => {
  it.each([
    ['all agrees', {}, {}, ALL, []],
    ['five digits agree', { value: 2.36419 }, { value: 2.36418 }, ALL, []],
    ['only four do', { value: 2.3641 }, { value: 2.364 }, NONE, ['missed', 'spurious']],
    ['a range is taken for a number', { upperValue: 50 }, {}, NONE, ['missed', 'spurious']],
    ['a number is taken for a range', {}, { upperValue: 50 }, NONE, ['missed', 'spurious']],
    ['both are ranges', { upperValue: 50 }, { upperValue: 50 }, ALL, []],
    ['ranges differ', { upperValue: 50 }, { upperValue: 60 }, NONE, ['missed', 'spurious']],
    ['the value is none', { value: Number.NaN }, { value: 0 }, NONE, ['missed', 'spurious']],
    ['the unit has capitals', {}, { unit: 'Boat' }, ALL, []],
    ['the unit differs', {}, { unit: '-' }, { ...ALL, valueUnit: 0 }, ['wrong unit']],
    ['the change differs', { change: '~' }, {}, { ...ALL, valueChange: 0 }, ['wrong change']],
    ['no word of the concept is right', {}, { about: 'ships' }, { ...ALL, valueConceptPartial: 0 }, ['wrong concept']],
    [
      'the concept is the ninth word',
      {},
      { about: 'a b c d e f g h pier' },
      { ...ALL, valueConceptPartial: 0 },
      ['wrong concept'],
    ],
    ['words are named twice before it', {}, { about: 'a a a a a a a a a, PIER' }, ALL, []],
    ['nothing is measured', { concepts: '-' }, { about: '' }, ALL, []],
    ['something is said of nothing', { concepts: '-' }, {}, { ...ALL, valueConceptPartial: 0 }, ['wrong concept']],
  ])('when %s', (_, gold, found, scores, kinds) => {
    expect(f1(gold, found)).toEqual({ scores, kinds });
  });

  it('take each predicted quantity once', () => {
    const twice = scoreQuantities([{ text: '', gold: [GOLD, GOLD], predicted: [FOUND] }]);
    expect(twice.value).toEqual({ precision: 100, recall: 50, f1: 66.7 });
    const other = { ...FOUND, unit: '-' };
    const units = scoreQuantities([{ text: '', gold: [GOLD], predicted: [other, FOUND] }]);
    expect(units.valueUnit).toEqual({ precision: 50, recall: 100, f1: 66.7 });
  });

  it('of values are those of the largest matching, which for equal values is their number', () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.tuple(numbers, numbers), { maxLength: 4 }), (sentences) => {
        const scores = scoreQuantities(
          sentences.map(([gold, found]) => ({
            text: '',
            gold: gold.map((value) => ({ ...GOLD, value })),
            predicted: found.map((value) => ({ ...FOUND, value })),
          })),
        );
        const count = (list: readonly number[], value: number) => list.filter((one) => one === value).length;
        const hits = sentences.reduce(
          (sum, [gold, found]) =>
            sum + [0, 1, 2, 3].reduce((own, value) => own + Math.min(count(gold, value), count(found, value)), 0),
          0,
        );
        const predicted = sentences.flatMap(([, found]) => found).length;
        expect(scores.value.precision).toBe(predicted === 0 ? 0 : Math.round((1000 * hits) / predicted) / 10);
      }),
    );
  });
});
