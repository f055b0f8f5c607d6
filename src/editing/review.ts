import { isId } from '../domain/identity.js';
import type { Provenance, ReviewState } from '../domain/provenance.js';
import type { Problem } from '../domain/record.js';
import type { Edit } from './edit.js';
import { refuse } from './user-error.js';

/** What an editor makes of a record. */
export const ReviewVerdict = { CONFIRM: 'CONFIRM', REJECT: 'REJECT', CORRECT: 'CORRECT' } as const;
export type ReviewVerdict = keyof typeof ReviewVerdict;

/** How an editor judges a record. */
export interface Judgement {
  readonly id: string;
  readonly verdict: ReviewVerdict;
  readonly reason: string | null;
  /** The last change of the record that the editor saw, null for none; left out, it is not looked at. */
  readonly expectedChange?: string | null | undefined;
}

const STATES: { readonly [Verdict in ReviewVerdict]: ReviewState } = {
  CONFIRM: 'CONFIRMED',
  REJECT: 'REJECTED',
  CORRECT: 'CORRECTED',
};

/** The provenance of a record that the edit reviews. */
export function reviewed(provenance: Provenance, { desk, deed }: Edit, verdict: ReviewVerdict): Provenance {
  return { ...provenance, review: STATES[verdict], reviewedBy: deed.actor, reviewedAt: desk.at };
}

/** The provenance of a record that an editor makes, and stands for. */
export function madeByEditor({ desk, deed }: Edit): Provenance {
  return {
    origin: 'EDITOR',
    agent: deed.actor,
    agentVersion: null,
    recordedAt: desk.at,
    confidence: null,
    review: 'CONFIRMED',
    reviewedBy: deed.actor,
    reviewedAt: desk.at,
  };
}

/** Refuses an editor’s judgement of a record that somebody has edited since the editor saw it. */
export function refuseWhenMovedOn(
  { expectedChange }: Judgement,
  { id, lastChange }: { readonly id: string; readonly lastChange: string | null },
): void {
  if (expectedChange === undefined || expectedChange === lastChange) return;
  if (expectedChange !== null && !isId(expectedChange, 'Change')) {
    refuse('INVALID', 'expectedChange', `“${expectedChange.slice(0, 40)}” is not the id of a change.`);
  }
  const found = lastChange === null ? 'has not been edited' : `was edited by the change ${lastChange}`;
  refuse('CONFLICT', 'expectedChange', `${id} ${found} by now: read it again before you decide.`);
}

/** Refuses fields beside a verdict that changes nothing else, and a correction that has none. */
export function refuseWrongFields(verdict: ReviewVerdict, correction: object): void {
  const [given] = Object.entries(correction).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  if (verdict === 'CORRECT' && given === undefined) {
    refuse('INVALID', 'verdict', 'A correction says what is right: give at least one field of the record.');
  }
  if (verdict !== 'CORRECT' && given !== undefined) {
    refuse('INVALID', given, `${verdict} changes nothing of the record; use CORRECT to say what is right.`);
  }
}

/** Refuses a claim for the first thing that is wrong with it. `fieldOf` says which field of the input that comes from. */
export function refuseProblems<Claim>(
  problems: Iterable<Problem<Claim>>,
  fieldOf: Partial<Record<keyof Claim, string>>,
): void {
  for (const { at, message } of problems) refuse('INVALID', fieldOf[at] ?? null, message);
}
