import type { SearchExpression } from '../search/expression.js';
import { type Phrase, phraseOf } from '../search/phrase.js';
import { type Token, tokensOf } from '../search/token.js';
import type { AskedQuotation } from './asked-quotation.js';

/** How many phrases of a quotation are looked for at most: the rarest. Of a long quotation these are more than enough. */
const MOST_PROBES = 64;

/** How many phrases are looked for together at most: more of them are a search that takes longer and finds the same. */
const MOST_IN_GROUP = 3;

/** … and when nothing may differ: then there is one group, which has to tell the exact words from much that is like them. */
const MOST_WHEN_ALONE = 8;

/** How many words may differ at most for a quotation to be looked for by all that is left of it. */
const MOST_STEPS = 32;

/** A part of a quotation that search can look for, with how many statements have it, as far as they were counted. */
export interface Probe {
  readonly phrase: Phrase;
  readonly frequency: number;
}

/**
 * The parts of a quotation to look for, each once: its words, or in scripts without spaces every two characters, none of
 * which belongs to two parts. So a word that differs makes no more than one of them differ. A quotation that has to be
 * found just as it is has one part, itself.
 */
export function probePhrases(asked: AskedQuotation): Phrase[] {
  const tokens = tokensOf(asked.text);
  if (asked.exactOnly) return [phraseOf(tokens)];
  const spoken = asked.words.filter(({ isInserted }) => !isInserted);
  const phrases: Phrase[] = [];
  let next = 0;
  let end = 0;
  for (const word of spoken) {
    if (word.start < end) continue;
    while ((tokens[next]?.start ?? Number.POSITIVE_INFINITY) < word.start) next++;
    const parts = tokensFrom(tokens, next, word.end);
    end = parts.at(-1)?.end ?? word.end;
    if (!isTail(tokens, next)) phrases.push(phraseOf(parts));
  }
  const distinct = new Map(phrases.map((phrase) => [phrase.keys.join(' '), phrase]));
  return distinct.size > 0 ? [...distinct.values()] : [phraseOf(tokens)];
}

/** The token at a place, and those behind it that belong to the same word. */
function tokensFrom(tokens: readonly Token[], first: number, end: number): Token[] {
  const parts: Token[] = [];
  for (let i = first; i < tokens.length && (i === first || (tokens[i]?.start ?? end) < end); i++) {
    const token = tokens[i];
    if (token !== undefined) parts.push(token);
  }
  return parts;
}

/** Whether the token is the single character that ends a run of a script without spaces: elsewhere the run may go on. */
function isTail(tokens: readonly Token[], index: number): boolean {
  const [previous, token] = [tokens[index - 1], tokens[index]];
  return previous !== undefined && token !== undefined && previous.end > token.start;
}

/** What a search is made for: something that has all phrases of one of these groups, and how much it may differ then. */
export interface ProbeStep {
  readonly groups: readonly SearchExpression[];
  /** Nothing in which so many words differ, or fewer, is missed. */
  readonly altered: number;
}

/**
 * The searches by which a quotation is found, the narrowest first. Where at most so many words differ as are allowed,
 * of one group more one at least has none of them in it (Dirichlet’s principle): so whatever is similar has a whole
 * group, and what a step did not find differs in more words than it allowed. Each group gets one of the rarest phrases,
 * then one of the next ones, and so on, so that none of them is had by many.
 *
 * A part that no statement has differs in all of them: that leaves so many less to differ elsewhere. There is no step
 * where more parts are in none than may differ.
 */
export function* probeSteps(probes: readonly Probe[], mostAltered: number): Generator<ProbeStep> {
  const known = probes.filter(({ frequency }) => frequency > 0).toSorted(rarestFirst);
  const unknown = probes.length - known.length;
  const phrases = known.slice(0, MOST_PROBES).map(({ phrase }) => phrase);
  const most = Math.min(mostAltered - unknown, phrases.length - 1, MOST_STEPS);
  for (let allowed = 0; allowed <= most; allowed = nextStep(allowed, most)) {
    yield { groups: groupsOf(phrases, allowed + 1), altered: allowed + unknown };
  }
}

/** 0, 1, 4, 13 …, and the most that is allowed: each step is about three times as much work as the one before. */
function nextStep(allowed: number, most: number): number {
  if (allowed >= most) return most + 1;
  return Math.min(allowed * 3 + 1, most);
}

/** The rarest first; of those that are counted alike the longest, which are mostly the rarest. */
function rarestFirst(a: Probe, b: Probe): number {
  return a.frequency - b.frequency || lengthOf(b) - lengthOf(a);
}

function lengthOf({ phrase }: Probe): number {
  return phrase.keys.join('').length;
}

/** Deals the phrases out to as many groups, one after the other; those that come last may be left over. */
function groupsOf(phrases: readonly Phrase[], count: number): SearchExpression[] {
  const dealt = Map.groupBy(
    phrases.slice(0, Math.max(count * MOST_IN_GROUP, MOST_WHEN_ALONE)).keys(),
    (index) => index % count,
  );
  return [...dealt.values()].map((indexes): SearchExpression => {
    const parts = indexes.flatMap((index) => phrases[index] ?? []);
    const [only] = parts;
    return only !== undefined && parts.length === 1 ? only : { kind: 'AND', parts };
  });
}
