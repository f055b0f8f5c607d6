import { type Day, isDay } from '../domain/dates.js';
import { InvariantError } from '../domain/errors.js';
import { attribute } from './attribution/attribution.js';
import { findFurtherPatterns } from './attribution/further-patterns.js';
import { findByPatterns } from './attribution/patterns.js';
import { reconcile } from './attribution/reconcile.js';
import { trainedTagger } from './attribution/trained-taggers.js';
import { findDates } from './dates/find-dates.js';
import { findEntities } from './entities/entities.js';
import type { Extraction } from './extraction.js';
import { findQuantities } from './quantities/find-quantities.js';
import { findRelations } from './relations/find-relations.js';
import { withStances } from './relations/stance-attributions.js';
import { segment } from './segmentation.js';
import { assembleStatements } from './statements/assemble-statements.js';
import { findChains } from './statements/chains/find-chains.js';
import { findStatistics } from './statistics/find-statistics.js';
import { StatePlaces } from './statistics/state-places.js';

export interface ExtractOptions {
  /** The day that relative dates are resolved against; left out or null, they stay open. */
  readonly published?: Day | null;
  /** The slower and better of the two grades. */
  readonly accurate?: boolean;
}

/**
 * Reads a text: who says what in it, through whom, about whom, with which figures. The same text gives the same result.
 * Throws an InvariantError where the day of publication does not exist.
 */
export function extract(text: string, { published = null, accurate = false }: ExtractOptions = {}): Extraction {
  checkPublished(published);
  const document = segment(text);
  const dates = findDates(document, published);
  const patterns = findByPatterns(document);
  const tagged = attribute(document, trainedTagger(accurate ? 'ACCURATE' : 'DEFAULT'), patterns);
  const attributions = reconcile(document, tagged, [...patterns, ...findFurtherPatterns(document)]);
  const links = findChains(document, withStances(document, attributions));
  const { speakersOf, ...entities } = findEntities(document, links);
  const named = [...entities.people, ...entities.organizations, ...entities.places, ...entities.topics];
  const statements = assembleStatements(document, links, { dates, named, speakersOf });
  const relations = findRelations(document, statements, entities);
  const figures = findQuantities(document, dates);
  const states = new StatePlaces(entities.organizations, entities.places);
  const statistics = findStatistics(document, figures, { statements, places: entities.places, dates }, states);
  const places = states.placesWith(new Set(statistics.map(({ place }) => place)));
  const quantities = figures.map(({ quantity }) => quantity);
  return { ...entities, places, statements, quantities, statistics, dates, relations };
}

/** Programs without types call this too, and a wrong day would show only in wrong dates. */
function checkPublished(published: unknown): void {
  if (published === null || (typeof published === 'string' && isDay(published))) return;
  const given = typeof published === 'string' ? `“${published}”` : `a value of the type ${typeof published}`;
  throw new InvariantError(
    `“published” takes an existing day as text, such as '2031-05-04', or null where it is not known, not ${given}.`,
  );
}
