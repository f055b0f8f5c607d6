import type { Document, Token, TokenRange } from '../document.js';
import { clauseFrom, headOf, isNoun, isPossessive, nounPhraseFrom } from './phrases.js';
import type { StanceObject } from './stance.js';
import type { StanceLanguage } from './stance-language.js';

/** What tells where and when something was said, and no more of what was. */
const PLACING: ReadonlySet<string> = new Set(['in', 'at', 'on']);

/** An object, and the token behind it. */
export interface FoundObject {
  readonly object: StanceObject;
  readonly end: number;
}

/**
 * What stands behind a verb or phrase for the other statement: a pronoun or noun, a clause, or who made it where the verb
 * takes that (`addressing`); null for anything else.
 */
export function objectFrom(
  document: Document,
  first: number,
  language: StanceLanguage,
  addressing: boolean,
): FoundObject | null {
  const token = document.tokens[first];
  const next = document.tokens[first + 1];
  if (token === undefined || token.sentence !== document.tokens[first - 1]?.sentence) return null;
  if (language.reflexives.has(token.lower)) return { object: { is: 'OWN' }, end: first + 1 };
  if (token.lower === language.freeRelative) {
    const range = freeRelative(document, first);
    return { object: { is: 'SPEAKER', range }, end: range.endToken };
  }
  const claim = namedClaim(document, first, language);
  if (claim !== null) return claim;
  const single = { firstToken: first, endToken: first + 1 };
  if (language.pronouns.has(token.lower) && isVerb(next)) return clauseObject(document, first);
  if (!opensNounPhrase(next)) {
    if (addressing && language.personPronouns.has(token.lower))
      return { object: { is: 'SPEAKER', range: single }, end: first + 1 };
    if (language.pronouns.has(token.lower) && !opensClause(document, first, language))
      return { object: { is: 'ANAPHOR', range: single, figure: false }, end: first + 1 };
  }
  return opensClause(document, first, language)
    ? clauseObject(document, first + 1)
    : nounObject(document, first, language, addressing);
}

/** How many commas can stand within “what the mayor, Lotte Hain, had said”. */
const MOST_COMMAS = 2;

/** A relative clause without a noun, up to the mark behind its verb. */
function freeRelative(document: Document, first: number): TokenRange {
  const { tokens } = document;
  let range = clauseFrom(document, first, isMark);
  for (let commas = 0; commas < MOST_COMMAS && tokens[range.endToken]?.text === ','; commas++) {
    if (tokens.slice(range.firstToken, range.endToken).some(isVerb)) break;
    range = { firstToken: first, endToken: clauseFrom(document, range.endToken + 1, isMark).endToken };
  }
  return range;
}

function clauseObject(document: Document, first: number): FoundObject | null {
  const range = clauseFrom(document, first, (token) => isMark(token) || token.pos === 'CCONJ');
  return range.endToken === range.firstToken ? null : { object: { is: 'CLAUSE', range }, end: range.endToken };
}

/** “That claim”, which has no further noun and can look like a clause. */
function namedClaim({ tokens }: Document, first: number, language: StanceLanguage): FoundObject | null {
  const [that, noun, after] = tokens.slice(first, first + 3);
  if (that === undefined || noun?.sentence !== that.sentence || !language.definite.has(that.lower)) return null;
  const figure = language.figureNouns.has(noun.lower);
  const isLast = after?.sentence !== noun.sentence || isMark(after) || after.pos === 'CCONJ';
  if (!(figure || language.claimNouns.has(noun.lower)) || !isLast) return null;
  const range = { firstToken: first, endToken: first + 2 };
  return { object: { is: 'ANAPHOR', range, figure }, end: range.endToken };
}

/** “That” opens a clause where more than a mark follows it, and is a pronoun otherwise. */
function opensClause({ tokens }: Document, at: number, { complementizers }: StanceLanguage): boolean {
  const next = tokens[at + 1];
  if (!complementizers.has(tokens[at]?.lower ?? '') || next === undefined) return false;
  return next.sentence === tokens[at]?.sentence && !isMark(next) && next.pos !== 'CCONJ';
}

function nounObject(
  document: Document,
  first: number,
  language: StanceLanguage,
  addressing: boolean,
): FoundObject | null {
  const range = nounPhraseFrom(document, first);
  const head = range && headOf(document, range);
  if (!range || !head || !isNoun(head)) return null;
  const figure = language.figureNouns.has(head.lower);
  const end = range.endToken;
  if (figure && head.index + 1 < end) return { object: { is: 'TOPIC', range }, end };
  if (figure || language.claimNouns.has(head.lower)) {
    const claim = withoutPlace(document, range, head);
    return { object: { is: 'ANAPHOR', range: claim, figure }, end: claim.endToken };
  }
  if (addressing) return { object: { is: 'SPEAKER', range }, end };
  const opening = document.tokens[first];
  const told = opening !== undefined && (language.definite.has(opening.lower) || isPossessive(opening));
  return told ? { object: { is: 'TOPIC', range }, end } : null;
}

/** “The report” of “denied the report in a statement”. */
function withoutPlace({ tokens }: Document, range: TokenRange, head: Token): TokenRange {
  const place = tokens.slice(head.index + 1, range.endToken).find(({ lower }) => PLACING.has(lower));
  return { firstToken: range.firstToken, endToken: place?.index ?? range.endToken };
}

function isVerb(token: Token | undefined): boolean {
  return token?.pos === 'VERB' || token?.pos === 'AUX';
}

function opensNounPhrase(token: Token | undefined): boolean {
  return token !== undefined && (isNoun(token) || token.pos === 'ADJ' || token.pos === 'NUM');
}

export function isMark(token: Token): boolean {
  return /^[,;:.!?“”"()—–]/u.test(token.text);
}

/** Whether a noun phrase stands for a statement: “a claim”, “the figures”. */
export function isClaim(document: Document, range: TokenRange, { claimNouns, figureNouns }: StanceLanguage): boolean {
  const head = headOf(document, range)?.lower ?? '';
  return claimNouns.has(head) || figureNouns.has(head);
}
