import type { Document, Token } from '../document.js';
import type { TenseWords } from './date-language.js';

/** How many tokens away a verb can stand from the date that it is about. */
const REACH = 40;

/** Where a date stands among the tokens. */
export interface DatePlace {
  readonly first: number;
  readonly behind: number;
  /** Whether it owns what follows (“Friday’s vote”), which a present tense does not put ahead. */
  readonly possessor: boolean;
}

/**
 * Whether the clause that a date stands in looks ahead (“will”, “is to”, a present tense for what is planned) and not
 * back. The verb is the nearest before the date; where the date opens its clause, the first behind it.
 */
export function looksAhead(document: Document, { first, behind, possessor }: DatePlace, words: TenseWords): boolean {
  const { tokens } = document;
  if (possessor && words.beforehand.has(tokens[first - 1]?.lower ?? '')) return true;
  const opens = opensClause(tokens, first);
  const before = verbBefore(tokens, first);
  const after = opens || before === undefined ? verbBehind(tokens, possessor ? behind + 2 : behind) : undefined;
  const verb = after ?? before;
  return verb !== undefined && isAhead(tokens, verb, words, possessor);
}

function isVerb(token: Token | undefined): boolean {
  return token?.pos === 'VERB' || token?.pos === 'AUX';
}

function verbBefore(tokens: readonly Token[], at: number): number | undefined {
  const sentence = tokens[at]?.sentence;
  for (let i = at - 1; i >= Math.max(0, at - REACH) && tokens[i]?.sentence === sentence; i--) {
    if (/^[;:“”"]$/u.test(tokens[i]?.text ?? '')) return undefined;
    if (isVerb(tokens[i])) return i;
  }
  return undefined;
}

function verbBehind(tokens: readonly Token[], from: number): number | undefined {
  const sentence = tokens[from]?.sentence;
  let found: number | undefined;
  for (let i = from; i < Math.min(tokens.length, from + REACH) && tokens[i]?.sentence === sentence; i++) {
    const token = tokens[i];
    if (isVerb(token) || (found !== undefined && token?.pos === 'PART')) found = i;
    else if (found !== undefined && token?.pos !== 'ADV') return found;
    else if (i > from && /^[,;:“”"—–]$/u.test(token?.text ?? '')) return found;
  }
  return found;
}

/** Whether a date stands at the head of its clause, where its verb can only follow. */
function opensClause(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined || before.sentence !== tokens[at]?.sentence) return true;
  if (before.pos === 'CCONJ' || before.pos === 'SCONJ') return true;
  return /^[,;:“"(—–]$/u.test(before.text);
}

/** Reads the verb group that ends with this verb. */
function isAhead(tokens: readonly Token[], verb: number, words: TenseWords, possessor: boolean): boolean {
  const group = verbGroup(tokens, verb);
  const governing = group.find(isVerb);
  if (group.some(({ lower }) => words.future.has(lower))) return true;
  if (possessor) return false;
  const plan = tokens[verb + 1];
  if (group.concat(plan ?? []).some(({ lower }) => words.planned.has(lower))) return true;
  const infinitive = group.findIndex(({ lower, pos }) => lower === words.infinitiveMark && pos === 'PART');
  if (infinitive >= 0) return !group.slice(0, infinitive).some(({ lemma }) => words.implicative.has(lemma));
  if (group.some(({ lower }) => words.auxiliariesOfPast.has(lower))) return false;
  if (group.some(({ lower }) => words.auxiliariesOfPresent.has(lower))) return true;
  return governing !== undefined && isPresent(governing);
}

/** The verb with the auxiliaries, adverbs and infinitive marks before it, and the verb that governs an infinitive. */
function verbGroup(tokens: readonly Token[], verb: number): Token[] {
  const group: Token[] = [];
  for (let i = verb; i >= Math.max(0, verb - 8); i--) {
    const token = tokens[i];
    if (token === undefined || token.sentence !== tokens[verb]?.sentence) break;
    const belongs = token.pos === 'AUX' || token.pos === 'ADV' || token.pos === 'PART';
    const next = tokens[i + 1]?.pos;
    const governs =
      (token.pos === 'VERB' && (next === 'PART' || next === 'VERB')) || (token.pos === 'ADJ' && next === 'PART');
    if (i !== verb && !belongs && !governs) break;
    group.unshift(token);
  }
  return group;
}

/** A form in “-s”, or the bare verb: neither past nor participle, which differ from their lemma. */
function isPresent({ lower, lemma }: Token): boolean {
  if (lower === lemma) return !/(?:ed|t)$/u.test(lower);
  return /[^s]s$/u.test(lower);
}
