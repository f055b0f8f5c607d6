import type { Figure } from './figure.js';
import { isHyphen, type Lexeme, wordAt } from './lexeme.js';
import { isTemporal, type NounPhrase, type NounPhrases } from './noun-phrase.js';

/** The noun phrases that say what a figure measures. */
export interface Concept {
  /** What stands behind the figure and belongs to it: “20 percent of spending”, “a 5 kW charger”. */
  readonly behind: readonly NounPhrase[];
  /** What leads to it: “a loss of 63 cents”. */
  readonly before: readonly NounPhrase[];
  /** The subject of its clause. */
  readonly subject: readonly NounPhrase[];
}

/** A sentence as the search for concepts reads it. */
export interface Clauses {
  readonly lexemes: readonly Lexeme[];
  readonly phrases: NounPhrases;
  /** The figures by the lexeme at which their number or its unit begins. */
  readonly figuresAt: ReadonlyMap<number, Figure>;
}

const MOST_FIGURES_IN_A_ROW = 3;
/** How far the search goes from a figure, in lexemes. */
const REACH = 40;
const LINKS: ReadonlySet<string> = new Set([
  'of',
  'in',
  'for',
  'on',
  'at',
  'from',
  'between',
  'with',
  'per',
  'by',
  'to',
  'among',
  'and',
  'against',
]);
const BEHIND: ReadonlySet<string> = new Set(['of', 'in', 'for', 'among', 'on']);
const BEFORE: ReadonlySet<string> = new Set([
  'of',
  'at',
  'with',
  'for',
  'to',
  'by',
  'from',
  'worth',
  'is',
  'was',
  'were',
  'are',
  ':',
  '(',
  'as',
  ',',
]);

/** The figure before in the sentence, with what it measures. */
export interface FigureBefore {
  readonly figure: Figure;
  readonly concept: Concept;
}

/** Finds what a figure measures; where nothing says it, what the figure before it in the sentence does. */
export function conceptOf(clauses: Clauses, figure: Figure, before: FigureBefore | undefined): Concept {
  // “2 billion marks ($590 million)” is the same again in another unit.
  const isConversion = before?.figure.stop === figure.start - 1 && wordAt(clauses.lexemes, figure.start - 1) === '(';
  if (isConversion) return before.concept;
  const found = {
    behind: phrasesBehind(clauses, figure).filter((phrase) => !isTemporal(phrase)),
    before: phrasesBefore(clauses, figure).filter((phrase) => !isTemporal(phrase)),
    subject: subjectOf(clauses, figure),
  };
  const nothing = found.behind.length + found.before.length + found.subject.length === 0;
  return nothing && before !== undefined ? before.concept : found;
}

/** “1.6-litre engine”, “20 percent of personal spending”, “a 51 percent stake in a school”. */
function phrasesBehind({ lexemes, phrases, figuresAt }: Clauses, { stop, end, measure }: Figure): NounPhrase[] {
  const at = pastFigures(lexemes, figuresAt, measure.kind === 'COUNT' ? end : stop);
  const own = phrases.around(at);
  const names = measure.kind !== 'COUNT' && (measure.kind !== 'NONE' || measure.number.form === 'SHARE');
  if (own !== undefined && names) return [own, ...chain(lexemes, phrases, own, 1)];
  const next = wordAt(lexemes, at);
  if (!BEHIND.has(next) && !(next === 'to' && measure.kind === 'MONEY')) return [];
  const linked = phrases.around(pastFigures(lexemes, figuresAt, pastDeterminer(lexemes, at + 1)));
  return linked === undefined ? [] : [linked, ...chain(lexemes, phrases, linked, 1)];
}

/** Skips a hyphen and the figures that follow at once: “a 2.4-litre four-cylinder engine”, “50 ml of 30% acid”. */
function pastFigures(lexemes: readonly Lexeme[], figuresAt: Clauses['figuresAt'], from: number): number {
  let at = isHyphen(lexemes[from]) ? from + 1 : from;
  for (let i = 0; i < MOST_FIGURES_IN_A_ROW; i++) {
    const figure = figuresAt.get(at);
    if (figure === undefined || figure.measure.kind === 'COUNT') break;
    at = figure.stop;
  }
  return isHyphen(lexemes[at]) ? at + 1 : at;
}

function pastDeterminer(lexemes: readonly Lexeme[], at: number): number {
  const next = lexemes[at];
  const skipped = next?.pos === 'DET' || next?.pos === 'PRON' || next?.lower === 'their' || next?.lower === 'its';
  return skipped ? at + 1 : at;
}

