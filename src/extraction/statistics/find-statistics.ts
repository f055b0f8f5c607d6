import type { Document } from '../document.js';
import type { ExtractedStatistic } from '../extraction.js';
import type { Change } from '../quantities/comparison.js';
import type { FoundQuantity } from '../quantities/find-quantities.js';
import { wordAt } from '../quantities/lexeme.js';
import { type Circumstances, Surroundings } from './circumstances.js';
import { isClaim } from './claim.js';
import { metricOf } from './metric.js';

/**
 * Finds which quantities make a claim about how things are, with what they are of, where and as of when they hold, and
 * who claims them: the speaker of the innermost statement around them, nobody where the article itself states them.
 */
export function findStatistics(
  document: Document,
  quantities: readonly FoundQuantity[],
  circumstances: Circumstances,
): ExtractedStatistic[] {
  const surroundings = new Surroundings(document, circumstances);
  const statistics: ExtractedStatistic[] = [];
  let last: CountedLast = { unit: null, place: null };
  let first: FoundQuantity | undefined;
  for (const [quantity, found] of quantities.entries()) {
    if (first?.sentence !== found.sentence) first = found;
    const next = quantities[quantity + 1]?.sentence === found.sentence ? quantities[quantity + 1] : undefined;
    const carrier = surroundings.carrierOf(found);
    const place = surroundings.placeOf(found, carrier, next, first) ?? inheritedPlace(found, last);
    if (isCount(found)) last = { unit: found.figure.unit, place };
    if (surroundings.isInSource(found) || !isClaim(document.text, found, carrier)) continue;
    const { direction, measure } = changeOf(found, quantities[quantity - 1]);
    statistics.push({
      quantity,
      ...metricOf(found),
      place,
      asOf: surroundings.dateOf(found, carrier, next),
      claimedBy: carrier?.speaker ?? null,
      statement: carrier?.id ?? null,
      comparator: found.figure.comparator,
      measure,
      change: direction,
      confidence: confidenceOf(found),
    });
  }
  return statistics;
}

/** What was counted last and where, for figures that leave out both: “the number rose to six”. */
interface CountedLast {
  readonly unit: string | null;
  readonly place: string | null;
}

function isCount({ figure: { measure } }: FoundQuantity): boolean {
  return measure.kind === 'COUNT' || measure.kind === 'NONE';
}

function inheritedPlace({ figure: { measure, unit } }: FoundQuantity, last: CountedLast): string | null {
  return measure.kind === 'NONE' && unit !== null && unit === last.unit ? last.place : null;
}

/** A level told with its change moves the same way: “climbed 0.4 points to 7.1 percent”. */
function changeOf({ figure, lexemes, sentence }: FoundQuantity, before: FoundQuantity | undefined): Change {
  if (figure.change.direction !== 'NONE') return figure.change;
  const levelOf =
    before?.sentence === sentence &&
    before.figure.stop === figure.start - 1 &&
    wordAt(lexemes, figure.start - 1) === 'to';
  return levelOf && before.figure.change.measure === 'CHANGE'
    ? { direction: before.figure.change.direction, measure: 'LEVEL' }
    : { direction: 'NONE', measure: 'LEVEL' };
}

/** Lower where the unit had to be found elsewhere, where little says what is measured, and for short lengths of time. */
function confidenceOf({ figure, concept, predicate }: FoundQuantity): number {
  const unitLeftOut = figure.measure.kind === 'NONE' && figure.measure.number.form !== 'SHARE';
  const measuresThings = figure.measure.kind === 'MEASURE';
  const named = concept.behind.length + concept.before.length + concept.subject.length + predicate.words.length > 0;
  const doubts = (unitLeftOut ? 0.15 : 0) + (measuresThings ? 0.2 : 0) + (named ? 0 : 0.15);
  return Math.round((0.85 - doubts) * 100) / 100;
}
