import { AUXILIARIES, OPENS_CIRCUMSTANCE, TIME_WORDS } from '../../language/english/clause-words.js';
import type { CueVerb } from '../../language/english/cues.js';
import type { ReportClause } from './report-clauses.js';
import type { Unit, UnitSentence } from './units.js';

/** Between a cue and “that” stand at most so many units. */
const LONGEST_INTERVAL = 10;

const QUESTIONS: ReadonlySet<string> = new Set('whether if how why what who where when'.split(' '));

/** What a verb has behind it, and where in the sentence it begins. */
export interface Complement {
  readonly pattern: string;
  readonly start: number;
}

/** What follows a verb: a clause, an infinitive or a noun phrase, as the verb allows. */
export function complementOf({ group, order }: ReportClause, sentence: UnitSentence): Complement | undefined {
  const { end, particle } = group;
  if (sentence[end] === undefined || order === 'PASSIVE') return undefined;
  if (particle !== null) return particleObject(sentence, end, particle);
  for (const [pattern, place] of COMPLEMENTS) {
    const start = place(sentence, end, group.cue);
    if (start !== undefined) return { pattern, start };
  }
  return undefined;
}

/** Where a complement of a verb begins that ends at `end`; undefined where it has none of the kind. */
type PlaceOfComplement = (sentence: UnitSentence, end: number, cue: CueVerb) => number | undefined;

const COMPLEMENTS: readonly (readonly [pattern: string, place: PlaceOfComplement])[] = [
  ['that clause', (sentence, end, cue) => (cue.clause ? thatBehind(sentence, end, cue.addressee) : undefined)],
  ['question', (sentence, end, cue) => (cue.question && QUESTIONS.has(sentence[end]?.lower ?? '') ? end : undefined)],
  ['infinitive', (sentence, end, cue) => (cue.infinitive && isInfinitive(sentence, end) ? end : undefined)],
  ['addressee infinitive', (sentence, end, cue) => (cue.addressee ? infinitiveBehind(sentence, end) : undefined)],
  ['clause', (sentence, end, cue) => (cue.bareClause ? bareClause(sentence, end, cue.addressee) : undefined)],
  ['object', (sentence, end, cue) => (cue.object && beginsNounPhrase(sentence, end) ? end : undefined)],
];

function particleObject(sentence: UnitSentence, end: number, particle: string): Complement | undefined {
  if (particle === 'out') {
    const that = thatBehind(sentence, end, false);
    return that === undefined ? undefined : { pattern: 'that clause', start: that };
  }
  return beginsNounPhrase(sentence, end) || sentence[end]?.token.pos === 'VERB'
    ? { pattern: 'particle object', start: end }
    : undefined;
}

/** “that” behind whoever is spoken to and when. */
function thatBehind(sentence: UnitSentence, from: number, addressee: boolean): number | undefined {
  if (!addressee && !canStandBeforeThat(sentence, from)) return undefined;
  for (let at = from; at - from < LONGEST_INTERVAL; at++) {
    const unit = sentence[at];
    if (unit === undefined || unit.quotation !== null) return undefined;
    if (unit.lower === 'that') return isClauseAhead(sentence, at + 1) ? at : undefined;
    if (at > from && isVerb(unit)) return undefined;
  }
  return undefined;
}

/** Whether a unit is a verb or an auxiliary. */
export function isVerb({ token }: Unit): boolean {
  return token.pos === 'VERB' || token.pos === 'AUX';
}

function canStandBeforeThat(sentence: UnitSentence, at: number): boolean {
  const unit = sentence[at];
  if (unit === undefined) return false;
  return unit.lower === 'that' || unit.lower === ',' || unit.token.pos === 'ADV' || isCircumstance(sentence, at);
}

/** Whether a unit opens what says when or where something was said. */
export function isCircumstance(sentence: UnitSentence, at: number): boolean {
  const lower = sentence[at]?.lower ?? '';
  return OPENS_CIRCUMSTANCE.has(lower) || TIME_WORDS.has(lower) || lower === 'to';
}

