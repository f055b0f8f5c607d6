import type { Stretch } from '../../domain/span.js';
import type { Document, Sentence } from '../document.js';
import type { DateExpression, Quantity, QuantityChange } from '../extraction.js';
import { pluralOf } from '../language/english/nouns.js';
import { FRACTIONS, INDEFINITE_NUMBERS, MAGNITUDES, SMALL_NUMBERS } from '../language/english/numbers.js';
import { OUTCOMES_OF_PEOPLE } from '../language/english/verbs.js';
import { type Concept, conceptOf, type FigureBefore } from './concept.js';
import { isNoQuantity } from './exclusion.js';
import { type Figure, figuresOf } from './figure.js';
import { type Lexeme, lexemesOf } from './lexeme.js';
import { type Measure, readMeasure } from './measure.js';
import { NO_UNITS, type UnitsSoFar, withUnits } from './missing-unit.js';
import { nounPhrasesOf } from './noun-phrase.js';
import { type Predicate, predicateOf } from './predicate.js';

/** A quantity with the figure that it was read from, for `findStatistics`. */
export interface FoundQuantity {
  readonly quantity: Quantity;
  readonly figure: Figure;
  readonly concept: Concept;
  readonly predicate: Predicate;
  readonly lexemes: readonly Lexeme[];
  readonly sentence: Sentence;
}

/**
 * Finds every number of a text that counts or measures, in its order. A number within a date expression is none, unless it
 * is a duration.
 */
export function findQuantities(document: Document, dates: readonly DateExpression[]): FoundQuantity[] {
  const found: FoundQuantity[] = [];
  const isInDate = dateTest(dates);
  let units: UnitsSoFar = NO_UNITS;
  for (const sentence of document.sentences) {
    if (!mayHoldNumber(document, sentence)) continue;
    const lexemes = lexemesOf(document, sentence);
    const bare = figuresOf(lexemes, measuresOf(document.text, lexemes, isInDate));
    if (bare.length === 0) continue;
    const phrases = nounPhrasesOf(document.text, lexemes, takenBy(bare));
    const read = withUnits(lexemes, phrases, bare, sentence.index, units);
    units = read.units;
    const clauses = { lexemes, phrases, figuresAt: new Map(read.figures.map((figure) => [figure.first, figure])) };
    let before: FigureBefore | undefined;
    for (const figure of read.figures) {
      const concept = conceptOf(clauses, figure, before);
      before = { figure, concept };
      const predicate = predicateOf(lexemes, phrases, figure);
      const quantity = quantityOf(lexemes, figure, concept, predicate);
      found.push({ quantity, figure, concept, predicate, lexemes, sentence });
    }
  }
  return found;
}

const DIGIT = /[\d½⅓⅔¼¾⅕⅛⅜⅝⅞]/u;
const NUMBER_WORDS: ReadonlySet<string> = new Set([
  ...SMALL_NUMBERS.keys(),
  ...MAGNITUDES.keys(),
  ...FRACTIONS.keys(),
  ...INDEFINITE_NUMBERS.keys(),
  'no',
  'none',
  'nobody',
  'single',
  'not',
]);

/** Whether a sentence can hold a number: most do not, and are not read. */
function mayHoldNumber({ text, tokens }: Document, { start, end, firstToken, endToken }: Sentence): boolean {
  if (DIGIT.test(text.slice(start, end))) return true;
  for (let at = firstToken; at < endToken; at++) if (NUMBER_WORDS.has(tokens[at]?.lower ?? '')) return true;
  return false;
}

/** Whether a stretch lies in a date; asked for in the order of the text. */
function dateTest(dates: readonly DateExpression[]): (stretch: Stretch) => boolean {
  const spans = dates.map(({ span }) => span).sort((a, b) => a.start - b.start);
  let at = 0;
  return ({ start, end }) => {
    while (at < spans.length && (spans[at]?.end ?? 0) <= start) at++;
    const span = spans[at];
    return span !== undefined && span.start < end && start < span.end;
  };
}

function measuresOf(text: string, lexemes: readonly Lexeme[], isInDate: (stretch: Stretch) => boolean): Measure[] {
  const found: Measure[] = [];
  for (let at = 0; at < lexemes.length; at++) {
    const measure = readMeasure(text, lexemes, at);
    if (measure === undefined) continue;
    if (!isNoQuantity(text, lexemes, measure, isInDate)) found.push(measure);
    // What a number counts can itself hold numbers: “eight million 250 ml bottles”.
    at = Math.max(at, (measure.counted === null ? measure.end : measure.number.end) - 1);
  }
  return found;
}

function takenBy(figures: readonly Figure[]): (at: number) => boolean {
  const taken = new Set<number>();
  for (const { first, end } of figures) for (let at = first; at < end; at++) taken.add(at);
  return (at) => taken.has(at);
}

function quantityOf(lexemes: readonly Lexeme[], figure: Figure, concept: Concept, predicate: Predicate): Quantity {
  return {
    span: { start: lexemes[figure.start]?.start ?? 0, end: lexemes[figure.stop - 1]?.end ?? 0 },
    value: figure.value,
    upperValue: figure.upperValue,
    unit: figure.unit ?? '-',
    comparator: quantityChange(figure),
    about: aboutOf(figure, concept, predicate),
  };
}

function quantityChange({ comparator, change }: Figure): QuantityChange {
  if (change.direction !== 'NONE') return change.direction === 'UP' ? 'up' : 'down';
  switch (comparator) {
    case 'APPROXIMATE':
      return '~';
    case 'MORE_THAN':
    case 'AT_LEAST':
      return '>';
    case 'LESS_THAN':
    case 'AT_MOST':
      return '<';
    default:
      return '=';
  }
}

const LONGEST_ABOUT = 8;

function pluralOfName(name: string): string[] {
  const words = name.replace(/ per .*$/u, '').split(' ');
  return [...words.slice(0, -1), pluralOf(words.at(-1) ?? '')];
}

/** What stands with the figure and, as far as room is left, the subject of its clause; the noun counted comes first. */
function aboutOf({ measure, unit }: Figure, { behind, before, subject }: Concept, predicate: Predicate): string {
  const counts = measure.kind === 'COUNT' || measure.kind === 'NONE';
  const outcome = predicate.words.flatMap((word) => OUTCOMES_OF_PEOPLE.get(word) ?? []);
  const happened = [...outcome, ...predicate.words.filter((word) => word.length > 3)].slice(0, 3);
  const counted = counts && unit !== null ? [...pluralOfName(unit).slice(-2), ...happened] : [];
  const words = new Set([
    ...counted,
    ...[...behind, ...before].flatMap(({ words: own }) => own).slice(0, 5),
    ...subject.flatMap(({ words: own }) => own),
  ]);
  return [...words].slice(0, LONGEST_ABOUT).join(' ');
}
