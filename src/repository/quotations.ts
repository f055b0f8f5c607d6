import type { Id } from '../domain/identity.js';
import type { SearchExpression } from '../domain/search/expression.js';
import type { Phrase } from '../domain/search/phrase.js';
import type { SpeakerId } from '../domain/speaker.js';

/** Up to how many statements a phrase is counted: those that stand in more are all common. */
export const MOST_COUNTED = 2000;

/** How many statements are candidates: so many of the speaker’s, and so many of everybody’s. */
export const MOST_CANDIDATES = 60;

/** How many statements are weighed against one another, over all groups. */
const MOST_WEIGHED = 30_000;

/** How many of the statements in which one of so many groups stands are weighed. */
export function mostWeighed(groups: number): number {
  return Math.ceil(MOST_WEIGHED / groups);
}

/** By what quotations are looked for: which statements have their words. Knows those that lists show, and no others. */
export interface QuotationIndex {
  /** In how many statements each phrase stands, up to MOST_COUNTED. */
  frequencies(phrases: readonly Phrase[], signal?: AbortSignal): Promise<number[]>;
  /**
   * Statements in which one of the groups stands: the first MOST_CANDIDATES of the speaker, where one is given, and then
   * of all as many. First come those with the most groups, then those of the articles that were published first, which
   * are nearest to what was said. Of each group the first are weighed, as many as `mostWeighed` says.
   */
  candidates(
    groups: readonly SearchExpression[],
    speakerId: SpeakerId | null,
    signal?: AbortSignal,
  ): Promise<Id<'Statement'>[]>;
}
