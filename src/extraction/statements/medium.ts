import type { Stretch } from '../../domain/span.js';
import type { Medium } from '../../domain/statement.js';
import type { Document, Token } from '../document.js';
import type { Attribution } from '../extraction.js';
import { MEDIUM_PREPOSITIONS } from '../language/english/media.js';
import { mediumLastWords, mediumNouns, mediumVerbs } from './medium-lexicon.js';
import { wordsAround } from './surroundings.js';
import { isInside, sentenceOf, tokensIn } from './token-search.js';

/** Through what something was said or written, and the words that say so. */
export interface FoundMedium {
  readonly medium: Medium;
  readonly span: Stretch;
}

/**
 * The medium of an attribution: its verb (“tweeted”), what its source is or possesses (“a report”, “the council’s letter”),
 * or a phrase beside its cue (“in a statement”); `within` is what reports it, beyond which nothing is looked for, and `apart`
 * are the documents that it only tells of.
 */
export function mediumOf(
  document: Document,
  attribution: Attribution,
  { within, apart }: { readonly within: Stretch | null; readonly apart: readonly Stretch[] },
): FoundMedium | null {
  const beside = wordsAround(document, attribution, within).filter(
    (token) => !apart.some((stretch) => isInside(token, stretch)),
  );
  return (
    mediumOfSource(document, attribution.source) ??
    mediumBesideCue(document, beside) ??
    mediumOfVerb(document, attribution.cue)
  );
}

/** The medium that a noun names; null for none. */
export function mediumNamed(document: Document, noun: Stretch | null): FoundMedium | null {
  return noun === null ? null : mediumAt(document, tokensIn(document, noun).firstToken);
}

function mediumOfVerb(document: Document, cue: readonly Stretch[]): FoundMedium | null {
  for (const stretch of cue) {
    const { firstToken, endToken } = tokensIn(document, stretch);
    for (const token of document.tokens.slice(firstToken, endToken)) {
      const medium = mediumVerbs.get(token.lower);
      if (medium !== undefined) return { medium, span: spanOf(token) };
    }
  }
  return null;
}

/** “A report”, “the council’s letter” with or without the noun in the span, “the letter from” before the span. */
function mediumOfSource(document: Document, source: readonly Stretch[]): FoundMedium | null {
  for (const stretch of source) {
    const { firstToken, endToken } = tokensIn(document, stretch);
    const found =
      mediumAt(document, commonHeadOf(document, firstToken, endToken)) ??
      mediumAt(document, possessedBehind(document, endToken)) ??
      mediumAt(document, documentBefore(document, firstToken));
    if (found !== null) return found;
  }
  return null;
}

/**
 * The last noun of a noun phrase before anything that only says more about it: “report” of “a report by the council”; none
 * where it ends a name (“the Marrowby Post”).
 */
function commonHeadOf({ tokens }: Document, firstToken: number, endToken: number): number {
  let head = -1;
  for (let at = firstToken; at < endToken; at++) {
    const token = tokens[at];
    if (token === undefined || (head >= 0 && !isNounLike(token) && !isPossessive(token))) break;
    if (isNounLike(token)) head = at;
  }
  const isName = head > firstToken && /^\p{Lu}/u.test(tokens[head]?.text ?? '');
  return isName ? -1 : head;
}

/** How far behind a possessive what it possesses can stand. */
const LONGEST_POSSESSION = 4;

function possessedBehind({ tokens }: Document, endToken: number): number {
  const last = tokens[endToken - 1];
  const next = tokens[endToken];
  const isPossessor = last !== undefined && (isPossessive(last) || POSSESSIVE_PRONOUNS.has(last.lower));
  if (!isPossessor && (next === undefined || !isPossessive(next))) return -1;
  let at = isPossessor ? endToken : endToken + 1;
  const end = at + LONGEST_POSSESSION;
  while (at < end && (tokens[at]?.pos === 'ADJ' || tokens[at]?.pos === 'NUM')) at++;
  while (at + 1 < end && tokens[at + 1]?.pos === 'NOUN') at++;
  return at;
}

const POSSESSIVE_PRONOUNS: ReadonlySet<string> = new Set(['his', 'her', 'its', 'their', 'my', 'our']);
const AUTHOR_PREPOSITIONS: ReadonlySet<string> = new Set(['from', 'by', 'of', 'which']);

function documentBefore({ tokens }: Document, firstToken: number): number {
  if (!AUTHOR_PREPOSITIONS.has(tokens[firstToken - 1]?.lower ?? '')) return -1;
  return tokens[firstToken - 1]?.lower === 'which' ? firstToken - 3 : firstToken - 2;
}

function isNounLike({ pos }: Token): boolean {
  return pos === 'NOUN' || pos === 'PROPN';
}

function isPossessive({ lower, pos }: Token): boolean {
  return pos === 'PART' && /^[’']s?$/u.test(lower);
}

/** Tokens of a phrase between a preposition and its noun: “in a strongly worded statement”. */
const LONGEST_PHRASE = 5;

/** The noun of the first phrase with a preposition that names a medium. */
function mediumBesideCue(document: Document, beside: readonly Token[]): FoundMedium | null {
  for (const token of beside) {
    const found = mediumAt(document, token.index);
    if (found !== null && isInPhrase(document, token)) return found;
  }
  return null;
}

function isInPhrase(document: Document, noun: Token): boolean {
  const sentence = sentenceOf(document, noun.index);
  const first = Math.max(sentence?.firstToken ?? 0, noun.index - LONGEST_PHRASE);
  for (let at = noun.index - 1; at >= first; at--) {
    const token = document.tokens[at];
    if (token === undefined || token.pos === 'PUNCT') return false;
    if (MEDIUM_PREPOSITIONS.has(token.lower)) return true;
    if (['ADP', 'CCONJ', 'SCONJ', 'AUX', 'PRON'].includes(token.pos) && !POSSESSIVE_PRONOUNS.has(token.lower))
      return false;
  }
  return false;
}

/** The medium that the noun at a token names, with the noun before it where the two together do: “press briefing”. */
function mediumAt({ tokens }: Document, index: number): FoundMedium | null {
  const noun = tokens[index];
  if (noun === undefined || noun.pos === 'VERB') return null;
  const before = tokens[index - 1];
  const isLast = mediumLastWords.has(noun.lower);
  const pair = isLast && before !== undefined ? mediumNouns.get(`${before.lower} ${noun.lower}`) : undefined;
  if (before !== undefined && pair !== undefined) return { medium: pair, span: { start: before.start, end: noun.end } };
  const medium = mediumNouns.get(noun.lower);
  return medium === undefined ? null : { medium, span: spanOf(noun) };
}

function spanOf({ start, end }: Token): Stretch {
  return { start, end };
}
