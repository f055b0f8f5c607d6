import type { Stretch } from '../../../domain/span.js';
import type { Document, Token } from '../../document.js';
import { GO_BETWEENS, OUTLETS } from '../../language/english/clauses.js';
import { CARRIED_WORDS, RELEASED } from '../../language/english/media.js';
import { envelope } from '../token-search.js';
import { documentAt } from './authors.js';
import type { FoundLink } from './found-link.js';
import { type Phrase, phraseFrom } from './noun-phrase.js';
import { withoutMarks } from './reported-clauses.js';
import { carryingVerbs } from './verb-frames.js';
import { stretchesOf, type WordSequence } from './word-sequence.js';

/** A phrase without a subject that says through whom the rest of its sentence comes. */
interface Frame {
  readonly whole: Phrase;
  readonly source: Phrase;
  readonly cue: Phrase;
  readonly document: Token | null;
}

/** How far before the verb that carries it the preposition of a document can stand: “in a long and angry statement”. */
const LONGEST_DOCUMENT = 6;

/** How far behind the verb that carries a document its “by” can stand: “carried late on Sunday by”. */
const LONGEST_DATE = 6;

/** How many tokens a phrase that frames a sentence has at most. */
const LONGEST_FRAME = 24;

/** The link that a phrase makes, and all of the phrase. */
export interface Framing {
  readonly link: FoundLink;
  readonly whole: Stretch;
}

/**
 * Finds a phrase before, behind or in a sentence that says through whom it comes: “According to Wilma Sedge, …”, “In a
 * statement carried by the agency, …”, “Through his lawyer, …”.
 */
export function findFraming(document: Document, sequence: WordSequence): Framing | null {
  const sentence = withoutMarks(sequence, 0, sequence.length);
  const frame =
    openingFrame(document, sequence, sentence) ??
    closingFrame(document, sequence, sentence) ??
    middleFrame(document, sequence, sentence);
  const whole = frame === null ? null : envelope(stretchesOf(sequence, frame.whole.first, frame.whole.end));
  if (frame === null || whole === null) return null;
  const before = withoutMarks(sequence, sentence.first, frame.whole.first);
  const behind = withoutMarks(sequence, frame.whole.end, sentence.end);
  const link = {
    source: stretchesOf(sequence, frame.source.first, frame.source.end),
    cue: stretchesOf(sequence, frame.cue.first, frame.cue.end),
    content: [before, behind].flatMap((part) => stretchesOf(sequence, part.first, part.end)),
    carries: frame.document !== null,
    document: frame.document === null ? null : { start: frame.document.start, end: frame.document.end },
  };
  return link.content.length === 0 ? null : { link, whole };
}

function openingFrame(document: Document, sequence: WordSequence, { first, end }: Phrase): Frame | null {
  for (let at = first + 1; at < Math.min(end, first + LONGEST_FRAME); at++) {
    // “In a statement released by TNA she praised the pier”: a pronoun begins the clause where no comma does.
    const isPronoun = /^(?:he|she|they)$/u.test(sequence[at]?.lower ?? '');
    if (sequence[at]?.text !== ',' && !isPronoun) continue;
    const frame = frameIn(document, sequence, { first, end: at });
    if (frame !== null) return frame;
  }
  return null;
}

function closingFrame(document: Document, sequence: WordSequence, { first, end }: Phrase): Frame | null {
  for (let at = end - 3; at > Math.max(first, end - LONGEST_FRAME); at--) {
    const word = sequence[at]?.lower ?? '';
    if (word !== 'according' && word !== 'in') continue;
    const frame = frameIn(document, sequence, { first: at, end });
    if (frame !== null) return frame;
  }
  return null;
}

