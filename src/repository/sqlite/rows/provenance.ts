import type { Provenance } from '../../../domain/provenance.js';
import type { ProvenanceColumns } from '../tables.js';
import { derivedFrom } from './mapping.js';

export function provenanceRow(provenance: Provenance): ProvenanceColumns {
  return {
    origin: provenance.origin,
    agent: provenance.agent,
    agent_version: provenance.agentVersion,
    recorded_at: provenance.recordedAt.getTime(),
    confidence: provenance.confidence,
    review: provenance.review,
    reviewed_by: provenance.reviewedBy,
    reviewed_at: provenance.reviewedAt?.getTime() ?? null,
  };
}

/** How the provenance of whatever has one is read from the columns for it. */
export const PROVENANCE = derivedFrom<ProvenanceColumns>()(
  ['origin', 'agent', 'agent_version', 'recorded_at', 'confidence', 'review', 'reviewed_by', 'reviewed_at'],
  (origin, agent, agentVersion, recordedAt, confidence, review, reviewedBy, reviewedAt): Provenance => ({
    origin,
    agent,
    agentVersion,
    recordedAt: new Date(recordedAt),
    confidence,
    review,
    reviewedBy,
    reviewedAt: reviewedAt === null ? null : new Date(reviewedAt),
  }),
);
