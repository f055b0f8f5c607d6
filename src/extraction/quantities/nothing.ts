import { COUNTED_WHEN_ABSENT } from '../language/english/numbers.js';
import { OUTCOMES_OF_PEOPLE } from '../language/english/verbs.js';
import { type CountedNoun, countedNounAt } from './counted-noun.js';
import { type Lexeme, wordAt } from './lexeme.js';
import { type Numeral, readNumeral } from './numeral.js';

/** Nothing of what is counted, in the words that say so, `[first, end)` in the lexemes of its sentence. */
export interface Nothing {
  readonly end: number;
  readonly number: Numeral;
  /** Null for “none” of what the sentence does not name. */
  readonly unit: string | null;
  readonly counted: CountedNoun | null;
}

/** Reads zero in other words than “zero”: “no cases”, “not a single case”, “none of the 14 divers”, “nobody was hurt”. */
export function readNothing(lexemes: readonly Lexeme[], first: number): Nothing | undefined {
  switch (wordAt(lexemes, first)) {
    case 'no':
      return noPerson(lexemes, first) ?? noThing(lexemes, first) ?? noneKnown(lexemes, first);
    case 'not':
      return notOne(lexemes, first);
    case 'a':
      return singleDenied(lexemes, first);
    case 'none':
      return wordAt(lexemes, first + 1) === 'of' ? noneOf(lexemes, first) : noneAt(lexemes, first);
    case 'nobody':
      return nobody(lexemes, first, first + 1);
    default:
      return undefined;
  }
}

function nothing(first: number, end: number, counted: CountedNoun | null, unit = counted?.name ?? null): Nothing {
  const numberEnd = Math.min(end, counted?.first ?? end);
  return { end, number: { first, end: numberEnd, value: 0, magnitude: 1, form: 'WORDS' }, unit, counted };
}

/** “no parcel is missing”, “knows of no broken windows”: of anything, where it would be missed or heard of. */
function noneKnown(lexemes: readonly Lexeme[], first: number): Nothing | undefined {
  const isKnown = wordAt(lexemes, first - 1) === 'of' && KNOWING.has(wordAt(lexemes, first - 2));
  if (isKnown && OUTCOMES_OF_PEOPLE.has(wordAt(lexemes, first + 1))) return nothing(first, first + 2, null, 'people');
  const several = isKnown ? countedNounAt(lexemes, first + 1, 0) : undefined;
  if (several !== undefined) return nothing(first, several.end, several);
  const one = countedNounAt(lexemes, first + 1, 1);
  const isMissed = BE.has(wordAt(lexemes, one?.end ?? first)) && MISSED.has(wordAt(lexemes, (one?.end ?? first) + 1));
  return isMissed && one !== undefined ? nothing(first, one.end, one) : undefined;
}

const BE: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were']);
const KNOWING: ReadonlySet<string> = new Set(['know', 'knows', 'knew', 'known', 'aware', 'heard', 'learned', 'learnt']);
const MISSED: ReadonlySet<string> = new Set(['missing', 'lost', 'damaged', 'destroyed', 'affected', 'left', 'broken']);

/** “Of its requests none has been answered”; “there are none” leaves open of what. */
function noneAt(lexemes: readonly Lexeme[], first: number): Nothing | undefined {
  const isSubject = lexemes[first + 1]?.pos === 'AUX' && ['AUX', 'VERB'].includes(lexemes[first + 2]?.pos ?? '');
  return isSubject ? nothing(first, first + 1, null) : undefined;
}

/** “no cases”; “no doubt” counts nothing. */
function noThing(lexemes: readonly Lexeme[], first: number): Nothing | undefined {
  const counted = countedNounAt(lexemes, first + 1, 0);
  return counted !== undefined && COUNTED_WHEN_ABSENT.has(counted.head)
    ? nothing(first, counted.end, counted)
    : undefined;
}

/** “not a single case”, “not one boat”. */
function notOne(lexemes: readonly Lexeme[], first: number): Nothing | undefined {
  const single = wordAt(lexemes, first + 1) === 'a' && wordAt(lexemes, first + 2) === 'single';
  if (!single && wordAt(lexemes, first + 1) !== 'one') return undefined;
  const counted = countedNounAt(lexemes, first + (single ? 3 : 2), 1);
  return counted === undefined ? undefined : nothing(first, counted.end, counted);
}

/** How far before “a single case” the “n’t” or “never” can stand that denies it: “hasn’t yet been a single case”. */
const DENIAL_REACH = 4;

/** “there hasn’t been a single case”, “without a single case” */
function singleDenied(lexemes: readonly Lexeme[], first: number): Nothing | undefined {
  if (wordAt(lexemes, first + 1) !== 'single') return undefined;
  const before = lexemes.slice(Math.max(0, first - DENIAL_REACH), first);
  const isDenied = before.some(
    ({ lower }, i) => DENIALS.has(lower) || (lower === 't' && /^[’']$/u.test(before[i - 1]?.text ?? '')),
  );
  const counted = isDenied ? countedNounAt(lexemes, first + 2, 1) : undefined;
  return counted === undefined ? undefined : nothing(first, counted.end, counted);
}

const DENIALS: ReadonlySet<string> = new Set(['not', 'never', 'without']);

/** “none of the 14 divers”: the words are “none” alone, the rest is a figure of its own. */
function noneOf(lexemes: readonly Lexeme[], first: number): Nothing {
  const whole = lexemes[first + 2]?.pos === 'DET' || lexemes[first + 2]?.pos === 'PRON' ? first + 3 : first + 2;
  const counted = countedNounAt(lexemes, readNumeral(lexemes, whole)?.end ?? whole, 0);
  return nothing(first, first + 1, counted ?? null);
}

function noPerson(lexemes: readonly Lexeme[], first: number): Nothing | undefined {
  const one = wordAt(lexemes, first + 1) === 'one' || wordAt(lexemes, first + 1) === 'person';
  return one ? nobody(lexemes, first, first + 2) : undefined;
}

const MOST_WORDS_BETWEEN = 4;

/** “nobody had been injured”; “nobody knows” counts nothing. */
function nobody(lexemes: readonly Lexeme[], first: number, end: number): Nothing | undefined {
  let at = end;
  while (at < end + MOST_WORDS_BETWEEN && ['AUX', 'ADV'].includes(lexemes[at]?.pos ?? '')) at++;
  return OUTCOMES_OF_PEOPLE.has(wordAt(lexemes, at)) ? nothing(first, end, null, 'people') : undefined;
}
