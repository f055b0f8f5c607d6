import { matchRelations, type PredictedRelation, type ScoredArticle } from './attribution-match.js';
import { percent, share } from './ratios.js';

/** Statements whose confidence lies in `[from, to)`, the last bin’s end included. */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly statements: number;
  /** Their share of all statements, in per cent. */
  readonly share: number;
  /** The mean of their confidence, in per cent: how many should be right. */
  readonly meanConfidence: number;
  /** How many are right, in per cent. */
  readonly right: number;
}

/** Whether confidence means something: how many statements are right at each. */
export interface Calibration {
  readonly bins: readonly CalibrationBin[];
  /** All statements of at least `SURE`. */
  readonly sure: CalibrationBin;
}

const EDGES = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1] as const;
const SURE = 0.9;

/**
 * Sorts all predicted statements by confidence. Right is one that is matched, one to one, with a statement of the gold data
 * whose content has a Jaccard index of at least 0.5 with its own and whose source overlaps its own. A statement without a
 * source is never right.
 */
export function calibrate(articles: readonly ScoredArticle[]): Calibration {
  const right = new Set<PredictedRelation>(
    articles.flatMap((article) =>
      matchRelations(article).flatMap(({ predicted, isSourceRight }) => (isSourceRight ? [predicted] : [])),
    ),
  );
  const all = articles.flatMap(({ predicted }) => predicted ?? []);
  const binOf = (from: number, to: number): CalibrationBin => {
    const inside = all.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1));
    const sum = inside.reduce((total, { confidence }) => total + confidence, 0);
    return {
      from,
      to,
      statements: inside.length,
      share: percent(share(inside.length, all.length)),
      meanConfidence: percent(share(sum, inside.length)),
      right: percent(share(inside.filter((relation) => right.has(relation)).length, inside.length)),
    };
  };
  return { bins: EDGES.slice(1).map((to, index) => binOf(EDGES[index] ?? 0, to)), sure: binOf(SURE, 1) };
}