/** “Quill said in a statement carried by the agency that …”, “her statement, carried by the agency, says …”. */
function middleFrame(document: Document, sequence: WordSequence, { first, end }: Phrase): Frame | null {
  for (let at = first + 2; at < end - 3; at++) {
    if (!isPassingOn(sequence[at])) continue;
    const place = sequence.findLastIndex(({ lower }, i) => lower === 'in' && i < at && i >= at - LONGEST_DOCUMENT);
    const frame = carriedBy(document, sequence, { first: Math.max(first, place < 0 ? at : place), end: at + 4 });
    const next = frame === null ? undefined : sequence[frame.whole.end];
    if (frame !== null && (/^(?:that|:|,)$/u.test(next?.lower ?? '') || next?.pos === 'VERB')) return frame;
  }
  return null;
}

function frameIn(document: Document, sequence: WordSequence, whole: Phrase): Frame | null {
  switch (sequence[whole.first]?.lower) {
    case 'according':
      return carriedBy(document, sequence, whole) ?? accordingTo(sequence, whole);
    case 'in':
      return carriedBy(document, sequence, whole) ?? thatCarried(document, sequence, whole);
    case 'through':
    case 'via':
      return through(sequence, whole);
    default:
      return null;
  }
}

function accordingTo(sequence: WordSequence, whole: Phrase): Frame | null {
  if (sequence[whole.first + 1]?.lower !== 'to') return null;
  const source = { first: whole.first + 2, end: whole.end };
  const phrase = phraseFrom(sequence, source.first);
  if (phrase === null || hasClause(sequence, { first: phrase.end, end: source.end })) return null;
  return { whole, source, cue: { first: whole.first, end: whole.first + 2 }, document: null };
}

/** Whether a comma and a verb with an auxiliary stand somewhere: the sentence goes on behind the source. */
function hasClause(sequence: WordSequence, { first, end }: Phrase): boolean {
  const rest = sequence.slice(first, end);
  const comma = rest.findIndex(({ text }) => text === ',');
  return comma >= 0 && rest.slice(comma).some(({ pos }) => pos === 'AUX');
}

/** “In a statement carried by the agency”, “… carried on Sunday by the state agency, the Tern News Agency (TNA)”. */
function carriedBy(document: Document, sequence: WordSequence, { first, end }: Phrase): Frame | null {
  for (let at = first; at < end - 2; at++) {
    if (!isPassingOn(sequence[at])) continue;
    const noun = documentCarried(document, sequence, at);
    const by = sequence.slice(0, at + LONGEST_DATE).findIndex(({ lower }, place) => place > at && lower === 'by');
    const source = by < 0 ? null : phraseFrom(sequence, by + 1);
    if (noun === null || source === null) return null;
    const named = nameOf(sequence, source);
    if (RELEASED.has(sequence[at]?.lower ?? '') && !isOutlet(sequence, named)) return null;
    const whole = { first, end: endOfDate(sequence, endOfOutlet(sequence, named.end), end) };
    if (whole.end < end) return null;
    return { whole, source: named, cue: { first: at, end: by + 1 }, document: noun };
  }
  return null;
}

/** “In a statement that the state agency, the Tern News Agency, carried on Sunday”. */
function thatCarried(document: Document, sequence: WordSequence, { first, end }: Phrase): Frame | null {
  const relative = sequence.findIndex(({ lower }, place) => place > first && /^(?:that|which)$/u.test(lower));
  const noun =
    relative < 0 || relative > first + LONGEST_DOCUMENT ? null : documentCarried(document, sequence, relative);
  const phrase = noun === null ? null : phraseFrom(sequence, relative + 1);
  if (noun === null || phrase === null) return null;
  const verb = sequence.findIndex(({ pos }, place) => place >= phrase.end && pos !== 'AUX' && pos !== 'ADV');
  if (!carryingVerbs.has(sequence[verb]?.lower ?? '')) return null;
  const whole = { first, end: endOfDate(sequence, verb + 1, end) };
  if (whole.end < end) return null;
  return { whole, source: nameOf(sequence, phrase), cue: { first: verb, end: verb + 1 }, document: noun };
}

