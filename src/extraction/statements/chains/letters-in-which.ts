import type { Document, Token } from '../../document.js';
import { documentAt } from './authors.js';
import type { FoundLink } from './found-link.js';
import { phraseFrom } from './noun-phrase.js';
import type { ReportedContent } from './reported-content.js';
import { stretchesOf, type WordSequence } from './word-sequence.js';

/** Finds words of a document behind a colon: “a letter in which Ines Corder resigned: “I leave the key””. */
export function findLetterInWhich(
  document: Document,
  sequence: WordSequence,
  contents: ReportedContent,
  isTaken: (token: Token) => boolean,
): FoundLink | null {
  for (let at = 0; at < sequence.length - 4; at++) {
    if (sequence[at + 1]?.lower !== 'in' || sequence[at + 2]?.lower !== 'which') continue;
    const noun = documentAt(document, sequence[at]?.index ?? -1)?.noun;
    const author = phraseFrom(sequence, at + 3);
    if (noun === undefined || author === null || sequence.slice(author.first, author.end).some(isTaken)) continue;
    const colon = sequence.findIndex(({ text }, place) => place > author.end && text === ':');
    const content = colon < 0 ? null : contents.quoted(sequence, colon);
    if (content === null) continue;
    return {
      source: stretchesOf(sequence, author.first, author.end),
      cue: [],
      content: stretchesOf(sequence, content.first, content.end),
      carries: false,
      document: { start: noun.start, end: noun.end },
    };
  }
  return null;
}
