import type { Document } from '../document.js';
import type { ExtractedStatement, ExtractedStatistic } from '../extraction.js';
import type { Change } from '../quantities/comparison.js';
import type { FoundQuantity } from '../quantities/find-quantities.js';
import { wordAt } from '../quantities/lexeme.js';
import { CarriedOver } from './carried-over.js';
import { type Circumstances, Surroundings } from './circumstances.js';
import { isClaim } from './claim.js';
import { type Metric, metricOf } from './metric.js';
import { StatePlaces } from './state-places.js';

/**
 * Finds which quantities make a claim about how things are, with what they are of, where and as of when they hold, and
 * who claims them: the speaker of the innermost statement around them, nobody where the article itself states them.
 */
export function findStatistics(
  document: Document,
  quantities: readonly FoundQuantity[],
  circumstances: Circumstances,
  states: StatePlaces = new StatePlaces([], circumstances.places),
): ExtractedStatistic[] {
  const surroundings = new Surroundings(document, circumstances);
  const names = new Map(states.all.map(({ id, name }) => [id, name]));
  const statistics: ExtractedStatistic[] = [];
  const carriedOver = new CarriedOver(document, surroundings);
  let first: FoundQuantity | undefined;
  for (const [quantity, found] of quantities.entries()) {
    if (first?.sentence !== found.sentence) first = found;
    const next = nextApart(quantities, quantity);
    const carrier = surroundings.carrierOf(found);
    const claimedBy = carrier?.speaker ?? null;
    const place =
      surroundings.placeOf(found, carrier, next, first) ?? states.placeOf(claimedBy) ?? carriedOver.placeOf(found);
    const asOf = surroundings.dateOf(found, carrier, next) ?? carriedOver.dateOf(found, place, claimedBy);
    carriedOver.tell(found, { place, asOf, claimedBy });
    if (surroundings.isInSource(found) || !isClaim(document.text, found, carrier)) continue;
    const { direction, measure } = changeOf(found, quantities[quantity - 1]);
    const known = [names.get(place ?? ''), ...reportOf(document.text, carrier)];
    statistics.push({
      quantity,
      ...ofItsOwn(metricOf(found, direction !== 'NONE'), known),
      place,
      asOf,
      claimedBy,
      statement: carrier?.id ?? null,
      comparator: found.figure.comparator,
      measure,
      change: direction,
      confidence: confidenceOf(found),
    });
  }
  return statistics;
}

/**
 * The next figure of the sentence that can have a place and a date of its own. Those behind the second of two figures
 * told in one breath are of both: “14 were killed and 60 hurt near Vellby on Friday”, “fell 12% to 4 million last year”.
 */
function nextApart(quantities: readonly FoundQuantity[], at: number): FoundQuantity | undefined {
  let next = at + 1;
  while (next < at + MOST_IN_ONE_BREATH && isInOneBreath(quantities[next - 1], quantities[next])) next++;
  return quantities[next]?.sentence === quantities[at]?.sentence ? quantities[next] : undefined;
}

const MOST_IN_ONE_BREATH = 4;
const MOST_WORDS_BETWEEN = 5;

function isInOneBreath(one: FoundQuantity | undefined, other: FoundQuantity | undefined): boolean {
  if (one === undefined || one.sentence !== other?.sentence) return false;
  const between = one.lexemes.slice(one.figure.stop, other.figure.start);
  if (between.length === 1 && between[0]?.lower === 'to') return one.figure.change.measure === 'CHANGE';
  const counts = isCount(one) && isCount(other);
  const joined = between.at(-1)?.lower === 'and' && between.every(({ kind, pos }) => kind === 'WORD' && pos !== 'ADP');
  return counts && joined && between.length <= MOST_WORDS_BETWEEN;
}

function isCount({ figure: { measure } }: FoundQuantity): boolean {
  return measure.kind === 'COUNT' || measure.kind === 'NONE';
}

/** Leaves out a subject that only repeats the place or whoever is quoted. */
function ofItsOwn({ metric, subject }: Metric, known: readonly (string | undefined)[]): Metric {
  const repeats = subject !== null && known.some((name) => name?.toLowerCase().includes(subject.toLowerCase()));
  return { metric, subject: repeats ? null : subject };
}

/** The words that report a figure: whoever is quoted, and with the verb, which can look like a noun. */
function reportOf(text: string, carrier: ExtractedStatement | undefined): string[] {
  if (carrier === undefined) return [];
  const words = (stretches: ExtractedStatement['source']) => stretches.map(({ start, end }) => text.slice(start, end));
  const source = words(carrier.source).join(' ');
  return [source, [source, ...words(carrier.cue)].join(' ')];
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
