import { type AnyId, type Id, makeId } from './identity.js';

export const ChangeAction = {
  INGEST: 'INGEST',
  REEXTRACT: 'REEXTRACT',
  RETRACT: 'RETRACT',
  REVIEW: 'REVIEW',
  CREATE: 'CREATE',
  RELATE: 'RELATE',
  UNRELATE: 'UNRELATE',
  UPDATE: 'UPDATE',
  MERGE: 'MERGE',
  SPLIT: 'SPLIT',
  UNDO: 'UNDO',
} as const;
export type ChangeAction = keyof typeof ChangeAction;

/** Those by which the engine reads an article, whoever asked for it. */
export const READING_ACTIONS = ['INGEST', 'REEXTRACT'] as const satisfies readonly ChangeAction[];

/** That somebody changed the record: what was done to which records, by whom, when and why. */
export interface Change {
  readonly id: Id<'Change'>;
  readonly action: ChangeAction;
  /** The name of the key, or of the command, that did it. */
  readonly actor: string;
  readonly at: Date;
  readonly reason: string | null;
  /** What it was done to, the main thing first; also what is no longer there. */
  readonly targetIds: readonly AnyId[];
  /** The change that this one took back. */
  readonly undoesId: Id<'Change'> | null;
  /** The change that took this one back, and was not itself taken back. */
  readonly undoneById: Id<'Change'> | null;
}

/**
 * A change’s identity: who did what, and which of all changes of its store it is, from 1 on. So the same things done in the
 * same order have the same ids, whenever they are done.
 */
export function changeId(action: ChangeAction, actor: string, number: number): Id<'Change'> {
  return makeId('Change', action, actor, number);
}
