import type { Document } from '../document.js';
import type { Attribution } from '../extraction.js';
import { subjectBefore } from './phrases.js';
import { rangeSpan, type Stance } from './stance.js';
import { tokensWithin } from './statement-places.js';

/**
 * Names the subject of an active verb as the source of an attribution that has none, in sentences that take a stance,
 * which is lost where nobody is known to take it: “The letter, which we have seen, said nothing of the kind.”
 */
export function sourceMender(
  document: Document,
  stances: readonly Stance[],
): (attribution: Attribution) => Attribution {
  const sentences = new Set(stances.map(({ words }) => document.tokens[words.firstToken]?.sentence));
  return (attribution) => {
    const { source, cue, content } = attribution;
    const [words, said] = [cue[0], content[0]];
    if (source.length > 0 || words === undefined || said === undefined || said.start < words.end) return attribution;
    const verb = tokensWithin(document, words).findLast(({ pos }) => pos === 'VERB');
    if (verb === undefined || !sentences.has(verb.sentence) || !isActive(document, verb.index)) return attribution;
    const subject = subjectBefore(document, verb.index);
    return subject === null ? attribution : { ...attribution, source: [rangeSpan(document, subject)] };
  };
}

function isActive({ tokens }: Document, verb: number): boolean {
  if (tokens[verb]?.lower.endsWith('ing') === true) return false;
  return !tokens.slice(Math.max(0, verb - 3), verb).some(({ lemma, lower }) => lemma === 'be' || lower === 'to');
}
