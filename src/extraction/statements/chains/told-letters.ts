import type { Document, Token } from '../../document.js';
import { documentAt } from './authors.js';
import type { FoundLink } from './found-link.js';
import { phraseFrom } from './noun-phrase.js';
import { withoutMarks } from './reported-clauses.js';
import { stretchesOf, type WordSequence } from './word-sequence.js';

/** How many tokens open a sentence before what is told of a document: “In the long and angry letter,”. */
const LONGEST_OPENING = 6;
/** How far behind its author the verb of a document can stand: an opening quotation mark and an adverb. */
const VERB_REACH = 4;

/**
 * Finds what somebody is told to have written in a document that opens the sentence: “In the letter, Hugo Tarn “offers his
 * help”, Finch said”. What Finch tells is Tarn’s, whose verb stands behind his name.
 */
export function findToldLetter(
  document: Document,
  sequence: WordSequence,
  isTaken: (token: Token) => boolean,
): FoundLink | null {
  const [opening] = sequence;
  const author = phraseFrom(sequence, 0);
  if (opening === undefined || author === null || author.first !== 0) return null;
  if (sequence.slice(0, author.end).some(isTaken)) return null;
  const behind = documentBehind(document, sequence, author.end);
  const noun = behind?.noun ?? documentBefore(document, opening.index);
  if (noun === null) return null;
  const from = behind?.end ?? author.end;
  const verb = sequence.findIndex(({ pos }, place) => place >= from && pos === 'VERB');
  if (verb < 0 || verb >= from + VERB_REACH) return null;
  const content = withoutMarks(sequence, verb + 1, sequence.length);
  if (content.end - content.first < 2) return null;
  return {
    source: stretchesOf(sequence, author.first, author.end),
    cue: stretchesOf(sequence, verb, verb + 1),
    content: stretchesOf(sequence, content.first, content.end),
    carries: false,
    document: { start: noun.start, end: noun.end },
  };
}

/** The document in “in his letter” right behind its author, and the place behind it. */
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
