import type { Id } from '../../../domain/identity.js';
import { wordsKey } from '../../../domain/matching.js';
import type { SpeakerId } from '../../../domain/speaker.js';
import type { Statement, StatementRelation } from '../../../domain/statement.js';
import type { RelationTable, StatementTable } from '../tables.js';
import { PROVENANCE_COLUMNS, provenanceRow, toProvenance } from './provenance.js';
import {
  type StoredReference,
  type StoredSpan,
  storedReference,
  storedSpan,
  toReference,
  toResolvedDate,
  toSpan,
  toSpans,
} from './span.js';

/** What of a statement is only ever read along with it, in one JSON column. */
interface StatementDetail {
  readonly spans: readonly StoredSpan[];
  readonly quotations: readonly { readonly span: StoredSpan; readonly wordsOf: Id<'Statement'> | null }[];
  readonly speaker: readonly StoredSpan[];
  readonly candidates: readonly SpeakerId[];
  readonly cue: readonly StoredSpan[];
  readonly said: StoredSpan | null;
  readonly about: readonly StoredReference[];
}

export const STATEMENT_COLUMNS = [
  'id',
  'article_id',
  'revision_id',
  'kind',
  'text',
  'position',
  'speaker_id',
  'speaker_status',
  'speaker_role',
  'force',
  'medium',
  'medium_text',
  'said_from',
  'said_to',
  'said_precision',
  'parent_id',
  'utterance_id',
  'detail',
  'standing',
  'last_change',
  'retracted',
  ...PROVENANCE_COLUMNS,
] as const satisfies readonly (keyof StatementTable)[];

export function toStatement(row: StatementTable): Statement {
  const detail: StatementDetail = JSON.parse(row.detail);
  const revisionId = row.revision_id;
  const saidSpan = detail.said === null ? null : toSpan(revisionId, detail.said);
  return {
    id: row.id,
    articleId: row.article_id,
    revisionId,
    kind: row.kind,
    text: row.text,
    spans: toSpans(revisionId, detail.spans),
    quotations: detail.quotations.map(({ span, wordsOf }) => ({ span: toSpan(revisionId, span), wordsOfId: wordsOf })),
    speakerId: row.speaker_id,
    speakerStatus: row.speaker_status,
    speakerCandidateIds: detail.candidates,
    speakerSpans: toSpans(revisionId, detail.speaker),
    speakerRole: row.speaker_role,
    cueSpans: toSpans(revisionId, detail.cue),
    force: row.force,
    medium: row.medium,
    mediumText: row.medium_text,
    said: toResolvedDate({ from: row.said_from, to: row.said_to, precision: row.said_precision }, saidSpan),
    parentId: row.parent_id,
    about: detail.about.map((reference) => toReference(revisionId, reference)),
    utteranceId: row.utterance_id,
    standing: row.standing,
    lastChange: row.last_change,
    provenance: toProvenance(row),
  };
}

export function statementRow(statement: Statement, retracted: boolean): StatementTable {
  const detail: StatementDetail = {
    spans: statement.spans.map(storedSpan),
    quotations: statement.quotations.map(({ span, wordsOfId }) => ({ span: storedSpan(span), wordsOf: wordsOfId })),
    speaker: statement.speakerSpans.map(storedSpan),
    candidates: statement.speakerCandidateIds,
    cue: statement.cueSpans.map(storedSpan),
    said: statement.said?.span ? storedSpan(statement.said.span) : null,
    about: statement.about.map(storedReference),
  };
  return {
    id: statement.id,
    article_id: statement.articleId,
    revision_id: statement.revisionId,
    kind: statement.kind,
    text: statement.text,
    words: wordsKey(statement.text),
    position: statement.spans[0]?.start ?? 0,
    speaker_id: statement.speakerId,
    speaker_status: statement.speakerStatus,
    speaker_role: statement.speakerRole,
    force: statement.force,
    medium: statement.medium,
    medium_text: statement.mediumText,
    said_from: statement.said?.from ?? null,
    said_to: statement.said?.to ?? null,
    said_precision: statement.said?.precision ?? null,
    parent_id: statement.parentId,
    utterance_id: statement.utteranceId,
    detail: JSON.stringify(detail),
    standing: statement.standing,
    last_change: statement.lastChange,
    retracted: retracted ? 1 : 0,
    ...provenanceRow(statement.provenance),
  };
}

export const RELATION_COLUMNS = [
  'id',
  'kind',
  'from_id',
  'to_id',
  'to_statistic_id',
  'basis',
  'revision_id',
  'span',
  ...PROVENANCE_COLUMNS,
] as const satisfies readonly (keyof RelationTable)[];

export function toRelation(row: RelationTable): StatementRelation {
  return {
    id: row.id,
    kind: row.kind,
    fromId: row.from_id,
    toId: row.to_id,
    toStatisticId: row.to_statistic_id,
    basis: row.basis,
    span: row.span === null || row.revision_id === null ? null : toSpan(row.revision_id, JSON.parse(row.span)),
    provenance: toProvenance(row),
  };
}

export function relationRow(relation: StatementRelation): RelationTable {
  return {
    id: relation.id,
    kind: relation.kind,
    from_id: relation.fromId,
    to_id: relation.toId,
    to_statistic_id: relation.toStatisticId,
    basis: relation.basis,
    revision_id: relation.span?.revisionId ?? null,
    span: relation.span === null ? null : JSON.stringify(storedSpan(relation.span)),
    ...provenanceRow(relation.provenance),
  };
}
