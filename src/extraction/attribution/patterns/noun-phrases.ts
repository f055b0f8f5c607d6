import {
  CONDITIONS,
  INSIDE_NOUN_PHRASE,
  RELATIVE_PRONOUNS,
  SUBJECT_PRONOUNS,
  TIME_WORDS,
} from '../../language/english/clause-words.js';
import type { Unit, UnitSentence } from './units.js';

/** A stretch of a sentence, by its units; `end` exclusive. */
export interface UnitRange {
  readonly start: number;
  readonly end: number;
}

const LONGEST_PHRASE = 24;
const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ', 'DET', 'SYM', 'X']);
const HEADS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'X']);

/** The noun phrase that ends before a verb and can be its subject, with what stands in commas between; null for none. */
export function subjectBefore(sentence: UnitSentence, verb: number): UnitRange | null {
  const last = sentence[verb - 1];
  if (last === undefined || last.quotation !== null) return null;
  if (last.lower === ',' || last.lower === ')') return subjectWithApposition(sentence, verb - 1);
  if (RELATIVE_PRONOUNS.has(last.lower) && last.lower !== 'that') return { start: verb - 1, end: verb };
  return phraseEndingAt(sentence, verb);
}

/** “Quill, the harbour master,”: from the noun phrase before the first comma to the second. */
function subjectWithApposition(sentence: UnitSentence, comma: number): UnitRange | null {
  const opening = sentence[comma]?.lower === ')' ? '(' : ',';
  let first = comma - 1;
  while (first > 0 && comma - first < LONGEST_PHRASE && sentence[first]?.lower !== opening) first--;
  if (sentence[first]?.lower !== opening || comma - first < 2) return null;
  const phrase = phraseEndingAt(sentence, first);
  if (phrase === null) return null;
  const inside = sentence.slice(first + 1, comma);
  if (inside.some(({ quotation }) => quotation !== null)) return null;
  const [opens] = inside;
  const aside =
    opens !== undefined && (opens.token.pos === 'ADV' || opens.token.pos === 'ADP' || opens.token.pos === 'SCONJ');
  return { start: phrase.start, end: aside ? phrase.end : comma };
}

function phraseEndingAt(sentence: UnitSentence, end: number): UnitRange | null {
  let start = end;
  while (start > 0 && end - start < LONGEST_PHRASE && joins(sentence, start - 1, end)) start--;
  start = withList(sentence, withoutOpening(sentence, start, end), end);
  if (start >= end) return relativeClauseBefore(sentence, end);
  const last = sentence[end - 1];
  if (last === undefined || !(HEADS.has(last.token.pos) || SUBJECT_PRONOUNS.has(last.lower)))
    return relativeClauseBefore(sentence, end);
  return CONDITIONS.has(sentence[start - 1]?.lower ?? '') ? null : { start, end };
}

/** Whether a unit can belong to a noun phrase of which the next one is part. */
function joins(sentence: UnitSentence, at: number, end: number): boolean {
  const unit = sentence[at];
  const next = sentence[at + 1];
  if (unit === undefined || unit.quotation !== null) return false;
  const { pos } = unit.token;
  if (at + 1 < end && next !== undefined && SUBJECT_PRONOUNS.has(next.lower) && next.token.pos === 'PRON') return false;
  if (RELATIVE_PRONOUNS.has(unit.lower)) return false;
  if (NOMINAL.has(pos) || /^(?:'s|’s|'|’|-|&|\.)$/u.test(unit.lower)) return true;
  if (unit.lower === 'and')
    return at > 0 && at + 1 < end && HEADS.has(sentence[at - 1]?.token.pos ?? '') && isNameOrNoun(next);
  return INSIDE_NOUN_PHRASE.has(unit.lower) && at + 1 < end && at > 0 && canHavePhrase(sentence[at - 1]);
}

/** “the mayor of”, “people close to”. */
function canHavePhrase(unit: Unit | undefined): boolean {
  return (
    unit !== undefined && (HEADS.has(unit.token.pos) || /^(?:close|familiar|loyal|sympathetic)$/u.test(unit.lower))
  );
}

function isNameOrNoun(unit: Unit | undefined): boolean {
  return unit !== undefined && NOMINAL.has(unit.token.pos) && !(unit.token.pos === 'PRON');
}

