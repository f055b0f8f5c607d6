import type { Stretch } from '../../../domain/span.js';
import type { ReportClause } from './report-clauses.js';
import { stretchOf } from './stretches.js';
import type { UnitSentence } from './units.js';

/** An attribution that a rule found. */
export interface PatternAttribution {
  /** Which rule found it. */
  readonly pattern: string;
  readonly source: readonly Stretch[];
  readonly cue: readonly Stretch[];
  readonly content: readonly Stretch[];
}

/** The paragraphs of a text as units, and which of their sentences is looked at. */
export interface Place {
  readonly text: string;
  readonly paragraphs: readonly (readonly UnitSentence[])[];
  readonly paragraph: number;
  readonly sentence: number;
}

/** The attribution that a clause makes of what it reports; undefined where that is nothing. */
export function attributed(
  { source, group }: ReportClause,
  sentence: UnitSentence,
  pattern: string,
  content: readonly Stretch[],
): PatternAttribution | undefined {
  if (content.length === 0) return undefined;
  const named = source === null ? null : stretchOf(sentence, source.start, source.end);
  const cue = stretchOf(sentence, group.start, group.end);
  return { pattern, source: named === null ? [] : [named], cue: cue === null ? [] : [cue], content };
}
