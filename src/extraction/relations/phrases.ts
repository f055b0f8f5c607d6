import type { Document, Token, TokenRange } from '../document.js';

/** How many tokens a noun phrase, a clause or a way back to a subject may take. */
const LONGEST_PHRASE = 14;
const LONGEST_CLAUSE = 40;
/** How many verbs joined by “and” may share a subject. */
const MOST_JOINTS = 3;
const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'NUM', 'ADJ', 'DET', 'PRON']);
const LINKS: ReadonlySet<string> = new Set(['of', 'in', 'at', 'from', 'for', 'on', 'about', 'by']);
const POSSESSIVE = /^(?:[’']s?|his|her|its|their|my|our|your)$/u;

export function isPossessive({ lower }: Token): boolean {
  return POSSESSIVE.test(lower);
}

export function isNoun(token: Token | undefined): boolean {
  return token?.pos === 'NOUN' || token?.pos === 'PROPN';
}

function isPhraseWord(token: Token): boolean {
  return NOMINAL.has(token.pos) || isPossessive(token) || token.text === '-';
}

/**
 * The noun phrase that begins at a token, with phrases of place and of possession behind it (“the number of boats”); null
 * where none begins.
 */
export function nounPhraseFrom({ tokens }: Document, first: number): TokenRange | null {
  const sentence = tokens[first]?.sentence;
  let end = first;
  let hasNoun = false;
  for (const token of tokens.slice(first, first + LONGEST_PHRASE)) {
    if (token.sentence !== sentence) break;
    const next = tokens[token.index + 1];
    const links = hasNoun && LINKS.has(token.lower) && next !== undefined && isPhraseWord(next);
    if (!links && !isPhraseWord(token)) break;
    if (hasNoun && startsAnother(token, tokens[token.index - 1])) break;
    hasNoun ||= isNoun(token) || token.pos === 'NUM' || token.pos === 'PRON';
    if (!links) end = token.index + 1;
  }
  return hasNoun ? { firstToken: first, endToken: end } : null;
}

/** A determiner or pronoun behind a noun belongs to something else. */
function startsAnother(token: Token, before: Token | undefined): boolean {
  return opensPhrase(token) && isNoun(before);
}

/** Where the auxiliaries and adverbs before a verb begin, or the verb itself: “has also been” of “has also been disputed”. */
export function startOfVerb(tokens: readonly Token[], verb: number): number {
  let start = verb;
  while (/^(?:AUX|ADV)$/u.test(tokens[start - 1]?.pos ?? '')) start--;
  return start;
}

/** The head of a noun phrase: its last noun before what only says more about it. */
export function headOf({ tokens }: Document, { firstToken, endToken }: TokenRange): Token | undefined {
  let head: Token | undefined;
  for (const token of tokens.slice(firstToken, endToken)) {
    if (LINKS.has(token.lower) && head !== undefined) break;
    if (isNoun(token)) head = token;
  }
  return head ?? tokens[firstToken];
}

/** The clause that begins at a token, up to the next mark or the word that opens another. */
export function clauseFrom({ tokens }: Document, first: number, stops: (token: Token) => boolean): TokenRange {
  const sentence = tokens[first]?.sentence;
  let end = first;
  while (end < first + LONGEST_CLAUSE && tokens[end]?.sentence === sentence) {
    const token = tokens[end];
    if (token === undefined || stops(token)) break;
    end++;
  }
  return { firstToken: first, endToken: end };
}

/**
 * Who is the subject of the verb group that begins at a token: the noun phrase before it, past what stands between
 * commas, or the subject of the verb before that it is joined to; null where the sentence names nobody.
 */
export function subjectBefore(document: Document, verb: number, joints = MOST_JOINTS): TokenRange | null {
  const { tokens } = document;
  const sentence = tokens[verb]?.sentence;
  let at = verb - 1;
  while (tokens[at]?.sentence === sentence && /^(?:AUX|ADV|PART)$/u.test(tokens[at]?.pos ?? '')) at--;
  if (tokens[at]?.sentence !== sentence) return null;
  if (tokens[at]?.pos === 'CCONJ') return joints === 0 ? null : subjectOfVerbBefore(document, at, joints - 1);
  if (tokens[at]?.text === ',') {
    const opening = openingComma(tokens, at);
    const inner = nounPhraseEnding(document, at);
    if (inner !== null && tokens[inner.firstToken - 1]?.text === ',') return named(document, inner);
    return opening === null ? inner : nounPhraseEnding(document, opening);
  }
  return nounPhraseEnding(document, at + 1);
}

/** What stands between two commas before a verb can be the name itself: “the mayor, Lotte Hain, confirmed”. */
function named(document: Document, inner: TokenRange): TokenRange | null {
  const name = document.tokens.slice(inner.firstToken, inner.endToken).some(({ pos }) => pos === 'PROPN');
  const outer = nounPhraseEnding(document, inner.firstToken - 1);
  const outerNamed =
    outer !== null && document.tokens.slice(outer.firstToken, outer.endToken).every(({ pos }) => pos === 'PROPN');
  return (name && !outerNamed) || outer === null ? inner : outer;
}

function openingComma(tokens: readonly Token[], closing: number): number | null {
  for (let at = closing - 1; at > closing - LONGEST_PHRASE; at--) {
    if (tokens[at]?.sentence !== tokens[closing]?.sentence) return null;
    if (tokens[at]?.text === ',') return at;
  }
  return null;
}

function subjectOfVerbBefore(document: Document, joint: number, joints: number): TokenRange | null {
  const { tokens } = document;
  for (let at = joint - 1; at > joint - LONGEST_CLAUSE && tokens[at]?.sentence === tokens[joint]?.sentence; at--) {
    const token = tokens[at];
    if (token?.pos !== 'VERB' || tokens[at - 1]?.pos === 'PART') continue;
    return subjectBefore(document, at, joints);
  }
  return null;
}

/** The noun phrase that ends before a token. */
export function nounPhraseEnding({ tokens }: Document, end: number): TokenRange | null {
  const sentence = tokens[end - 1]?.sentence;
  let first = end;
  for (const token of tokens.slice(Math.max(0, end - LONGEST_PHRASE), end).toReversed()) {
    if (token.sentence !== sentence) break;
    const links = first < end && isLinked(tokens, token.index + 1);
    if (!links && !isPhraseWord(token)) break;
    if (links) continue;
    first = token.index;
    if (opensPhrase(token) && !isLinked(tokens, first)) break;
  }
  return first === end ? null : { firstToken: first, endToken: end };
}

function opensPhrase(token: Token): boolean {
  return token.pos === 'DET' || (token.pos === 'PRON' && !isPossessive(token));
}

/** Whether a preposition ties what begins at a token to a noun. */
function isLinked(tokens: readonly Token[], at: number): boolean {
  return LINKS.has(tokens[at - 1]?.lower ?? '') && isNoun(tokens[at - 2]);
}
