import type { Stretch } from '../../../domain/span.js';
import type { Document, Token } from '../../document.js';
import { documentAt, writerBefore } from './authors.js';
import type { FoundLink } from './found-link.js';
import { type Phrase, phraseFrom } from './noun-phrase.js';
import { withoutMarks } from './reported-clauses.js';
import { documentVerbs } from './verb-frames.js';
import { stretchesOf, type WordSequence } from './word-sequence.js';

/** How many tokens open a sentence before what is told of a document: “In the long and angry letter,”. */
const LONGEST_OPENING = 6;
/** How far behind its author the verb of a document can stand: an opening quotation mark and an adverb. */
const VERB_REACH = 4;

/**
 * Finds what somebody is told to have written in a document that opens the sentence: “In the letter, Hugo Tarn “offers his
 * help” and warns of floods, Finch said”. What Finch tells is Tarn’s, whose verbs stand behind his name.
 */
export function findToldLetter(
  document: Document,
  sequence: WordSequence,
  isTaken: (token: Token) => boolean,
): FoundLink[] {
  const start = sequence[0]?.lower === 'that' ? 1 : 0;
  const before = documentBehind(document, sequence, start);
  const first = before === null ? start : behindComma(sequence, before.end);
  const opening = sequence[first];
  const author = phraseFrom(sequence, first);
  if (opening === undefined || author === null || author.first !== first) return [];
  if (sequence.slice(0, author.end).some(isTaken)) return [];
  const behind = before ?? documentBehind(document, sequence, behindAuxiliary(sequence, author.end));
  const from = Math.max(author.end, behind?.end ?? 0);
  const verb = sequence.findIndex(({ pos }, place) => place >= from && pos === 'VERB');
  if (verb < 0 || verb >= from + VERB_REACH) return [];
  const noun = behind?.noun ?? documentBefore(document, opening.index) ?? letterOf(document, sequence, author, verb);
  if (noun === null) return [];
  const told = toldBy(sequence, { author, verb, noun }, isTaken);
  return told.filter(({ content }) => content.length > 0);
}

interface Telling {
  readonly author: Phrase;
  readonly verb: number;
  readonly noun: Token;
}

/** What an author is told to have written: by the verb and, where the verb stands in marks, by one behind them. */
function toldBy(
  sequence: WordSequence,
  { author, verb, noun }: Telling,
  isTaken: (token: Token) => boolean,
): FoundLink[] {
  const joint = jointBehindMarks(sequence, verb);
  const frame = sequence.findIndex((token, place) => place > verb && token.lower === 'according' && isTaken(token));
  const end = frame < 0 ? sequence.length : frame;
  const told = [linkOf(sequence, author, verb, Math.min(joint ?? end, end), noun)];
  const further = joint === null ? undefined : sequence[joint + 1];
  if (joint !== null && joint < end && further?.pos === 'VERB' && !isTaken(further))
    told.push(linkOf(sequence, author, joint + 1, end, noun));
  return told;
}

function linkOf(sequence: WordSequence, author: Phrase, verb: number, end: number, noun: Token): FoundLink {
  const content = withoutMarks(sequence, verb + 1, end);
  return {
    source: stretchesOf(sequence, author.first, author.end),
    cue: stretchesOf(sequence, verb, verb + 1),
    content: content.end - content.first < 2 ? [] : stretchesOf(sequence, content.first, content.end),
    carries: false,
    document: { start: noun.start, end: noun.end },
  };
}

function behindComma(sequence: WordSequence, place: number): number {
  return sequence[place]?.text === ',' ? place + 1 : place;
}

/** “Tarn had in the letter “offered his help”” */
function behindAuxiliary(sequence: WordSequence, place: number): number {
  return sequence[place]?.pos === 'AUX' ? place + 1 : place;
}