/** Where “, which was” begins before “carried”, or the verb itself. */
function relativeBefore(sequence: WordSequence, verb: number): number {
  const [which, was] = sequence.slice(Math.max(0, verb - 2), verb);
  if (was?.pos !== 'AUX' || !/^(?:which|that)$/u.test(which?.lower ?? '')) return verb;
  return sequence[verb - 3]?.text === ',' ? verb - 3 : verb - 2;
}

/** The noun of the document before the verb that carries it: “a letter to the court, published”. */
function documentCarried(document: Document, sequence: WordSequence, verb: number): Token | null {
  for (let at = relativeBefore(sequence, verb) - 1; at >= Math.max(0, verb - LONGEST_DOCUMENT); at--) {
    const token = sequence[at];
    if (token === undefined || token.pos === 'VERB' || token.pos === 'AUX') return null;
    if (CARRIED_WORDS.has(token.lower)) return token;
    const found = documentAt(document, token.index);
    if (found !== null) return found.noun;
  }
  return null;
}

/** Where a date ends that stands before a comma or the end of the phrase: “carried by the agency on Friday, …”. */
function endOfDate(sequence: WordSequence, first: number, limit: number): number {
  if (!/^(?:on|late|early|in|last|this)$/u.test(sequence[first]?.lower ?? '')) return first;
  const comma = sequence.findIndex(({ text }, place) => place > first && text === ',');
  const end = comma < 0 || (limit > first && comma > limit) ? limit : comma;
  const isShort = end > first && end <= first + LONGEST_DATE;
  const isDate = isShort && !sequence.slice(first, end).some(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return isDate ? end : first;
}

/** Where what a name is called in apposition ends: “the Tern News Agency, the state news agency of Marrowby”. */
function endOfOutlet(sequence: WordSequence, end: number): number {
  // “The Tern News Agency, or TNA,”
  const [comma, or, short, closing] = sequence.slice(end, end + 4);
  if (comma?.text === ',' && or?.lower === 'or' && /^\p{Lu}{2,}$/u.test(short?.text ?? '') && closing?.text === ',')
    return end + 3;
  const phrase = sequence[end]?.text === ',' ? phraseFrom(sequence, end + 1) : null;
  if (phrase === null || sequence[phrase.end]?.text !== ',') return end;
  return isOutlet(sequence, phrase) ? phrase.end : end;
}

/** Whether a name is that of whoever passes on what others say: “the Tern News Agency”, “KCNA”. */
function isOutlet(sequence: WordSequence, { first, end }: Phrase): boolean {
  return sequence.slice(first, end).some(({ lower, text }) => OUTLETS.has(lower) || /^\p{Lu}{3,}$/u.test(text));
}

function isPassingOn(token: Token | undefined): boolean {
  return token !== undefined && (carryingVerbs.has(token.lower) || RELEASED.has(token.lower));
}

/** A noun phrase, or the name behind it in apposition, with an abbreviation in brackets. */
function nameOf(sequence: WordSequence, { first, end }: Phrase): Phrase {
  const isBracketed = sequence[end]?.text === '(' && sequence[end + 2]?.text === ')';
  const isName = sequence[end - 1]?.pos === 'PROPN';
  if (isBracketed) return { first, end: end + 3 };
  if (isName || sequence[end]?.text !== ',' || sequence[end + 1]?.lower !== 'the') return { first, end };
  const name = phraseFrom(sequence, end + 1);
  if (name === null || sequence[name.end - 1]?.pos !== 'PROPN') return { first, end };
  const whole = nameOf(sequence, name);
  return sequence[whole.end]?.text === ',' ? whole : { first, end };
}

/** “Through his lawyer Petra Vell”. */
function through(sequence: WordSequence, whole: Phrase): Frame | null {
  const source = { first: whole.first + 1, end: whole.end };
  const isGoBetween = sequence.slice(source.first, source.end).some(({ lower }) => GO_BETWEENS.has(lower));
  const phrase = phraseFrom(sequence, source.first);
  if (!isGoBetween || phrase === null || phrase.end < source.end) return null;
  return { whole, source, cue: { first: whole.first, end: whole.first + 1 }, document: null };
}
