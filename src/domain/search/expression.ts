import type { Phrase } from './phrase.js';
import { type Operator, type Term, termsOf } from './term.js';

/** What a query asks for, as every store evaluates it. */
export type SearchExpression =
  | Phrase
  | { readonly kind: 'AND' | 'OR'; readonly parts: readonly SearchExpression[] }
  | { readonly kind: 'NOT'; readonly include: SearchExpression; readonly exclude: SearchExpression };

/** The most terms of a query that are looked for. What comes behind them is not looked at. */
const MOST_TERMS = 64;

/**
 * Reads a query; null if there is nothing in it that could be looked for. No query is wrong.
 *
 * - Words are found in any order; all of them must be there.
 * - `"…"` is a phrase, and so is a word that has several in it, like `short-range`.
 * - `word*` finds what begins so, from two letters or digits on.
 * - `AND`, `OR` and `NOT` in capitals between two terms are operators; `NOT` binds closest, `OR` least. Anywhere else
 *   they are words, and of two in a row the first one is.
 * - Everything else is text. A query is read up to its 64th term, and a phrase up to its 64th word.
 */
export function parseSearch(text: string): SearchExpression | null {
  const alternatives: SearchExpression[][] = [];
  for (const { operator, expression } of operandsOf([...termsOf(text)]).slice(0, MOST_TERMS)) {
    const parts = alternatives.at(-1);
    const include = parts?.at(-1);
    if (parts === undefined || include === undefined || operator === 'OR') alternatives.push([expression]);
    else if (operator === 'NOT') parts[parts.length - 1] = { kind: 'NOT', include, exclude: expression };
    else parts.push(expression);
  }
  return combine(
    'OR',
    alternatives.flatMap((parts) => combine('AND', parts) ?? []),
  );
}

/** A term, and how it is joined to the one before it. */
interface Operand {
  readonly operator: Operator;
  readonly expression: SearchExpression;
}

function operandsOf(terms: readonly Term[]): Operand[] {
  const operands: Operand[] = [];
  let operator: Operator = 'AND';
  terms.forEach((term, i) => {
    const next = terms[i + 1];
    if (term.operator !== null && i > 0 && next?.operator === null) {
      operator = term.operator;
      return;
    }
    const expression = combine('OR', term.phrases);
    if (expression !== null) operands.push({ operator, expression });
    operator = 'AND';
  });
  return operands;
}

function combine(kind: 'AND' | 'OR', parts: readonly SearchExpression[]): SearchExpression | null {
  const [only] = parts;
  return parts.length > 1 ? { kind, parts } : (only ?? null);
}
