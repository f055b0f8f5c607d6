import type { Id } from '../identity.js';
import type { Statement } from '../statement.js';
import { wordsOf } from './words.js';

/** Whose a word of a statement is. */
export const Ownership = {
  /** Quoted, and the speaker’s. */
  OWN: 0,
  /** Not quoted, or the words of somebody who reports the statement. */
  REPORTED: 1,
  /** Quoted, and the words of another statement that this one carries. */
  CARRIED: 2,
} as const;
export type Ownership = (typeof Ownership)[keyof typeof Ownership];

/** A word of a statement, with where it stands in the article. */
export interface PassageWord {
  readonly key: string;
  /** As the article has it. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly ownership: Ownership;
}

/** Words that follow one another in a statement. What an article puts between its parts (“she said”) does not part them. */
export type Passage = readonly PassageWord[];

/** What a statement has words of, by whose they are. */
export interface Passages {
  /** The speaker’s own words. */
  readonly quoted: readonly Passage[];
  /** What is attributed to the speaker and is, in whole or in part, in the words of whoever reports it. */
  readonly reported: readonly Passage[];
}

/**
 * The words of a statement. `reporters` are the statements above it in its chain: quoted words that are credited to one
 * of them are a reporter’s; those credited to any other statement are only carried.
 */
export function passagesOf(statement: Statement, reporters: ReadonlySet<Id<'Statement'>>): Passages {
  const words = passageWords(statement, reporters);
  return { quoted: ownRuns(words), reported: words.every(isOwn) ? [] : [words] };
}

function isOwn({ ownership }: PassageWord): boolean {
  return ownership === Ownership.OWN;
}

/** Whether a statement has quoted words that are credited to another, so that its chain has to be known. */
export function hasCreditedWords({ id, quotations }: Statement): boolean {
  return quotations.some(({ wordsOfId }) => wordsOfId !== null && wordsOfId !== id);
}

function passageWords(statement: Statement, reporters: ReadonlySet<Id<'Statement'>>): PassageWord[] {
  const quotations = statement.quotations.map(({ span, wordsOfId }) => ({
    ...span,
    ownership: ownershipOf(wordsOfId, statement.id, reporters),
  }));
  return statement.spans.flatMap((span) =>
    wordsOf(span.text).map((word) => {
      const [start, end] = [span.start + word.start, span.start + word.end];
      const quotation = quotations.find((quoted) => quoted.start <= start && start < quoted.end);
      const text = span.text.slice(word.start, word.end);
      return { key: word.key, text, start, end, ownership: quotation?.ownership ?? Ownership.REPORTED };
    }),
  );
}

function ownershipOf(
  wordsOf: Id<'Statement'> | null,
  statement: Id<'Statement'>,
  reporters: ReadonlySet<Id<'Statement'>>,
): Ownership {
  if (wordsOf === null || wordsOf === statement) return Ownership.OWN;
  return reporters.has(wordsOf) ? Ownership.REPORTED : Ownership.CARRIED;
}

/** The longest stretches of the speaker’s own words. */
function ownRuns(words: readonly PassageWord[]): Passage[] {
  const runs: PassageWord[][] = [];
  let run: PassageWord[] | null = null;
  for (const word of words) {
    if (!isOwn(word)) {
      run = null;
    } else if (run === null) {
      run = [word];
      runs.push(run);
    } else {
      run.push(word);
    }
  }
  return runs;
}
