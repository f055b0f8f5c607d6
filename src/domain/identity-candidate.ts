import { type Id, makeId } from './identity.js';
import { compareCodePoints } from './names.js';

/** Two people that may be one: the same name, and too little beside it to say so. An editor decides. */
export interface IdentityCandidate {
  readonly id: Id<'IdentityCandidate'>;
  /** In the order of their ids. */
  readonly personIds: readonly [Id<'Person'>, Id<'Person'>];
  /** What speaks for it and against it, in words. */
  readonly why: string;
  /** How much speaks for it, from 0 to 1. */
  readonly score: number;
}

/** Makes the candidate of a pair, whichever of the two comes first. */
export function identityCandidate(
  one: Id<'Person'>,
  other: Id<'Person'>,
  { why, score }: Pick<IdentityCandidate, 'why' | 'score'>,
): IdentityCandidate {
  const personIds: IdentityCandidate['personIds'] = compareCodePoints(one, other) < 0 ? [one, other] : [other, one];
  return { id: makeId('IdentityCandidate', ...personIds), personIds, why, score };
}
