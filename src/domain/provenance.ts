export const ProvenanceOrigin = { SEED: 'SEED', ENGINE: 'ENGINE', EDITOR: 'EDITOR' } as const;
export type ProvenanceOrigin = keyof typeof ProvenanceOrigin;

export const ReviewState = {
  UNREVIEWED: 'UNREVIEWED',
  CONFIRMED: 'CONFIRMED',
  CORRECTED: 'CORRECTED',
  REJECTED: 'REJECTED',
} as const;
export type ReviewState = keyof typeof ReviewState;

/** Where a record comes from and what has been made of it since. */
export interface Provenance {
  readonly origin: ProvenanceOrigin;
  /** Who or what made the record: the name of the seed collection, the engine or the editor. */
  readonly agent: string;
  readonly agentVersion: string | null;
  readonly recordedAt: Date;
  /** From 0 to 1, where an engine made the record. */
  readonly confidence: number | null;
  readonly review: ReviewState;
  readonly reviewedBy: string | null;
  readonly reviewedAt: Date | null;
}

/** Whether a record's words are in its article's current revision (`STANDS`) or no longer (`GONE`). */
export const Standing = { STANDS: 'STANDS', GONE: 'GONE' } as const;
export type Standing = keyof typeof Standing;
