import { isSpacelessCharacter } from './character.js';
import type { SearchExpression } from './expression.js';
import { placesOf } from './match.js';
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
  const phrases = new Map(phrasesOf(expression).map((phrase) => [JSON.stringify(phrase), phrase]));
  // By their first characters: a query may have sixty phrases, and each stands at few of them.
  const places = Map.groupBy(tokens.keys(), (place) => tokens[place]?.key.charAt(0));
  return [...phrases.values()].flatMap((phrase) => {
    const candidates = places.get(phrase.keys[0]?.charAt(0)) ?? [];
    return Array.from(placesOf(phrase, tokens, candidates), (place) => occurrenceAt(phrase, tokens, place));
  });
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
