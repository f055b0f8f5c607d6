import type { Document } from '../document.js';
import { FORMS_OF_BE } from '../language/english/clause-words.js';
import { CUE_VERBS } from '../language/english/cues.js';
import { FIGURE_VERBS, type FigureVerb, PLURAL_STANCES } from '../language/english/figure-claims.js';
import { subjectBefore, subjectBehind, type UnitRange } from './patterns/noun-phrases.js';
import { contentOf, stretchOf } from './patterns/stretches.js';
import { type UnitSentence, unitsOf } from './patterns/units.js';
import type { PatternAttribution } from './patterns.js';

/**
 * Reports that the tagger seldom finds, since its training articles have few of them. Apart from `findByPatterns`, whose
 * opinion the tagger was trained with: these are only reconciled with what it finds.
 */
export function findFurtherPatterns(document: Document): PatternAttribution[] {
  return unitsOf(document).flatMap((sentences) =>
    sentences.flatMap((sentence) =>
      sentence.flatMap((_, at) => FINDERS.flatMap((find) => attributionOf(document, sentence, find(sentence, at)))),
    ),
  );
}

interface Found {
  readonly pattern: string;
  readonly source: UnitRange;
  readonly cue: UnitRange;
  readonly content: UnitRange;
}

type Find = (sentence: UnitSentence, at: number) => Found | null;

const FINDERS: readonly Find[] = [
  figureClaim,
  pluralStance,
  elliptical,
  reportedAsSaying,
  saidInDocument,
  gappedFigure,
];

function attributionOf({ text }: Document, sentence: UnitSentence, found: Found | null): PatternAttribution[] {
  if (found === null) return [];
  const span = ({ start, end }: UnitRange) => stretchOf(sentence, start, end);
  const [source, cue] = [span(found.source), span(found.cue)];
  const content = contentOf(text, [span(found.content)]);
  if (source === null || cue === null || content.length === 0) return [];
  return [{ pattern: found.pattern, source: [source], cue: [cue], content }];
}

/** How far behind its verb a figure is looked for. */
const FARTHEST_FIGURE = 14;

/** “The union put the number at 19”, “the ministry counted 14 cases”, “the owner speaks of three”. */
function figureClaim(sentence: UnitSentence, at: number): Found | null {
  const verb = FIGURE_VERBS.get(sentence[at]?.lower ?? '');
  if (verb === undefined || isNoun(sentence, at)) return null;
  const content = figureClaimed(sentence, at + 1, verb);
  if (content === null) return null;
  const start = FORMS_OF_HAVE.has(sentence[at - 1]?.lower ?? '') ? at - 1 : at;
  const source = subjectBefore(sentence, start);
  if (source === null || NO_CLAIMANTS.has(sentence[source.end - 1]?.lower ?? '')) return null;
  return { pattern: 'source counts figure', source, cue: { start, end: content.start }, content };
}

/** What a verb claims that ends at a place; null where it is no figure. */
function figureClaimed(sentence: UnitSentence, behind: number, verb: FigureVerb): UnitRange | null {
  if (verb.particle !== null && sentence[behind]?.lower !== verb.particle) return null;
  const start = verb.particle === null ? behind : behind + 1;
  if (verb.pronoun && !/^(?:it|them)$/u.test(sentence[start]?.lower ?? '')) return null;
  const end = endOfClause(sentence, start);
  const isFigure = verb.before === null ? figureAt(sentence, start) : figureBehind(sentence, start, end, verb.before);
  return isFigure ? { start, end } : null;
}

/** Whether a word that can be a verb is a noun here; what an article follows is none. */
function isNoun(sentence: UnitSentence, at: number): boolean {
  return sentence[at]?.token.pos === 'NOUN' && sentence[at + 1]?.token.pos !== 'DET';
}

const FORMS_OF_HAVE: ReadonlySet<string> = new Set(['has', 'have', 'had']);
const NO_CLAIMANTS: ReadonlySet<string> = new Set(['i', 'you', 'we', 'it', 'that', 'which', 'this', 'there']);

