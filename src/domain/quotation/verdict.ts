import type { Statement } from '../statement.js';
import type { Alignment } from './alignment.js';

export const QuotationVerdict = {
  FOUND: 'FOUND',
  FOUND_ALTERED: 'FOUND_ALTERED',
  FOUND_FROM_ANOTHER_SPEAKER: 'FOUND_FROM_ANOTHER_SPEAKER',
  FOUND_SECOND_HAND: 'FOUND_SECOND_HAND',
  NOT_FOUND: 'NOT_FOUND',
} as const;
export type QuotationVerdict = keyof typeof QuotationVerdict;

/** Who is on record with the words: whoever is asked about, somebody else, or somebody whom the article leaves open. */
export type Voice = 'ASKED' | 'OTHER' | 'OPEN';

/** How the words are on record: between quotation marks, or as somebody reports them. */
export type Manner = 'QUOTED' | 'REPORTED';

/**
 * What a statement may be to a quotation, the best first, and which verdict it bears out.
 *
 * The speaker’s own words settle the question, and so do nearly the same ones: the differences are shown, and whoever
 * asks can weigh them. Words that a reporter puts into the speaker’s mouth come next. Behind them others are heard, and
 * before nearly the words of a report: a reporter changes “I will” to “she would” as a matter of course, so that these
 * prove little where somebody else said just what is asked about. What is said by others in a reporter’s words still
 * says where the quotation may come from, but only word for word. Where an article leaves the speaker open, nobody is
 * known to have said it.
 */
const BEARINGS = [
  { voice: 'ASKED', manner: 'QUOTED', isExact: true, verdict: 'FOUND' },
  { voice: 'ASKED', manner: 'QUOTED', isExact: false, verdict: 'FOUND_ALTERED' },
  { voice: 'ASKED', manner: 'REPORTED', isExact: true, verdict: 'FOUND_SECOND_HAND' },
  { voice: 'OTHER', manner: 'QUOTED', isExact: true, verdict: 'FOUND_FROM_ANOTHER_SPEAKER' },
  { voice: 'ASKED', manner: 'REPORTED', isExact: false, verdict: 'FOUND_SECOND_HAND' },
  { voice: 'OTHER', manner: 'QUOTED', isExact: false, verdict: 'FOUND_FROM_ANOTHER_SPEAKER' },
  { voice: 'OTHER', manner: 'REPORTED', isExact: true, verdict: 'FOUND_FROM_ANOTHER_SPEAKER' },
  { voice: 'OPEN', manner: 'QUOTED', isExact: true, verdict: 'NOT_FOUND' },
  { voice: 'OPEN', manner: 'QUOTED', isExact: false, verdict: 'NOT_FOUND' },
  { voice: 'OPEN', manner: 'REPORTED', isExact: true, verdict: 'NOT_FOUND' },
] as const satisfies readonly {
  readonly voice: Voice;
  readonly manner: Manner;
  readonly isExact: boolean;
  readonly verdict: QuotationVerdict;
}[];

/** Where a quotation stands in a statement, and what that says about it. */
export interface QuotationMatch extends Alignment {
  readonly statement: Statement;
  /** The place among BEARINGS: the smaller, the better. */
  readonly rank: number;
}

export interface QuotationCheck {
  readonly verdict: QuotationVerdict;
  /** The statements that bear the verdict out, the best first. */
  readonly matches: readonly QuotationMatch[];
}

/** How many matches a check gives at most. */
const MOST_MATCHES = 10;

/** The rank of words that are on record; null where that says nothing about the quotation. */
export function rankOf(voice: Voice, manner: Manner, isExact: boolean): number | null {
  const rank = BEARINGS.findIndex((b) => b.voice === voice && b.manner === manner && b.isExact === isExact);
  return rank < 0 ? null : rank;
}

/** The verdict that a match bears out. */
function verdictOf({ rank }: QuotationMatch): QuotationVerdict {
  return BEARINGS[rank]?.verdict ?? 'NOT_FOUND';
}

/** The verdict on all matches: that of the best of them. Of equal ones the earlier is the better. */
export function judge(matches: readonly QuotationMatch[]): QuotationCheck {
  const ranked = matches.toSorted((a, b) => a.rank - b.rank || b.similarity - a.similarity);
  const verdict = ranked[0] === undefined ? 'NOT_FOUND' : verdictOf(ranked[0]);
  return { verdict, matches: ranked.filter((match) => verdictOf(match) === verdict).slice(0, MOST_MATCHES) };
}
