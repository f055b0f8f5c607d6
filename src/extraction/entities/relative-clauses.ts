import type { Document, Token, TokenRange } from '../document.js';
import { KIN } from '../language/english/kinship.js';
import { SOURCE_KINDS } from '../language/english/source-nouns.js';
import { TITLE_NOUNS } from '../language/english/titles.js';
import type { Reading } from './reading.js';

/** How many tokens before “who” are read for a noun phrase. */
const LONGEST_ANTECEDENT = 6;

/** “Who”, “which”, and “both” of “both of whom”. */
export function isRelative({ tokens }: Document, { index, lower }: Token): boolean {
  if (/^(?:who|which|that|whom)$/u.test(lower)) return true;
  return tokens[index + 1]?.lower === 'of' && /^(?:whom|which)$/u.test(tokens[index + 2]?.lower ?? '');
}

/** The words that a relative pronoun stands for: “Ada Quill, who …”, “her brother, who …”, “an official in the town, who …”. */
export function antecedentOf({ document: { tokens }, cast }: Reading, pronoun: Token): TokenRange | undefined {
  const endToken = /^(?:,|–|—|-)$/u.test(tokens[pronoun.index - 1]?.text ?? '') ? pronoun.index - 1 : pronoun.index;
  const before = cast.at(endToken - 1);
  const named = before?.sentence === pronoun.sentence && before.entry.type !== 'PLACE' ? before : undefined;
  const isThing = named?.entry.type === 'ORGANIZATION' && pronoun.lower === 'who';
  if (named !== undefined && !isComplement(tokens, named.firstToken, pronoun, isThing)) return named;
  const firstToken = firstOfSomebody(tokens, named?.firstToken ?? endToken, pronoun);
  return firstToken < endToken ? { firstToken, endToken } : undefined;
}

/** “An adviser to Ada Quill, who …” is about the adviser; behind “observers of the league”, “who” cannot be the league. */
function isComplement(tokens: readonly Token[], at: number, { sentence }: Token, isThing: boolean): boolean {
  if (tokens[at - 1]?.pos !== 'ADP' || tokens[at - 2]?.pos !== 'NOUN') return false;
  const first = firstOfPhrase(tokens, at - 1, sentence);
  return isThing || (isSomebody(tokens[at - 2]) && /^(?:an?|another)$/u.test(tokens[first]?.lower ?? ''));
}

/** Where the phrase begins that ends before a token, over “in the town” and the like up to one that is of a person. */
function firstOfSomebody(tokens: readonly Token[], end: number, { sentence }: Token): number {
  let first = firstOfPhrase(tokens, end, sentence);
  let head = tokens[end - 1];
  while (first > 1 && (first === end || !isSomebody(head)) && tokens[first - 1]?.pos === 'ADP') {
    const next = firstOfPhrase(tokens, first - 1, sentence);
    if (next === first - 1) break;
    head = tokens[first - 2];
    first = next;
  }
  return first;
}

/** Where a noun phrase begins that ends before a token. */
function firstOfPhrase(tokens: readonly Token[], end: number, sentence: number): number {
  const isIn = (token: Token | undefined, parts: RegExp) => token?.sentence === sentence && parts.test(token.pos);
  let first = end;
  while (first > end - LONGEST_ANTECEDENT && isIn(tokens[first - 1], /^(?:ADJ|NOUN|NUM|PROPN)$/u)) first--;
  return first < end && (isIn(tokens[first - 1], /^DET$/u) || isPossessive(tokens[first - 1])) ? first - 1 : first;
}

function isPossessive(token: Token | undefined): boolean {
  return token !== undefined && /^(?:his|her|its|their)$/u.test(token.lower);
}

function isSomebody(noun: Token | undefined): boolean {
  if (noun === undefined) return false;
  const singular = noun.lemma.toLowerCase();
  return KIN.has(noun.lower) || SOURCE_KINDS.has(noun.lower) || SOURCE_KINDS.has(singular) || TITLE_NOUNS.has(singular);
}