/** The phrases that follow one by prepositions: “stake in a school”. */
function chain(lexemes: readonly Lexeme[], phrases: NounPhrases, from: NounPhrase, links: number): NounPhrase[] {
  const found: NounPhrase[] = [];
  let last = from;
  for (let i = 0; i < links; i++) {
    if (!LINKS.has(wordAt(lexemes, last.end))) break;
    const next = phrases.around(pastDeterminer(lexemes, last.end + 1));
    if (next === undefined) break;
    found.push(next);
    last = next;
  }
  return found;
}

/** “a loss of 63 cents”, “winds of 74 mph”, “the price was $5”: the phrase before the word that leads to the figure. */
function phrasesBefore({ lexemes, phrases }: Clauses, { start }: Figure): NounPhrase[] {
  const adjoining = phrases.endingAt(start);
  if (adjoining !== undefined) return [adjoining];
  let at = start - 1;
  while (at >= 0 && (lexemes[at]?.pos === 'DET' || lexemes[at]?.pos === 'ADV')) at--;
  if (!BEFORE.has(wordAt(lexemes, at))) return [];
  const phrase = phrases.endingAt(at);
  return phrase === undefined ? [] : [...linkedBefore(lexemes, phrases, phrase, 1), phrase];
}

/** The phrases that lead to one by prepositions: “value” of “value of the business”. */
function linkedBefore(lexemes: readonly Lexeme[], phrases: NounPhrases, to: NounPhrase, links: number): NounPhrase[] {
  const found: NounPhrase[] = [];
  let { first } = to;
  for (let i = 0; i < links; i++) {
    let at = first - 1;
    while (lexemes[at]?.pos === 'DET') at--;
    if (!LINKS.has(wordAt(lexemes, at))) break;
    const phrase = phrases.endingAt(at);
    if (phrase === undefined) break;
    found.unshift(phrase);
    first = phrase.first;
  }
  return found;
}

const PRONOUNS: ReadonlySet<string> = new Set(['he', 'she', 'it', 'they', 'we', 'i', 'you', 'there', 'this', 'that']);

/** The subject of the verb before the figure, with what belongs to it; nothing for a pronoun. */
function subjectOf(clauses: Clauses, { start }: Figure): NounPhrase[] {
  const { lexemes, phrases } = clauses;
  const verb = verbBefore(lexemes, start);
  const nearest = verb === undefined ? phrases.lastBefore(start, REACH) : undefined;
  if (verb === undefined) return nearest === undefined ? [] : [nearest];
  let at = verb;
  while (at >= Math.max(0, verb - REACH) && isVerbal(lexemes[at])) at--;
  if (lexemes[at]?.pos === 'PRON' && PRONOUNS.has(wordAt(lexemes, at))) return [];
  const last = pastAside(clauses, phrases.lastBefore(at + 1, REACH));
  if (last === undefined) return [];
  return [...linkedBefore(lexemes, phrases, last, 3), last].filter((phrase) => !isTemporal(phrase));
}

/** “Corvania, by contrast, had counted …”: the phrase before words in commas that only join the sentence to the last one. */
function pastAside({ lexemes, phrases }: Clauses, last: NounPhrase | undefined): NounPhrase | undefined {
  const before = last === undefined ? undefined : lexemes[last.first - 1];
  if (last === undefined || before?.pos !== 'ADP' || !ASIDES.has(last.words.join(' '))) return last;
  const opens = wordAt(lexemes, last.first - 2) === ',' && wordAt(lexemes, last.end) === ',';
  return opens ? phrases.lastBefore(last.first - 2, REACH) : last;
}

const ASIDES: ReadonlySet<string> = new Set([
  'contrast',
  'comparison',
  'turn',
  'addition',
  'particular',
  'total',
  'all',
  'fact',
]);

function verbBefore(lexemes: readonly Lexeme[], from: number): number | undefined {
  for (let at = from - 1; at >= Math.max(0, from - REACH); at--) {
    const lexeme = lexemes[at];
    if (lexeme?.text === ';') return undefined;
    if (lexeme?.pos === 'VERB' || lexeme?.pos === 'AUX') return at;
  }
  return undefined;
}

function isVerbal(lexeme: Lexeme | undefined): boolean {
  if (lexeme === undefined) return false;
  if (lexeme.pos === 'VERB' || lexeme.pos === 'AUX' || lexeme.pos === 'ADV' || lexeme.pos === 'PART') return true;
  return ['which', 'who', 'that', 'to', ',', ')', 'and', 'not'].includes(lexeme.lower);
}
