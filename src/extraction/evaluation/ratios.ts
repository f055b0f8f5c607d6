/** How many were right, how many were found in all, and how many there are to be found. */
export interface Counts {
  readonly hits: number;
  readonly predicted: number;
  readonly gold: number;
}

/** Precision, recall and their harmonic mean, in per cent with one decimal. */
export interface Ratios {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function sumOf(counts: Iterable<Counts>): Counts {
  let [hits, predicted, gold] = [0, 0, 0];
  for (const one of counts) {
    hits += one.hits;
    predicted += one.predicted;
    gold += one.gold;
  }
  return { hits, predicted, gold };
}

/** The ratios of counts; 0 where there is nothing to divide by. */
export function ratiosOf({ hits, predicted, gold }: Counts): Ratios {
  const precision = share(hits, predicted);
  const recall = share(hits, gold);
  const f1 = share(2 * precision * recall, precision + recall);
  return { precision: percent(precision), recall: percent(recall), f1: percent(f1) };
}

export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** A share as per cent with one decimal. */
export function percent(of: number): number {
  return Math.round(of * 1000) / 10;
}
