import { type Counts, type Ratios, ratiosOf, sumOf } from './ratios.js';

/** A quantity as NewsQuant annotates it: an upper value for ranges, “-” where there is no unit or nothing measured. */
export interface GoldQuantity {
  readonly value: number;
  readonly upperValue: number | null;
  readonly unit: string;
  readonly change: string;
  readonly concepts: string;
}

/** What of a quantity that the engine found is scored. */
export interface PredictedQuantity {
  readonly value: number;
  readonly upperValue: number | null;
  readonly unit: string;
  readonly comparator: string;
  readonly about: string;
}

/** A sentence with the quantities that annotators marked in it and those that the engine found. */
export interface ScoredSentence {
  readonly text: string;
  readonly gold: readonly GoldQuantity[];
  readonly predicted: readonly PredictedQuantity[];
}

/** How well quantities are found: by value alone, and by value and one thing more. */
export interface QuantityScores {
  readonly sentences: number;
  readonly value: Ratios;
  readonly valueUnit: Ratios;
  readonly valueChange: Ratios;
  /** With at least one word of what is measured in common. */
  readonly valueConceptPartial: Ratios;
}

type Agrees = (gold: GoldQuantity, predicted: PredictedQuantity) => boolean;

export function scoreQuantities(sentences: readonly ScoredSentence[]): QuantityScores {
  const ratios = (agrees: Agrees) => ratiosOf(sumOf(sentences.map((sentence) => countsOf(sentence, agrees))));
  return {
    sentences: sentences.length,
    value: ratios(sameValue),
    valueUnit: ratios((gold, predicted) => sameValue(gold, predicted) && sameUnit(gold, predicted)),
    valueChange: ratios((gold, predicted) => sameValue(gold, predicted) && sameChange(gold, predicted)),
    valueConceptPartial: ratios((gold, predicted) => sameValue(gold, predicted) && sameConcept(gold, predicted)),
  };
}

/** Each quantity of the gold data takes the first predicted one that agrees and is left. */
function countsOf({ gold, predicted }: ScoredSentence, agrees: Agrees): Counts {
  const left = [...predicted];
  let hits = 0;
  for (const quantity of gold) {
    const found = left.findIndex((candidate) => agrees(quantity, candidate));
    if (found === -1) continue;
    left.splice(found, 1);
    hits++;
  }
  return { hits, predicted: predicted.length, gold: gold.length };
}

/** Whether values agree, to five digits; a range agrees with ranges alone. */
export function sameValue(gold: GoldQuantity, predicted: PredictedQuantity): boolean {
  if (gold.upperValue === null || predicted.upperValue === null)
    return gold.upperValue === predicted.upperValue && isClose(predicted.value, gold.value);
  return isClose(predicted.value, gold.value) && isClose(predicted.upperValue, gold.upperValue);
}

function isClose(value: number, expected: number): boolean {
  return Math.abs(value - expected) <= 1e-8 + 1e-5 * Math.abs(expected);
}

export function sameUnit(gold: GoldQuantity, predicted: PredictedQuantity): boolean {
  return gold.unit.toLowerCase() === predicted.unit.toLowerCase();
}

export function sameChange(gold: GoldQuantity, predicted: PredictedQuantity): boolean {
  return gold.change === predicted.comparator;
}

/** How many words of what the engine says is measured count: who names the whole sentence has said nothing. */
const ABOUT_WORDS = 8;

/** Whether what is measured has a word in common, or is nothing in both. */
export function sameConcept(gold: GoldQuantity, predicted: PredictedQuantity): boolean {
  const expected = wordsOf(gold.concepts);
  const found = new Set([...wordsOf(predicted.about)].slice(0, ABOUT_WORDS));
  return expected.size === 0 ? found.size === 0 : [...expected].some((word) => found.has(word));
}

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().split(/[\s,]+/u);
  return new Set(words.filter((word) => word !== '' && word !== '-'));
}
