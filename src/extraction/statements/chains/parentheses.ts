import type { Token } from '../../document.js';
import { NO_SPEAKERS } from '../../language/english/clauses.js';
import type { FoundLink } from './found-link.js';
import { headOf, type Phrase, phraseBefore } from './noun-phrase.js';
import { withoutMarks } from './reported-clauses.js';
import { clauseVerbs } from './verb-frames.js';
import { groupStart, hasBeenSaid } from './verb-group.js';
import { stretchesOf, type WordSequence } from './word-sequence.js';

/** How many words a clause in commas has at most. */
const LONGEST = 14;

/**
 * Finds the last clause that says behind or amid what it reports who says it: “the vault is empty, the notary believes”,
 * “the granary, it was rumoured, held chaff”.
 */
export function findParenthesis(sequence: WordSequence, isTaken: (token: Token) => boolean): FoundLink | null {
  const whole = withoutMarks(sequence, 0, sequence.length);
  for (let end = whole.end; end > whole.first + 3; end--) {
    const verb = sequence[end - 1];
    if (verb?.pos !== 'VERB' || isTaken(verb) || (end < whole.end && sequence[end]?.text !== ',')) continue;
    const comma = commaBefore(sequence, end, whole.first);
    const found = comma === null ? null : parenthesisIn(sequence, { first: comma + 1, end });
    const before = withoutMarks(sequence, whole.first, comma ?? whole.first);
    if (found === null || before.end <= before.first) continue;
    const behind = withoutMarks(sequence, end, whole.end);
    return {
      source: found.source === null ? [] : stretchesOf(sequence, found.source.first, found.source.end),
      cue: stretchesOf(sequence, found.cue.first, found.cue.end),
      content: [before, behind].flatMap((part) => stretchesOf(sequence, part.first, part.end)),
      carries: false,
      document: null,
    };
  }
  return null;
}

function commaBefore(sequence: WordSequence, end: number, limit: number): number | null {
  for (let at = end - 1; at > Math.max(limit, end - LONGEST); at--) {
    if (sequence[at]?.text === ',') return at;
  }
  return null;
}

interface Parenthesis {
  readonly source: Phrase | null;
  readonly cue: Phrase;
}

/** “It was rumoured”, or “the notary believes” and nothing else between the commas. */
export function parenthesisIn(sequence: WordSequence, { first, end }: Phrase): Parenthesis | null {
  const isRumour =
    end - first === 3 && sequence[first]?.lower === 'it' && /^(?:is|was)$/u.test(sequence[first + 1]?.lower ?? '');
  if (isRumour) return { source: null, cue: { first, end } };
  const start = groupStart(sequence, end - 1);
  if (!clauseVerbs.has(sequence[end - 1]?.lower ?? '') || !hasBeenSaid(sequence, start, end - 1)) return null;
  const source = phraseBefore(sequence, start);
  if (source === null || source.first !== first) return null;
  if (NO_SPEAKERS.has(sequence[headOf(sequence, source)]?.lower ?? '')) return null;
  return { source, cue: { first: end - 1, end } };
}
