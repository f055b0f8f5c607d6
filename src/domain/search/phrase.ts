import { isSpacelessCharacter } from './character.js';
import type { Token } from './token.js';

/** Keys that stand side by side, in this order. */
export interface Phrase {
  readonly kind: 'PHRASE';
  readonly keys: readonly string[];
  /** Whether the last key is only how a word begins. */
  readonly isPrefix: boolean;
}

/** The most keys that a phrase is asked with. What comes behind them is not looked at. */
const MOST_KEYS = 64;

/** The phrase of a query's tokens, of which there must be one at least. */
export function phraseOf(tokens: readonly Token[]): Phrase {
  const keys = tokens.map(({ key }) => key).slice(0, MOST_KEYS);
  if (tokens.length > MOST_KEYS) return { kind: 'PHRASE', keys, isPrefix: false };
  if (endsInTail(tokens)) return { kind: 'PHRASE', keys: keys.slice(0, -1), isPrefix: false };
  return { kind: 'PHRASE', keys, isPrefix: isSpacelessCharacter(keys.at(-1) ?? '') };
}

/**
 * Whether the last token is the single character that ends a run of a script without spaces. In a text it ends one there
 * as well, but who asks for “한국” also means “한국말”.
 */
function endsInTail(tokens: readonly Token[]): boolean {
  const [previous, last] = tokens.slice(-2);
  return previous !== undefined && last !== undefined && previous.end > last.start;
}
