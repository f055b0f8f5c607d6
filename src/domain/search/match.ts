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
      return texts.some((tokens) => !placesOf(expression, tokens).next().done);
    case 'AND':
      return expression.parts.every((part) => matches(part, texts));
    case 'OR':
      return expression.parts.some((part) => matches(part, texts));
    case 'NOT':
      return matches(expression.include, texts) && !matches(expression.exclude, texts);
  }
}

/** The places at which a phrase stands among the tokens of a text: for each the index of its first token. */
export function* placesOf({ keys, isPrefix }: Phrase, tokens: readonly Token[]): Generator<number> {
  const whole = isPrefix ? keys.slice(0, -1) : keys;
  const beginning = isPrefix ? (keys.at(-1) ?? '') : '';
  for (let place = 0; place + keys.length <= tokens.length; place++) {
    const standsHere =
      whole.every((key, i) => tokens[place + i]?.key === key) &&
      (!isPrefix || tokens[place + whole.length]?.key.startsWith(beginning));
    if (standsHere) yield place;
  }
}
