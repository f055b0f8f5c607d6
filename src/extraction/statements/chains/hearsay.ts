import type { Token } from '../../document.js';
import type { FoundLink } from './found-link.js';
import { opensClause, phraseBefore, phraseFrom } from './noun-phrase.js';
import { withoutMarks } from './reported-clauses.js';
import type { ReportedContent } from './reported-content.js';
import { groupStart } from './verb-group.js';
import { stretchesOf, type WordSequence } from './word-sequence.js';

/** Finds what somebody has been told, or has heard from somebody: “he had heard from a deckhand that …”. */
export function findHearsay(
  sequence: WordSequence,
  contents: ReportedContent,
  isTaken: (token: Token) => boolean,
): FoundLink | null {
  for (let at = 1; at < sequence.length - 2; at++) {
    const token = sequence[at];
    if (token === undefined || isTaken(token)) continue;
    if (token.lower === 'told' && sequence[at - 1]?.lower === 'been') return toldThat(sequence, at, contents);
    if (token.lower === 'heard' && sequence[at + 1]?.lower === 'from') return heardFrom(sequence, at);
  }
  return null;
}

function toldThat(sequence: WordSequence, verb: number, contents: ReportedContent): FoundLink | null {
  if (sequence[verb + 1]?.lower !== 'that' && contents.quoted(sequence, verb + 1) === null) return null;
  if (!hasSubject(sequence, verb)) return null;
  return link(sequence, null, [verb, verb + 1], verb + 2);
}

function heardFrom(sequence: WordSequence, verb: number): FoundLink | null {
  const source = phraseFrom(sequence, verb + 2);
  if (source === null || sequence[source.end]?.lower !== 'that' || !hasSubject(sequence, verb)) return null;
  return link(sequence, [source.first, source.end], [verb, verb + 2], source.end + 1);
}

function hasSubject(sequence: WordSequence, verb: number): boolean {
  const subject = phraseBefore(sequence, groupStart(sequence, verb));
  return subject !== null && opensClause(sequence, subject.first);
}

function link(
  sequence: WordSequence,
  source: readonly [number, number] | null,
  cue: readonly [number, number],
  from: number,
): FoundLink {
  const content = withoutMarks(sequence, from, sequence.length);
  return {
    source: source === null ? [] : stretchesOf(sequence, ...source),
    cue: stretchesOf(sequence, ...cue),
    content: stretchesOf(sequence, content.first, content.end),
    carries: false,
    document: null,
  };
}
