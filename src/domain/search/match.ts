import type { SearchExpression } from './expression.js';
import type { Phrase } from './phrase.js';
import { type Token, tokensOf } from './token.js';

/** Whether a document with these texts is one that the expression asks for: what an index of it has to answer. */
export function matchesDocument(expression: SearchExpression, texts: readonly string[]): boolean {
  return matches(expression, texts.map(tokensOf));
}

function matches(expression: SearchExpression, texts: readonly (readonly Token[])[]): boolean {
  switch (expression.kind) {
    case 'PHRASE':
      return texts.some((tokens) => tokens.some((_, place) => standsAt(place, expression, tokens)));
    case 'AND':
      return expression.parts.every((part) => matches(part, texts));
    case 'OR':
      return expression.parts.some((part) => matches(part, texts));
    case 'NOT':
      return matches(expression.include, texts) && !matches(expression.exclude, texts);
  }
}

/** Whether a phrase stands among the tokens of a text, its first key at this place. */
export function standsAt(place: number, { keys, isPrefix }: Phrase, tokens: readonly Token[]): boolean {
  return keys.every((wanted, index) => {
    const key = tokens[place + index]?.key;
    return key === wanted || (isPrefix && index === keys.length - 1 && key?.startsWith(wanted));
  });
}
