import type { Token } from '../../document.js';
import { TIME_WORDS } from '../../language/english/clause-words.js';
import {
  CLAUSE_OPENERS,
  NOUN_PREPOSITIONS,
  OBJECT_PRONOUNS,
  SUBJECT_PRONOUNS,
} from '../../language/english/clauses.js';
import type { WordSequence } from './word-sequence.js';

/** Places in a sequence, `[first, end)`. */
export interface Phrase {
  readonly first: number;
  readonly end: number;
}

/** How many tokens a noun phrase has at most. */
const LONGEST_PHRASE = 16;

/** The noun phrase or subject pronoun that ends right before a place, with a restrictive clause at its end; null for none. */
export function phraseBefore(sequence: WordSequence, end: number): Phrase | null {
  const last = sequence[end - 1];
  if (last === undefined) return null;
  if (SUBJECT_PRONOUNS.has(last.lower)) return { first: end - 1, end };
  if (last.text === ',') return apposedBefore(sequence, end);
  if (last.text === ')' && sequence[end - 3]?.text === '(') {
    const named = phraseBefore(sequence, end - 3);
    return named === null ? null : { first: named.first, end };
  }
  const first = startOfNouns(sequence, end);
  if (first === null) return null;
  if (sequence[first]?.pos === 'PART') return null;
  const clause = relativeBefore(sequence, first);
  return { first: clause ?? first, end };
}

/** A noun phrase with what stands behind it in commas: “Bram Mallow, the harbour master,”, “Mallow, who leads it,”. */
function apposedBefore(sequence: WordSequence, end: number): Phrase | null {
  let comma = end - 2;
  while (comma > Math.max(0, end - LONGEST_PHRASE) && sequence[comma]?.text !== ',') comma--;
  const isRelative = /^(?:who|which)$/u.test(sequence[comma + 1]?.lower ?? '');
  if (sequence[comma]?.text !== ',' || !(isRelative || startOfNouns(sequence, end - 1) === comma + 1)) return null;
  const first = startOfNouns(sequence, comma);
  return first === null ? null : { first, end: end - 1 };
}

/** Where the nouns that end before a place begin, with article and what “of”, “for” … join to them. */
function startOfNouns(sequence: WordSequence, end: number): number | null {
  if (!isNominal(sequence[end - 1])) return null;
  const limit = startOfReach(sequence, end);
  let first = end - 1;
  for (let at = end - 2; at >= limit; at--) {
    const token = sequence[at];
    if (token === undefined) break;
    if (isNominal(token) || isPartOfPhrase(token)) first = at;
    else if (isDeterminer(token)) {
      first = at;
      if (!isJoined(sequence, at - 1)) break;
    } else if (isJoined(sequence, at)) continue;
    else break;
  }
  return first;
}

/** How far back a phrase that ends before a place can begin: no further than what interrupts. */
function startOfReach(sequence: WordSequence, end: number): number {
  const limit = Math.max(0, end - LONGEST_PHRASE);
  for (let at = end - 1; at > limit; at--) if (isGap(sequence, at)) return at;
  return limit;
}

/** Whether a preposition between two nouns, or “and” between two names, stands at a place. */
function isJoined(sequence: WordSequence, at: number): boolean {
  const [before, token, after] = [sequence[at - 1], sequence[at], sequence[at + 1]];
  if (token === undefined || !isNominal(before)) return false;
  if (token.lower === 'and') return before?.pos === 'PROPN' && after?.pos === 'PROPN';
  return NOUN_PREPOSITIONS.has(token.lower) && token.pos === 'ADP' && before?.pos === 'NOUN';
}

/** Where the noun begins that a restrictive clause before a place belongs to: “an official who has seen [the report]”. */
function relativeBefore(sequence: WordSequence, first: number): number | null {
  for (let at = first - 1; at >= Math.max(1, first - 8); at--) {
    const token = sequence[at];
    if (token === undefined || token.pos === 'PUNCT') return null;
    if (token.lower === 'who') return startOfNouns(sequence, at);
  }
  return null;
}

/** The noun phrase that begins at a place, with what “of”, “for” … join to it; null for none. */
export function phraseFrom(sequence: WordSequence, first: number): Phrase | null {
  const start = sequence[first];
  if (start === undefined) return null;
  if (OBJECT_PRONOUNS.has(start.lower) && !isNominal(sequence[first + 1]) && sequence[first + 1]?.pos !== 'ADJ') {
    return { first, end: first + 1 };
  }
  let end = first;
  for (let at = first; at < Math.min(sequence.length, first + LONGEST_PHRASE); at++) {
    if (isNominal(sequence[at])) end = at + 1;
    else if (!goesOn(sequence, at, end > first)) break;
  }
  return end > first ? { first, end } : null;
}

/** Whether a phrase that has a noun already, or has none yet, can go on with a token that is no noun. */
function goesOn(sequence: WordSequence, at: number, hasNoun: boolean): boolean {
  const token = sequence[at];
  if (token === undefined) return false;
  // “The state-run agency”
  if (token.pos === 'VERB' && sequence[at - 1]?.text === '-') return true;
  if (isDeterminer(token)) return !hasNoun || NOUN_PREPOSITIONS.has(sequence[at - 1]?.lower ?? '');
  return isPartOfPhrase(token) || isJoined(sequence, at);
}

/** The last noun of a phrase before anything that only says more about it: “report” of “a report by the council”. */
export function headOf(sequence: WordSequence, { first, end }: Phrase): number {
  let head = first;
  for (let at = first; at < end; at++) {
    const token = sequence[at];
    if (isNominal(token)) head = at;
    else if (isNominal(sequence[head]) && token?.pos !== 'PART') break;
  }
  return head;
}

/**
 * Whether a clause can begin at a place: at the beginning, behind a mark or what interrupts, or behind a word that joins
 * clauses.
 */
export function opensClause(sequence: WordSequence, at: number): boolean {
  const before = sequence[at - 1];
  if (before === undefined || before.pos === 'PUNCT' || CLAUSE_OPENERS.has(before.lower)) return true;
  return TIME_WORDS.has(before.lower) || isGap(sequence, at);
}

/** Whether words that do not belong to a sequence stand before a place: “From her bed, [she said,] Hain had told her”. */
function isGap(sequence: WordSequence, at: number): boolean {
  const [before, token] = [sequence[at - 1], sequence[at]];
  return before !== undefined && token !== undefined && before.index < token.index - 1;
}

/** A noun or name; a word with a capital within a sentence is a name, whatever it is taken for. */
export function isNominal(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return token.pos === 'NOUN' || token.pos === 'PROPN' || (token.pos === 'VERB' && /^\p{Lu}\p{Ll}/u.test(token.text));
}

function isPartOfPhrase({ pos, text }: Token): boolean {
  return pos === 'ADJ' || pos === 'NUM' || /^[’'](?:s)?$/iu.test(text) || text === '-' || text === '&';
}

const POSSESSIVES: ReadonlySet<string> = new Set(['his', 'her', 'its', 'their', 'our', 'my']);

function isDeterminer({ pos, lower }: Token): boolean {
  return pos === 'DET' || POSSESSIVES.has(lower);
}
