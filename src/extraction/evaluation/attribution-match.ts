import type { Stretch } from '../../domain/span.js';
import { jaccardIndex, sharedLength } from './span-overlap.js';

/** The three roles of an attribution relation. */
export interface Relation {
  readonly source: readonly Stretch[];
  readonly cue: readonly Stretch[];
  readonly content: readonly Stretch[];
}

/** A relation that the engine found, and how sure it is of it. */
export interface PredictedRelation extends Relation {
  readonly confidence: number;
}

/** An article with what annotators marked in it and what the engine found. */
export interface ScoredArticle {
  readonly id: string | number;
  readonly text: string;
  readonly gold: readonly Relation[];
  /** Null where the engine’s output has no row for it. */
  readonly predicted: readonly PredictedRelation[] | null;
}

/** A relation of the gold data and the predicted one that says the same. */
export interface Match {
  readonly gold: Relation;
  readonly predicted: PredictedRelation;
  readonly isSourceRight: boolean;
}

/** From which Jaccard index of their contents on two relations can be the same. */
export const LEAST_OVERLAP = 0.5;

/** Whether a relation has a source and a content: only these are matched. */
export function isFull({ source, content }: Relation): boolean {
  return source.length > 0 && content.length > 0;
}

/** Matches the full relations of an article one to one: those whose contents agree best first, in their order where several do. */
export function matchRelations({ gold, predicted }: Pick<ScoredArticle, 'gold' | 'predicted'>): Match[] {
  const pairs = gold.filter(isFull).flatMap((expected) =>
    (predicted ?? [])
      .filter(isFull)
      .map((found) => ({ expected, found, overlap: jaccardIndex(expected.content, found.content) }))
      .filter(({ overlap }) => overlap >= LEAST_OVERLAP),
  );
  const taken = new Set<Relation>();
  const matches: Match[] = [];
  for (const { expected, found } of pairs.sort((a, b) => b.overlap - a.overlap)) {
    if (taken.has(expected) || taken.has(found)) continue;
    taken.add(expected).add(found);
    const isSourceRight = sharedLength(expected.source, found.source) > 0;
    matches.push({ gold: expected, predicted: found, isSourceRight });
  }
  return matches;
}
