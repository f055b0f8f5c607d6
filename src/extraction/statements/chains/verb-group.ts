import type { Token } from '../../document.js';
import { UNREAL } from '../../language/english/clauses.js';
import { negations } from '../reporting-lexicon.js';
import { isNominal } from './noun-phrase.js';
import type { WordSequence } from './word-sequence.js';

const PASSIVE: ReadonlySet<string> = new Set('be been being am is are was were get got'.split(' '));

/** How many auxiliaries, adverbs and marks can stand before a verb. */
const LONGEST_GROUP = 6;

/** A verb that can stand alone; not a participle like “saying”. */
export function isVerb(token: Token): boolean {
  return token.pos === 'VERB' && !token.lower.endsWith('ing') && !isNominal(token);
}

/** Where the auxiliaries and adverbs before a verb begin, with an opening quotation mark among them. */
export function groupStart(sequence: WordSequence, verb: number): number {
  let start = verb;
  while (start > Math.max(0, verb - LONGEST_GROUP)) {
    const token = sequence[start - 1];
    if (token === undefined || !(/^(?:AUX|ADV|PART)$/u.test(token.pos) || /^[“‘"']$/u.test(token.text))) break;
    start--;
  }
  return start;
}

/** Whether a verb with its auxiliaries says that its subject has said something: not “would say”, “did not say”, “was told”. */
export function hasBeenSaid(sequence: WordSequence, start: number, verb: number): boolean {
  return sequence
    .slice(start, verb)
    .every(({ lower }) => !UNREAL.has(lower) && !negations.has(lower) && !PASSIVE.has(lower));
}
