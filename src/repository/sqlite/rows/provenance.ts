import type { Provenance } from '../../../domain/provenance.js';
import type { ProvenanceColumns } from '../tables.js';

export const PROVENANCE_COLUMNS = [
  'origin',
  'agent',
  'agent_version',
  'recorded_at',
  'confidence',
  'review',
  'reviewed_by',
  'reviewed_at',
] as const satisfies readonly (keyof ProvenanceColumns)[];

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

export function toProvenance(row: ProvenanceColumns): Provenance {
  return {
    origin: row.origin,
    agent: row.agent,
    agentVersion: row.agent_version,
    recordedAt: new Date(row.recorded_at),
    confidence: row.confidence,
    review: row.review,
    reviewedBy: row.reviewed_by,
    reviewedAt: row.reviewed_at === null ? null : new Date(row.reviewed_at),
  };
}
