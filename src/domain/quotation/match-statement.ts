import type { Id } from '../identity.js';
import type { SpeakerId } from '../speaker.js';
import type { Statement } from '../statement.js';
import { type Alignment, align, alignmentSize, findExactly } from './alignment.js';
import { type AskedQuotation, spokenWords } from './asked-quotation.js';
import { Ownership, type Passage, passagesOf } from './passage.js';
import { type Manner, type QuotationMatch, rankOf, type Voice } from './verdict.js';

/**
 * How similar words have to be to those that are asked, for what differs to be an alteration of them. About half of all
 * running words of English are so common (“the”, “of”, “is”) that sentences which have nothing to do with one another
 * share up to six words of ten, in order; three of ten is as much as quotations are trimmed and smoothed in practice.
 */
export const LEAST_SIMILARITY = 0.7;

/** How many pairs of words one check aligns at most, over all statements; beyond it only the exact words are found. */
const MOST_PAIRS = 6_000_000;

/** Looks for one quotation in one statement after the other, with as much work in all as MOST_PAIRS says. */
export class StatementMatcher {
  readonly #asked: AskedQuotation;
  readonly #speakerId: SpeakerId | null;
  #pairsLeft = MOST_PAIRS;

  /** `speakerId` is who is asked about; null for anybody. */
  constructor(asked: AskedQuotation, speakerId: SpeakerId | null) {
    this.#asked = asked;
    this.#speakerId = speakerId;
  }

  /** The best that a statement says about the quotation, if anything; for `reporters` see `passagesOf`. */
  match(statement: Statement, reporters: ReadonlySet<Id<'Statement'>>): QuotationMatch | null {
    const voice = this.#voiceOf(statement);
    const { quoted, reported } = passagesOf(statement, reporters);
    const found = [
      ...quoted.map((passage) => this.#matchPassage(statement, passage, voice, 'QUOTED')),
      ...reported.map((passage) => this.#matchPassage(statement, passage, voice, 'REPORTED')),
    ].filter((match) => match !== null);
    return found.reduce<QuotationMatch | null>((best, match) => (best && !isBetter(match, best) ? best : match), null);
  }

  #voiceOf({ speakerId }: Statement): Voice {
    if (this.#speakerId === null || speakerId === this.#speakerId) return 'ASKED';
    return speakerId === null ? 'OPEN' : 'OTHER';
  }

  #matchPassage(statement: Statement, passage: Passage, voice: Voice, manner: Manner): QuotationMatch | null {
    const alignment = findExactly(this.#asked, passage) ?? this.#align(passage);
    const rank = alignment && rankOf(voice, manner, alignment.differences.length === 0);
    if (alignment === null || rank === null || isCarried(passage, alignment)) return null;
    return { statement, rank, ...alignment };
  }

  #align(passage: Passage): Alignment | null {
    if (this.#asked.exactOnly || !isPossible(this.#asked, passage)) return null;
    const size = alignmentSize(this.#asked, passage);
    if (size > this.#pairsLeft) return null;
    this.#pairsLeft -= size;
    const alignment = align(this.#asked, passage);
    return alignment !== null && alignment.similarity >= LEAST_SIMILARITY ? alignment : null;
  }
}

/** How many words of a quotation may differ at most where something is similar enough. */
export function mostAltered(asked: AskedQuotation): number {
  return asked.exactOnly ? 0 : Math.floor((1 - LEAST_SIMILARITY) * spokenWords(asked) + ROUNDING);
}

/** 1 − 0.7 is a little more or less than 0.3. */
const ROUNDING = 1e-9;

/** Whether so many words of a quotation stand in a passage, in whatever order, that it can be similar enough. */
function isPossible(asked: AskedQuotation, passage: Passage): boolean {
  const left = new Map<string, number>();
  for (const { key } of passage) left.set(key, (left.get(key) ?? 0) + 1);
  let missing = 0;
  for (const { key, isInserted } of asked.words) {
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    else if (!isInserted) missing++;
  }
  return missing <= mostAltered(asked);
}

/** Whether all of the words are only carried by the statement: they are those of the other one, and not of its speaker. */
function isCarried(passage: Passage, { start, end }: Alignment): boolean {
  const words = passage.filter((word) => start <= word.start && word.end <= end);
  return words.every(({ ownership }) => ownership === Ownership.CARRIED);
}

function isBetter(a: QuotationMatch, b: QuotationMatch): boolean {
  return a.rank < b.rank || (a.rank === b.rank && a.similarity > b.similarity);
}
