import { isSpacelessCharacter } from './character.js';
import type { SearchExpression } from './expression.js';
import { standsAt } from './match.js';
import type { Phrase } from './phrase.js';
import type { Token } from './token.js';

/** A stretch of a text in which one of the phrases of a query stands. */
export interface Occurrence {
  readonly phrase: Phrase;
  readonly start: number;
  readonly end: number;
}

/** Where the different phrases that a query asks for stand among the tokens of a text, those that NOT excludes aside. */
export function occurrencesOf(expression: SearchExpression, tokens: readonly Token[]): Occurrence[] {
  const { whole, part } = beginningsOf(expression);
  const occurrences: Occurrence[] = [];
  for (const [place, { key }] of tokens.entries()) {
    for (const phrases of [whole.get(key) ?? NONE, part]) {
      for (const phrase of phrases) {
        if (standsAt(place, phrase, tokens)) occurrences.push(occurrenceAt(phrase, tokens, place));
      }
    }
  }
  return occurrences;
}

/** The phrases of a query by how they begin. */
interface Beginnings {
  /** By the key that they begin with. */
  readonly whole: ReadonlyMap<string, readonly Phrase[]>;
  /** Those that are no more than how a key begins. */
  readonly part: readonly Phrase[];
}

const NONE: readonly Phrase[] = [];

/** A query highlights many texts, and may have sixty phrases. */
const BEGINNINGS = new WeakMap<SearchExpression, Beginnings>();

function beginningsOf(expression: SearchExpression): Beginnings {
  const known = BEGINNINGS.get(expression);
  if (known !== undefined) return known;
  const phrases = [...new Map(phrasesOf(expression).map((phrase) => [JSON.stringify(phrase), phrase])).values()];
  const isPart = ({ keys, isPrefix }: Phrase) => isPrefix && keys.length === 1;
  const beginnings = {
    whole: Map.groupBy(
      phrases.filter((phrase) => !isPart(phrase)),
      ({ keys }) => keys[0] ?? '',
    ),
    part: phrases.filter(isPart),
  };
  BEGINNINGS.set(expression, beginnings);
  return beginnings;
}

function phrasesOf(expression: SearchExpression): Phrase[] {
  switch (expression.kind) {
    case 'PHRASE':
      return [expression];
    case 'NOT':
      return phrasesOf(expression.include);
    default:
      return expression.parts.flatMap(phrasesOf);
  }
}

function occurrenceAt(phrase: Phrase, tokens: readonly Token[], place: number): Occurrence {
  const last = place + phrase.keys.length - 1;
  const start = tokens[place]?.start ?? 0;
  const end = tokens[last]?.end ?? start;
  const next = tokens[last + 1];
  // A single character was asked for, and found at the beginning of two: it ends where the second one starts.
  const isHalf = phrase.isPrefix && isSpacelessCharacter(phrase.keys.at(-1) ?? '') && next !== undefined;
  return { phrase, start, end: isHalf && next.start > start && next.start < end ? next.start : end };
}
