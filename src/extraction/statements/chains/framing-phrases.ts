import type { Document, Token } from '../../document.js';
import { GO_BETWEENS } from '../../language/english/clauses.js';
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

/** How many tokens a phrase that frames a sentence has at most. */
const LONGEST_FRAME = 24;

/**
 * Finds phrases before or behind a sentence that say through whom it comes: “According to Wilma Sedge, …”, “In a statement
 * carried by the agency, …”, “Through his lawyer, …”.
 */
export function findFraming(document: Document, sequence: WordSequence): FoundLink | null {
  const sentence = withoutMarks(sequence, 0, sequence.length);
  const frame = openingFrame(document, sequence, sentence) ?? closingFrame(document, sequence, sentence);
  if (frame === null) return null;
  const content =
    frame.whole.first > sentence.first
      ? withoutMarks(sequence, sentence.first, frame.whole.first)
      : withoutMarks(sequence, frame.whole.end, sentence.end);
  if (content.end <= content.first) return null;
  return {
    source: stretchesOf(sequence, frame.source.first, frame.source.end),
    cue: stretchesOf(sequence, frame.cue.first, frame.cue.end),
    content: stretchesOf(sequence, content.first, content.end),
    carries: frame.document !== null,
    document: frame.document === null ? null : { start: frame.document.start, end: frame.document.end },
  };
}

function openingFrame(document: Document, sequence: WordSequence, { first, end }: Phrase): Frame | null {
  for (let at = first + 1; at < Math.min(end, first + LONGEST_FRAME); at++) {
    if (sequence[at]?.text !== ',') continue;
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

function frameIn(document: Document, sequence: WordSequence, whole: Phrase): Frame | null {
  switch (sequence[whole.first]?.lower) {
    case 'according':
      return accordingTo(sequence, whole);
    case 'in':
      return carriedBy(document, sequence, whole);
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

/** “In a statement carried by the agency”. */
function carriedBy(document: Document, sequence: WordSequence, whole: Phrase): Frame | null {
  for (let at = whole.first + 2; at < whole.end - 2; at++) {
    const token = sequence[at];
    if (token === undefined || !carryingVerbs.has(token.lower) || sequence[at + 1]?.lower !== 'by') continue;
    const noun = documentAt(document, sequence[at - 1]?.index ?? -1)?.noun ?? null;
    const source = phraseFrom(sequence, at + 2);
    if (noun === null || source === null || source.end < whole.end) return null;
    return { whole, source, cue: { first: at, end: at + 2 }, document: noun };
  }
  return null;
}

/** “Through his lawyer Petra Vell”. */
function through(sequence: WordSequence, whole: Phrase): Frame | null {
  const source = { first: whole.first + 1, end: whole.end };
  const isGoBetween = sequence.slice(source.first, source.end).some(({ lower }) => GO_BETWEENS.has(lower));
  const phrase = phraseFrom(sequence, source.first);
  if (!isGoBetween || phrase === null || phrase.end < source.end) return null;
  return { whole, source, cue: { first: whole.first, end: whole.first + 1 }, document: null };
}
