import type { Token, TokenRange } from '../document.js';
import type { Attribution } from '../extraction.js';
import { CALENDAR_WORDS } from '../language/english/function-words.js';
import { NEWSROOM_NOUNS } from '../language/english/organizations.js';
import type { Appearance, Cast, PersonEntry } from './cast.js';
import type { Reading } from './reading.js';

/** A source of more tokens than this is not looked through for its last name. */
const LONGEST_SOURCE = 40;

/**
 * Who speaks in a source that runs from the clause before into the subject of the verb: “… carried by the Tern News Agency
 * on Friday, Ada Quill, the mayor, | said”.
 */
export function subjectOfRunOn(
  { document: { tokens }, cast }: Reading,
  { cue: [cue] }: Attribution,
  { firstToken, endToken }: TokenRange,
): PersonEntry | undefined {
  const opening = cast.at(firstToken)?.entry ?? cast.at(firstToken + 1)?.entry;
  const isBeforeCue = cue !== undefined && tokens[endToken]?.start === cue.start;
  if (opening?.type === 'PERSON' || !isBeforeCue || endToken - firstToken > LONGEST_SOURCE) return undefined;
  if (tokens.slice(firstToken, endToken).some(({ text }) => /^(?:and|or|&|;)$/u.test(text))) return undefined;
  const person = lastPersonIn(cast, firstToken, endToken);
  if (person?.entry.type !== 'PERSON') return undefined;
  const [before, after] = [tokens[person.firstToken - 1], tokens[person.endToken]];
  const isSubject = person.endToken === endToken || after?.text === ',';
  const begins = /^(?:,|which|that)$/u.test(before?.lower ?? '') || before?.pos === 'PROPN';
  const isOther = opening?.type === 'ORGANIZATION' || isClause(tokens.slice(firstToken, person.firstToken));
  return isSubject && begins && isOther ? person.entry : undefined;
}

function lastPersonIn(cast: Cast, firstToken: number, endToken: number): Appearance | undefined {
  for (let at = endToken - 1; at > firstToken; at--) {
    const appearance = cast.at(at);
    if (appearance?.entry.type === 'PERSON' && appearance.firstToken > firstToken) return appearance;
  }
  return undefined;
}

/** Whether words are more than a description of whom the name behind them means: they have a verb, a day or a bracket. */
function isClause(words: readonly Token[]): boolean {
  return words.some(
    ({ text, lower, pos }) =>
      pos === 'VERB' || NEWSROOM_NOUNS.has(lower) || lower === 'agency' || CALENDAR_WORDS.has(text) || text === ')',
  );
}
