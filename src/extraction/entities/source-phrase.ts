import type { Stretch } from '../../domain/span.js';
import type { Document, Token, TokenRange } from '../document.js';
import { partitionPoint } from '../partition-point.js';

/** The tokens of a stretch of the text. */
export function tokensIn({ tokens }: Document, { start, end }: Stretch): TokenRange {
  const firstToken = partitionPoint(tokens, (token) => token.start < start);
  let endToken = firstToken;
  while ((tokens[endToken]?.end ?? Number.POSITIVE_INFINITY) <= end) endToken++;
  return { firstToken, endToken };
}

/** A noun phrase within a source. */
export interface NounPhrase extends TokenRange {
  readonly head: Token;
}

/** A phrase is not read for further than this. */
const LONGEST_PHRASE = 16;

/** The phrase that begins a source: its noun is the last before a preposition, a comma, a verb or a clause. */
export function nounPhraseAt({ tokens }: Document, firstToken: number, endToken: number): NounPhrase | undefined {
  let head: Token | undefined;
  const limit = Math.min(endToken, firstToken + LONGEST_PHRASE);
  for (let at = firstToken; at < limit; at++) {
    const token = tokens[at];
    if (token === undefined || endsNouns(token, head, tokens[at + 1])) break;
    if (/^(?:NOUN|PROPN|X)$/u.test(token.pos) || head === undefined) head = token;
    else if (token.pos === 'NUM' && at + 1 === limit) head = token;
  }
  return head === undefined ? undefined : { firstToken, endToken, head };
}

function endsNouns(token: Token, head: Token | undefined, next: Token | undefined): boolean {
  if (/^[-‐‑’'&]$|^[’']s$/u.test(token.text)) return false;
  if (token.pos === 'PUNCT' || token.pos === 'SCONJ') return true;
  if (head === undefined || head.pos === 'DET') return false;
  if (token.pos === 'ADP' || token.pos === 'CCONJ' || token.pos === 'PRON') return true;
  if (/^(?:who|which|that|whose|where|close|familiar|both|all)$/u.test(token.lower)) return true;
  const beforeNoun = next !== undefined && /^(?:NOUN|PROPN)$/u.test(next.pos);
  return (token.pos === 'VERB' || token.pos === 'AUX') && /^(?:NOUN|PROPN|PRON)$/u.test(head.pos) && !beforeNoun;
}

/** “Her campaign and Democrats across the country”, but not “doctors and nurses”. */
function startsSomebodyElse(token: Token | undefined): boolean {
  return token !== undefined && (/^(?:DET|PRON)$/u.test(token.pos) || /^\p{Lu}/u.test(token.text));
}

/** Where the words of a source end that describe it: before a comma, a dash, a bracket, or “and” somebody else. */
export function endOfDescription({ tokens }: Document, { firstToken, endToken, head }: NounPhrase): number {
  for (let at = firstToken + 1; at < endToken; at++) {
    if (/^(?:[,;:()–—“”"]|\.)$/u.test(tokens[at]?.text ?? '')) return at;
    if (tokens[at]?.lower === 'and' && at === head.index + 1 && startsSomebodyElse(tokens[at + 1])) return at;
  }
  return endToken;
}