/** Whether a number stands at a place, behind words such as “well over” or “at least”. */
function figureAt(sentence: UnitSentence, from: number): boolean {
  for (let at = from; at < from + 4; at++) {
    const unit = sentence[at];
    if (unit === undefined || unit.quotation !== null) return false;
    if (unit.token.pos === 'NUM' || /^\p{N}/u.test(unit.lower)) return true;
    if (!/^(?:ADV|ADP|ADJ)$/u.test(unit.token.pos) && !/^(?:some|about|a)$/u.test(unit.lower)) return false;
  }
  return false;
}

function figureBehind(sentence: UnitSentence, first: number, end: number, word: string): boolean {
  for (let at = first + 1; at < Math.min(end, first + FARTHEST_FIGURE); at++) {
    if (sentence[at]?.lower === word && figureAt(sentence, at + 1)) return sentence[at - 1]?.token.pos !== 'ADP';
  }
  return false;
}

/** A clause is followed over at most so many units. */
const LONGEST_CLAUSE = 80;

/** Where a clause ends: at a semicolon, colon or dash, and before “, and” or words that say in what it was said. */
function endOfClause(sentence: UnitSentence, from: number): number {
  const limit = Math.min(sentence.length, from + LONGEST_CLAUSE);
  for (let at = from; at < limit; at++) {
    const [word, next] = [sentence[at]?.lower ?? '', sentence[at + 1]?.lower ?? ''];
    if (/^[;:—–.]$/u.test(word)) return at;
    if (word === ',' && /^(?:and|but|while|who|which|whose)$/u.test(next)) return at;
    if (word === 'in' && sentence.slice(at + 1, at + 5).some(({ lower }) => MEDIA.has(lower))) return at;
  }
  return limit;
}

const MEDIA: ReadonlySet<string> = new Set(
  'statement report bulletin letter interview post speech briefing release update'.split(' '),
);

/** “International observers dispute that …”, where the verb can be taken for a noun. */
function pluralStance(sentence: UnitSentence, at: number): Found | null {
  if (!PLURAL_STANCES.has(sentence[at]?.lower ?? '') || sentence[at + 1]?.lower !== 'that') return null;
  if (!/s$/u.test(sentence[at - 1]?.lower ?? '')) return null;
  const source = subjectBefore(sentence, at);
  if (source === null) return null;
  const content = { start: at + 1, end: endOfClause(sentence, at + 1) };
  return { pattern: 'plural stance that clause', source, cue: { start: at, end: at + 1 }, content };
}

/** How many words an elliptical report has at most. */
const LONGEST_ELLIPSIS = 8;

/** “…, the ministry says; at least nine, says the hospital.” */
function elliptical(sentence: UnitSentence, at: number): Found | null {
  if (sentence[at]?.lower !== ';') return null;
  const comma = sentence.findIndex(({ lower }, i) => lower === ',' && i > at);
  const words = sentence.slice(at + 1, comma);
  if (comma <= at + 1 || words.length > LONGEST_ELLIPSIS || words.some(({ quotation }) => quotation !== null))
    return null;
  if (words.some(({ token }) => token.pos === 'VERB' || token.pos === 'AUX')) return null;
  if (!/^(?:said|says)$/u.test(sentence[comma + 1]?.lower ?? '')) return null;
  const source = subjectBehind(sentence, comma + 2, true);
  if (source === null) return null;
  const cue = { start: comma + 1, end: comma + 2 };
  return { pattern: 'phrase, cue source', source, cue, content: { start: at + 1, end: comma } };
}

/** How far behind “was reported” its “as saying” can stand: “was reported on Monday as saying”. */
const FARTHEST_SAYING = 5;

