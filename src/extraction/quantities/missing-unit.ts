import { singularOf } from '../language/english/nouns.js';
import { OUTCOMES_OF_PEOPLE } from '../language/english/verbs.js';
import { directionOf } from './comparison.js';
import { type Figure, isVote } from './figure.js';
import { type Lexeme, wordAt } from './lexeme.js';
import { isSeveral, isTemporal, type NounPhrases } from './noun-phrase.js';

/** The noun counted last, which later numbers may leave out, and the sentence it stood in. */
export interface UnitsSoFar {
  readonly counted: string | null;
  readonly sentence: number;
}

export const NO_UNITS: UnitsSoFar = { counted: null, sentence: 0 };

/** A noun is kept in mind for so many sentences. */
const MEMORY = 3;

/** Gives the figures of a sentence the units that it leaves out. */
export function withUnits(
  lexemes: readonly Lexeme[],
  phrases: NounPhrases,
  figures: readonly Figure[],
  sentence: number,
  before: UnitsSoFar,
): { readonly figures: Figure[]; readonly units: UnitsSoFar } {
  let counted = sentence - before.sentence <= MEMORY ? before.counted : null;
  let isOfOther = true;
  const found: Figure[] = [];
  for (const [i, figure] of figures.entries()) {
    const unit = unitOf(lexemes, phrases, figure, {
      before: found.at(-1),
      after: figures[i + 1],
      // “48 dead” are people, whatever the sentence before counts.
      counted: isOfOther && countsPeople(lexemes, figure) ? null : counted,
    });
    found.push({ ...figure, unit });
    if (figure.measure.kind !== 'COUNT' && (figure.measure.kind !== 'NONE' || unit === null)) continue;
    counted = unit;
    isOfOther = false;
  }
  return { figures: found, units: { counted, sentence } };
}

interface Neighbours {
  readonly before: Figure | undefined;
  readonly after: Figure | undefined;
  readonly counted: string | null;
}

function unitOf(lexemes: readonly Lexeme[], phrases: NounPhrases, figure: Figure, near: Neighbours): string | null {
  const { unit, measure } = figure;
  if (unit === 'point' && isPointOfPercentage(lexemes, figure, near.after)) return 'percentage point';
  if (unit !== null || measure.number.form === 'SHARE') return unit;
  if (isVote(lexemes, measure) || (near.before?.unit === 'vote' && wordAt(lexemes, near.before.stop) === 'to'))
    return 'vote';
  return unitOfNeighbour(lexemes, figure, near) ?? unitCounted(lexemes, phrases, figure, near.counted);
}

/** “climbed 0.4 points to 7.1 percent”. */
function isPointOfPercentage(lexemes: readonly Lexeme[], figure: Figure, after: Figure | undefined): boolean {
  return after?.unit === 'percentage' && wordAt(lexemes, figure.stop) === 'to' && after.start === figure.stop + 1;
}

/** The unit that a figure has in common with the one behind it or before it. */
function unitOfNeighbour(lexemes: readonly Lexeme[], figure: Figure, { before, after }: Neighbours): string | null {
  const behind = after === undefined ? null : unitOfNext(lexemes, figure, after);
  return behind ?? (before === undefined ? null : unitOfLast(lexemes, figure, before));
}

/** “8 or $9”, “16,369 up 58 points”, “21 of its 30 games”, “from 2.50 to 3.10 marks”. */
function unitOfNext(lexemes: readonly Lexeme[], figure: Figure, after: Figure): string | null {
  const joint = after.start === figure.stop + 1 ? wordAt(lexemes, figure.stop) : '';
  if (joint === 'or' || (after.unit === 'point' && directionOf(joint) !== 'NONE')) return after.unit;
  return isPartOf(lexemes, figure, after) || isFromTo(lexemes, figure, after) ? after.unit : null;
}

/** “rose 64 points to 4,577”, “from 208 pounds to 193”, “rose by 2 percent and later fell by 1”. */
function unitOfLast(lexemes: readonly Lexeme[], figure: Figure, before: Figure): string | null {
  const moved = before.change.direction !== 'NONE';
  if ((before.unit === 'point' && moved) || isFromTo(lexemes, before, figure)) return before.unit;
  const movesAgain = moved && figure.change.direction !== 'NONE' && figure.change.measure === 'CHANGE';
  return movesAgain && before.measure.kind === 'SHARE' ? before.unit : null;
}

/** “21 of its 30 games”. */
function isPartOf(lexemes: readonly Lexeme[], { stop }: Figure, after: Figure): boolean {
  if (after.measure.kind !== 'COUNT' || after.start > stop + 3 || wordAt(lexemes, stop) !== 'of') return false;
  return after.start === stop + 1 || lexemes[stop + 1]?.pos === 'DET' || lexemes[stop + 1]?.pos === 'PRON';
}

/** “from 2.50 to 3.10 marks”: both have the unit of either. */
function isFromTo(lexemes: readonly Lexeme[], from: Figure, to: Figure): boolean {
  return (
    wordAt(lexemes, from.start - 1) === 'from' && wordAt(lexemes, from.stop) === 'to' && to.start === from.stop + 1
  );
}

/** “40 were hurt”, “a hundred injured”: whom that befalls are people. */
function countsPeople(lexemes: readonly Lexeme[], { stop }: Figure): boolean {
  let at = stop;
  while (at < stop + MOST_WORDS_BETWEEN && ['AUX', 'ADV'].includes(lexemes[at]?.pos ?? '')) at++;
  return OUTCOMES_OF_PEOPLE.has(wordAt(lexemes, at)) || BEFALLS_PEOPLE.has(wordAt(lexemes, at));
}

const MOST_WORDS_BETWEEN = 3;
const BEFALLS_PEOPLE: ReadonlySet<string> = new Set([
  'missing',
  'homeless',
  'rescued',
  'evacuated',
  'hospitalised',
  'hospitalized',
]);

/** What a number in a row of counts counts, or what its sentence says that it is the number of. */
function unitCounted(
  lexemes: readonly Lexeme[],
  phrases: NounPhrases,
  figure: Figure,
  counted: string | null,
): string | null {
  const { value, change, start } = figure;
  if (!Number.isInteger(value)) return null;
  if (counted !== null) return counted;
  if (countsPeople(lexemes, figure)) return 'people';
  const numbered = phrases.all.find((phrase) => phrase.end <= start && isNumberOf(lexemes, phrase.first));
  if (numbered !== undefined) return singularOf(numbered.head.lower);
  if (change.direction === 'NONE') return null;
  const subject = phrases.all.find((phrase) => phrase.end <= start && isSeveral(phrase) && !isTemporal(phrase));
  return subject === undefined || PRICED.has(subject.head.lower) ? null : singularOf(subject.head.lower);
}

/** Nouns whose figure without a unit is a price or a level. */
const PRICED: ReadonlySet<string> = new Set(
  `prices shares stocks sales futures earnings profits revenues yields rates markets costs fees wages salaries losses bonds
  points`.split(/\s+/u),
);

function isNumberOf(lexemes: readonly Lexeme[], first: number): boolean {
  let at = first - 1;
  while (lexemes[at]?.pos === 'DET') at--;
  return wordAt(lexemes, at) === 'of' && ['number', 'total', 'count', 'tally'].includes(wordAt(lexemes, at - 1));
}
