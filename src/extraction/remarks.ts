import type { Token } from './document.js';
import { APPEARING, REMARKS } from './language/english/source-nouns.js';

/**
 * The words before the remarks that a sentence begins with, where it says in what they came: “Her” of “Her comments came in a
 * statement”. None where it does not.
 */
export function wordsBeforeRemarks(words: readonly Token[]): readonly Token[] {
  const remarks = words.findIndex(({ lower }) => REMARKS.has(lower));
  const isComing = words.slice(remarks + 1).some(({ lower }) => APPEARING.has(lower));
  return remarks > 0 && isComing ? words.slice(0, remarks) : [];
}
