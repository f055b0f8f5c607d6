import type { SearchExpression } from '../../domain/search/expression.js';

/**
 * An expression in the query language of FTS5. Keys are letters and digits alone, and stand in quotation marks all the
 * same: nothing that a user types is ever read as that language.
 */
export function matchText(expression: SearchExpression): string {
  switch (expression.kind) {
    case 'PHRASE':
      return `"${expression.keys.join(' ')}"${expression.isPrefix ? ' *' : ''}`;
    case 'NOT':
      return `(${matchText(expression.include)} NOT ${matchText(expression.exclude)})`;
    case 'AND':
    case 'OR':
      return `(${expression.parts.map(matchText).join(` ${expression.kind} `)})`;
  }
}