/** Whether a verb with a tense or a quotation stands ahead in the sentence. */
function isClauseAhead(sentence: UnitSentence, from: number): boolean {
  return sentence
    .slice(from, from + 30)
    .some(({ token, quotation }) => quotation !== null || token.pos === 'VERB' || token.pos === 'AUX');
}

function isInfinitive(sentence: UnitSentence, to: number): boolean {
  const next = sentence[to + 1];
  return sentence[to]?.lower === 'to' && next !== undefined && /^(?:VERB|AUX|ADV)$/u.test(next.token.pos);
}

function infinitiveBehind(sentence: UnitSentence, from: number): number | undefined {
  for (let at = from; at < sentence.length && at - from < LONGEST_INTERVAL; at++) {
    const unit = sentence[at];
    if (unit === undefined || unit.quotation !== null || unit.token.pos === 'PUNCT') return undefined;
    if (at > from && isInfinitive(sentence, at)) return at;
    if (unit.token.pos === 'VERB' || unit.token.pos === 'AUX') return undefined;
  }
  return undefined;
}

const OPENS_CLAUSE: ReadonlySet<string> = new Set(['DET', 'NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ', 'ADV', 'SCONJ', 'X']);

/** Where a clause without “that” begins, behind a time: “said on Saturday the brewery had been sold”. */
function bareClause(sentence: UnitSentence, from: number, addressee: boolean): number | undefined {
  let at = from;
  if (addressee) at = behindAddressee(sentence, at);
  while (at < sentence.length && at - from < LONGEST_INTERVAL && isTime(sentence, at)) at++;
  const unit = sentence[at];
  if (unit === undefined) return undefined;
  if (unit.quotation !== null) return isClauseAhead(sentence, at + 1) ? at : undefined;
  const opens =
    OPENS_CLAUSE.has(unit.token.pos) ||
    unit.token.pos === 'VERB' ||
    /^(?:if|while|when|as|in|by|with|after)$/u.test(unit.lower);
  if (!opens || unit.lower === 'so' || unit.lower === 'anything' || unit.lower === 'nothing') return undefined;
  return hasFiniteVerb(sentence, at + 1) ? at : undefined;
}

/** “told the council”: behind a noun phrase of one noun or name. */
function behindAddressee(sentence: UnitSentence, from: number): number {
  let at = from;
  const first = sentence[at];
  if (first?.token.pos === 'PRON') return at + 1;
  while (
    at < sentence.length &&
    at - from < LONGEST_INTERVAL &&
    /^(?:DET|ADJ|PROPN)$/u.test(sentence[at]?.token.pos ?? '')
  )
    at++;
  if (first?.token.pos !== 'PROPN') while (sentence[at]?.token.pos === 'NOUN') at++;
  return at;
}

function isTime(sentence: UnitSentence, at: number): boolean {
  const lower = sentence[at]?.lower ?? '';
  if (TIME_WORDS.has(lower)) return true;
  return (
    (lower === 'on' || lower === 'in' || lower === 'late' || lower === 'early') &&
    TIME_WORDS.has(sentence[at + 1]?.lower ?? '')
  );
}

/** Whether a verb with a tense stands ahead in the sentence. */
export function hasFiniteVerb(sentence: UnitSentence, from: number): boolean {
  return sentence
    .slice(from, from + 30)
    .some(
      ({ token, lower }) =>
        token.pos === 'AUX' || AUXILIARIES.has(lower) || (token.pos === 'VERB' && !lower.endsWith('ing')),
    );
}

function beginsNounPhrase(sentence: UnitSentence, at: number): boolean {
  const unit = sentence[at];
  return (
    unit !== undefined &&
    (unit.quotation !== null ||
      /^(?:DET|NOUN|PROPN|PRON|NUM|ADJ)$/u.test(unit.token.pos) ||
      (unit.token.lemma !== unit.lower && unit.lower.endsWith('ing')))
  );
}