/** Where “and” stands behind the marks that a verb is quoted in: of “offers his help” and warns of floods. */
function jointBehindMarks(sequence: WordSequence, verb: number): number | null {
  const isMark = ({ text }: Token) => /^["“”]$/u.test(text);
  const opening = sequence.slice(0, verb).findLastIndex(isMark);
  const closing = sequence.findIndex((token, place) => place > verb && isMark(token));
  if (opening < 0 || closing < 0 || sequence[opening]?.text === '”') return null;
  const joint = sequence.findIndex(({ text }, place) => place > closing && text !== ',');
  return /^(?:and|but)$/u.test(sequence[joint]?.lower ?? '') ? joint : null;
}

/** The document in “in his letter” at a place, before or behind its author, and the place behind it. */
function documentBehind(
  document: Document,
  sequence: WordSequence,
  end: number,
): { readonly noun: Token; readonly end: number } | null {
  if (sequence[end]?.lower !== 'in') return null;
  for (let at = end + 1; at <= end + LONGEST_OPENING; at++) {
    const token = sequence[at];
    if (token === undefined || token.pos === 'PUNCT' || token.pos === 'VERB') return null;
    if (documentAt(document, token.index) !== null) return { noun: token, end: at + 1 };
  }
  return null;
}

/** How far back a letter can have been spoken of whose words are told without naming it again. */
const LETTER_REACH = 200;

/**
 * The letter that a text has said somebody wrote, where their words are told from it: “Tarn has written to Finch. … She said
 * Tarn had “expressed his regret””.
 */
function letterOf(document: Document, sequence: WordSequence, author: Phrase, verb: number): Token | null {
  const name = sequence[author.end - 1];
  const isQuoted = sequence.slice(author.end, verb + 2).some(({ text }) => /^["“]$/u.test(text));
  const isDocument = sequence.slice(author.first, author.end).some(({ index }) => documentAt(document, index) !== null);
  if (name?.pos !== 'PROPN' || isDocument || !isQuoted || !documentVerbs.has(sequence[verb]?.lower ?? '')) return null;
  for (let at = name.index - 1; at >= Math.max(0, name.index - LETTER_REACH); at--) {
    const token = document.tokens[at];
    if (token === undefined || !/^(?:letter|wrote|written)$/u.test(token.lower)) continue;
    const writer = token.lower === 'letter' ? senderOf(document, token) : writerBefore(document, at);
    if (writer !== null && endsWith(document, writer, name.text))
      return letterBetween(document, at, name.index) ?? token;
  }
  return null;
}

/** How far before a letter the verb can stand that sends it: “had told Finch in a long and personal letter”. */
const SENDING_REACH = 12;

/** Who has written a letter: “a letter from Tarn”, “Tarn had sent a letter”, “Tarn told him in a letter”. */
function senderOf(document: Document, letter: Token): Stretch | null {
  const named = documentAt(document, letter.index)?.author;
  if (named != null) return named;
  for (let at = letter.index - 1; at >= letter.index - SENDING_REACH; at--) {
    const token = document.tokens[at];
    if (token === undefined || token.sentence !== letter.sentence) return null;
    if (token.pos === 'VERB') return writerBefore(document, at);
  }
  return null;
}

function letterBetween({ tokens }: Document, first: number, end: number): Token | undefined {
  return tokens.slice(first, end).find(({ lower }) => lower === 'letter');
}

function endsWith({ text }: Document, { start, end }: Stretch, name: string): boolean {
  return text.slice(start, end).replace(/,$/u, '').endsWith(name);
}

/** The document in “In the letter,” right before a token. */
function documentBefore(document: Document, first: number): Token | null {
  const { tokens } = document;
  if (tokens[first - 1]?.text !== ',') return null;
  const found = documentAt(document, first - 2);
  if (found === null) return null;
  for (let at = first - 3; at >= first - 2 - LONGEST_OPENING; at--) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== found.noun.sentence || token.pos === 'PUNCT') return null;
    if (token.lower === 'in') return found.noun;
    if (token.pos === 'VERB' || token.pos === 'AUX') return null;
  }
  return null;
}