/** “The pier is closed, an official was reported on Monday as saying.” */
function reportedAsSaying(sentence: UnitSentence, at: number): Found | null {
  if (!/^(?:reported|quoted|cited)$/u.test(sentence[at]?.lower ?? '')) return null;
  if (!FORMS_OF_BE.has(sentence[at - 1]?.lower ?? '')) return null;
  const as = placeOf('as', sentence, at + 1, FARTHEST_SAYING);
  const source = subjectBefore(sentence, at - 1);
  const isLast = sentence.length - as < 5 && sentence.slice(as + 2).every(({ token }) => token.pos === 'PUNCT');
  if (as < 0 || sentence[as + 1]?.lower !== 'saying' || source === null || !isLast) return null;
  if (source.start < 2 || sentence[source.start - 1]?.lower !== ',') return null;
  const cue = { start: at - 1, end: as + 2 };
  return { pattern: 'clause, source reported as saying', source, cue, content: { start: 0, end: source.start - 1 } };
}

/** How many units a date takes at most between a verb and “in a statement”. */
const LONGEST_DATE = 4;

/** “The duty will be lifted, the minister confirmed on Thursday in a statement carried by the agency.” */
function saidInDocument(sentence: UnitSentence, at: number): Found | null {
  const verb = CUE_VERBS.get(sentence[at]?.lower ?? '');
  if (verb === undefined || !verb.clause || !verb.speech || sentence[at]?.token.pos !== 'VERB') return null;
  const place = placeOf('in', sentence, at + 1, LONGEST_DATE);
  const isDocument = place > at && sentence.slice(place + 1, place + 5).some(({ lower }) => MEDIA.has(lower));
  const isDate = sentence.slice(at + 1, place).every(({ token }) => /^(?:ADP|PROPN|ADV|ADJ|NOUN)$/u.test(token.pos));
  if (!isDocument || !isDate || sentence.slice(place, place + LONGEST_CLAUSE).some(goesOnBehind)) return null;
  const source = subjectBefore(sentence, at);
  if (source === null || source.start < 3 || sentence[source.start - 1]?.lower !== ',') return null;
  const content = { start: 0, end: source.start - 1 };
  return { pattern: 'clause, source cue in document', source, cue: { start: at, end: at + 1 }, content };
}

/** Whether what is said stands behind a document: a quotation, “that” or a colon. */
function goesOnBehind({ lower, quotation }: UnitSentence[number]): boolean {
  return quotation !== null || lower === 'that' || lower === ':';
}

/** How far before “of” the claim can stand whose verb is left out. */
const FARTHEST_VERB = 40;

/** “The owner speaks of 40 boats, and the harbour master, Ada Quill, of 60”: the verb is left out. */
function gappedFigure(sentence: UnitSentence, at: number): Found | null {
  if (sentence[at]?.lower !== 'of' || !figureAt(sentence, at + 1)) return null;
  const from = Math.max(0, at - FARTHEST_VERB);
  const near = sentence.slice(from, at);
  const first = from + near.findLastIndex(({ lower }) => FIGURE_VERBS.get(lower)?.particle === 'of');
  const and = from + near.findLastIndex(({ lower }) => lower === 'and');
  if (first < from || and < first || !/^[,;]$/u.test(sentence[and - 1]?.lower ?? '')) return null;
  const isVerbless = sentence.slice(and, at).every(({ token }) => token.pos !== 'VERB' && token.pos !== 'AUX');
  if (!isVerbless) return null;
  const content = { start: at + 1, end: endOfClause(sentence, at + 1) };
  return {
    pattern: 'source counts figure',
    source: namedIn(sentence, { start: and + 1, end: sentence[at - 1]?.lower === ',' ? at - 1 : at }),
    cue: { start: first, end: first + 1 },
    content,
  };
}

/** The name at the end of a phrase, where it stands in apposition: “Tarn’s nephew, the councillor Otto Lunt”. */
function namedIn(sentence: UnitSentence, { start, end }: UnitRange): UnitRange {
  const comma = start + sentence.slice(start, end).findLastIndex(({ lower }) => lower === ',');
  return comma > start && sentence[end - 1]?.token.pos === 'PROPN' ? { start: comma + 1, end } : { start, end };
}

/** Where a word stands first within some units; -1 where it does not. */
function placeOf(word: string, sentence: UnitSentence, from: number, reach: number): number {
  const place = sentence.slice(from, from + reach).findIndex(({ lower }) => lower === word);
  return place < 0 ? -1 : from + place;
}