/** “Brill, Tarn and the union”: the names before a comma belong to those that “and” joins. */
function withList(sentence: UnitSentence, from: number, end: number): number {
  if (!sentence.slice(from, end).some(({ lower }) => lower === 'and')) return from;
  let start = from;
  while (start > 1 && end - start < LONGEST_PHRASE && sentence[start - 1]?.lower === ',') {
    let name = start - 1;
    while (name > 0 && sentence[name - 1]?.token.pos === 'PROPN') name--;
    if (name === start - 1 || (name > 0 && sentence[name - 1]?.lower !== ',')) break;
    start = name;
  }
  return start;
}

/** Leaves out what only leads to the subject: “But”, “on Friday”, “last week”. */
function withoutOpening(sentence: UnitSentence, from: number, end: number): number {
  let start = from;
  while (start < end) {
    const unit = sentence[start];
    if (unit === undefined) break;
    if (unit.lower !== '.' && !TIME_WORDS.has(unit.lower) && unit.token.pos !== 'PUNCT') break;
    start++;
  }
  return start;
}

/** “A diver who asked not to be named”: a noun phrase at the beginning with its relative clause. */
function relativeClauseBefore(sentence: UnitSentence, end: number): UnitRange | null {
  for (let at = end - 1; at > 0 && end - at < LONGEST_PHRASE; at--) {
    const unit = sentence[at];
    if (unit === undefined || unit.quotation !== null || unit.lower === ',' || unit.token.pos === 'CCONJ') return null;
    if (unit.lower !== 'who') continue;
    const phrase = phraseEndingAt(sentence, at);
    return phrase === null ? null : { start: phrase.start, end };
  }
  return null;
}

/** The noun phrase that begins behind a verb and can be its subject: “said Ada Quill, who …”; null for none. */
export function subjectBehind(sentence: UnitSentence, from: number, apposition = true): UnitRange | null {
  let end = from;
  while (end < sentence.length && end - from < LONGEST_PHRASE && goesOn(sentence, from, end)) end++;
  while (end > from && !HEADS.has(sentence[end - 1]?.token.pos ?? '')) end--;
  if (end === from) return null;
  return { start: from, end: apposition ? withApposition(sentence, end) : end };
}

function goesOn(sentence: UnitSentence, from: number, at: number): boolean {
  const unit = sentence[at];
  if (unit === undefined || unit.quotation !== null) return false;
  if (at > from && TIME_WORDS.has(unit.lower) && unit.token.pos !== 'ADJ') return false;
  if (SUBJECT_PRONOUNS.has(sentence[from]?.lower ?? '') && at > from && unit.lower !== 'of')
    return sentence[at - 1]?.lower === 'of';
  if (NOMINAL.has(unit.token.pos) || /^(?:'s|’s|'|’|-|&)$/u.test(unit.lower)) return true;
  if (at === from) return false;
  if (unit.lower === 'and') return isNameOrNoun(sentence[at + 1]);
  if (unit.lower === '.') return at + 1 < sentence.length;
  return joinsBehind(sentence, at);
}

/** Prepositions that go on with a noun phrase behind a verb: “for” and “of” always, “in” and “at” before a name. */
function joinsBehind(sentence: UnitSentence, at: number): boolean {
  const unit = sentence[at];
  const next = sentence[at + 1];
  if (unit === undefined || next === undefined || TIME_WORDS.has(next.lower)) return false;
  if (unit.lower === 'of' || unit.lower === 'for') return true;
  return (
    (unit.lower === 'at' || unit.lower === 'from' || unit.lower === 'in' || unit.lower === 'with') &&
    next.token.pos === 'PROPN'
  );
}

/** What stands in commas behind a name belongs to it: “, who runs it”, “, the harbour master,”. */
function withApposition(sentence: UnitSentence, end: number): number {
  if (sentence[end]?.lower !== ',') return end;
  const opens = sentence[end + 1];
  if (opens === undefined || opens.quotation !== null) return end;
  const relative = opens.lower === 'who' || opens.lower === 'whose' || opens.lower === 'which';
  if (
    !relative &&
    opens.token.pos !== 'DET' &&
    opens.token.pos !== 'NOUN' &&
    opens.token.pos !== 'PROPN' &&
    opens.token.pos !== 'ADJ' &&
    opens.token.pos !== 'NUM'
  )
    return end;
  let close = end + 1;
  while (close < sentence.length && close - end < LONGEST_PHRASE) {
    const unit = sentence[close];
    if (unit === undefined || unit.quotation !== null || /^[,;:.?!—–]$/u.test(unit.lower)) break;
    close++;
  }
  return sentence[close]?.quotation === null || close === sentence.length ? close : end;
}
