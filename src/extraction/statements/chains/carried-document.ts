import type { Stretch } from '../../../domain/span.js';
import type { Document } from '../../document.js';
import type { Attribution } from '../../extraction.js';
import { tokenAt, tokensIn } from '../token-search.js';
import { documentAt } from './authors.js';
import { carryingVerbs } from './verb-frames.js';

/** How far into the content the document that is carried stands: “carried a long and angry statement”. */
const REACH = 6;

/** The noun of the document that an attribution passes on: “a statement carried by”, “published a report”; null for none. */
export function carriedDocument(document: Document, { cue, content }: Attribution): Stretch | null {
  const [words, told] = [cue[0], content[0]];
  if (words === undefined || told === undefined) return null;
  const { firstToken, endToken } = tokensIn(document, words);
  const carries = document.tokens.slice(firstToken, endToken).some(({ lower }) => isCarrying(lower));
  if (!carries) return null;
  const before = documentAt(document, firstToken - 1);
  const isPassive = document.tokens.slice(endToken - 1, endToken + 1).some(({ lower }) => lower === 'by');
  if (before !== null && isPassive) return before.noun;
  const start = tokenAt(document, told.start);
  for (let at = start; at < start + REACH; at++) {
    const found = documentAt(document, at);
    if (found !== null) return found.noun;
  }
  return null;
}

function isCarrying(word: string): boolean {
  return carryingVerbs.has(word) && !word.startsWith('read');
}
