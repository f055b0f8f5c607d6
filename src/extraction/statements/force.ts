import type { Stretch } from '../../domain/span.js';
import type { StatementForce } from '../../domain/statement.js';
import type { Document, Token } from '../document.js';
import type { Attribution } from '../extraction.js';
import {
  lightVerbs,
  negations,
  type ReportingWord,
  reportingNouns,
  reportingPhrases,
  reportingVerbs,
} from './reporting-lexicon.js';
import { isWord, tokensIn } from './token-search.js';

/** What the cue makes of the content: STATED where it says nothing more, or there is none. */
export function forceOf(document: Document, { cue, content }: Pick<Attribution, 'cue' | 'content'>): StatementForce {
  const cueWords = cue.flatMap((stretch) => wordsOf(document, stretch));
  const phrase = longestPhrase(cueWords);
  if (phrase !== null) return phrase;
  const word = decidingWord(cueWords);
  if (word === undefined) return 'STATED';
  const force = startsWithTo(document, content) ? (FORCE_BEFORE_TO[word.base] ?? word.force) : word.force;
  return isNegated(document, cueWords) ? negated(force, word.base) : force;
}

/** The force of the longest cue of several words among some words. */
function longestPhrase(cueWords: readonly Token[]): StatementForce | null {
  let longest: { readonly length: number; readonly force: StatementForce } | null = null;
  for (const [at, { lower }] of cueWords.entries()) {
    for (const { words, force } of reportingPhrases.get(lower) ?? []) {
      const isLonger = words.length > (longest?.length ?? 0);
      if (isLonger && words.every((word, i) => cueWords[at + i]?.lower === word))
        longest = { length: words.length, force };
    }
  }
  return longest?.force ?? null;
}

/** Of these verbs, the force when they are followed by what somebody is to do: “told to”, “agreed to”. */
const FORCE_BEFORE_TO: Readonly<Record<string, StatementForce>> = {
  tell: 'ASKED',
  agree: 'PROMISED',
  swear: 'PROMISED',
};

/**
 * The first word of the cue that does more than state; where none does, the first that reports at all. A verb like
 * “repeated” counts where it has no noun to lend its force to.
 */
function decidingWord(cueWords: readonly Token[]): ReportingWord | undefined {
  const reporting = cueWords.flatMap(({ lower }) => {
    const word = reportingVerbs.get(lower) ?? reportingNouns.get(lower);
    return word === undefined ? [] : [{ ...word, isLight: lightVerbs.has(lower) }];
  });
  const heavy = reporting.filter(({ isLight }) => !isLight);
  const deciding = heavy.length > 0 ? heavy : reporting;
  return deciding.find(({ force }) => force !== 'STATED') ?? deciding[0];
}

/** Whether the cue has a negation in it or among the auxiliaries and adverbs before it. */
function isNegated({ tokens }: Document, cueWords: readonly Token[]): boolean {
  if (cueWords.some(({ lower }) => negations.has(lower))) return true;
  let before = tokens[(cueWords[0]?.index ?? 0) - 1];
  while (before !== undefined && ['ADV', 'AUX', 'PART'].includes(before.pos)) {
    if (negations.has(before.lower)) return true;
    before = tokens[before.index - 1];
  }
  return false;
}

/** Verbs whose negation doubts: “does not believe”. */
const CONVICTIONS: ReadonlySet<string> = new Set(['believe', 'buy', 'expect', 'see', 'suppose', 'think', 'trust']);

function negated(force: StatementForce, base: string): StatementForce {
  if (CONVICTIONS.has(base)) return 'DOUBTED';
  return force === 'THOUGHT' ? 'THOUGHT' : 'OTHER';
}

function startsWithTo(document: Document, content: readonly Stretch[]): boolean {
  const first = content[0];
  return first !== undefined && wordsOf(document, first)[0]?.lower === 'to';
}

function wordsOf(document: Document, stretch: Stretch): Token[] {
  const { firstToken, endToken } = tokensIn(document, stretch);
  return document.tokens.slice(firstToken, endToken).filter(isWord);
}
