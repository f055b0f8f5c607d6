import type { Stretch } from '../../domain/span.js';
import type { Document, Token } from '../document.js';
import type { Attribution } from '../extraction.js';
import { isInside, sentenceOf, tokenAt } from './token-search.js';

const RELATIVES: ReadonlySet<string> = new Set(['who', 'whom', 'whose', 'which']);

/** How many tokens of a sentence are looked at on either side of a cue. */
const REACH = 40;

/**
 * The tokens of the cue’s sentence that are neither source nor content, those of the cue and behind it first, each side
 * from the cue outwards; `within` bounds them where it is given. What says when and how something was said stands among
 * them, and with annotators who take it into the cue (“said on Sunday”) in it. Relative clauses are left out.
 */
export function wordsAround(
  document: Document,
  { source, cue, content }: Attribution,
  within: Stretch | null,
): Token[] {
  const anchor = cue[0] ?? source[0] ?? content[0];
  if (anchor === undefined) return [];
  const at = tokenAt(document, anchor.start);
  const sentence = sentenceOf(document, at);
  if (sentence === undefined) return [];
  const parts = [...source, ...content];
  const isFree = (token: Token) =>
    !parts.some((part) => token.start < part.end && part.start < token.end) &&
    (within === null || isInside(token, within));
  const behind = document.tokens.slice(at, Math.min(sentence.endToken, at + REACH)).filter(isFree);
  const before = document.tokens.slice(Math.max(sentence.firstToken, at - REACH), at).filter(isFree);
  return [...withoutRelatives(behind), ...withoutRelatives(before).reverse()];
}

/** Leaves out what stands from “who” or “which” to the next comma. */
function withoutRelatives(tokens: readonly Token[]): Token[] {
  let isRelative = false;
  return tokens.filter(({ lower }) => {
    isRelative = RELATIVES.has(lower) || (isRelative && lower !== ',');
    return !isRelative;
  });
}
