import type { Id } from '../../../domain/identity.js';
import { wordsKey } from '../../../domain/matching.js';
import type { SpeakerId } from '../../../domain/speaker.js';
import type { Statement, StatementRelation } from '../../../domain/statement.js';
import type { RelationTable, StatementTable } from '../tables.js';
import { derivedFrom, RecordMapping } from './mapping.js';
import { PROVENANCE, provenanceRow } from './provenance.js';
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

const from = derivedFrom<StatementTable>();

/** A property that is read from the detail. */
const fromDetail = <Value>(read: (detail: StatementDetail, revisionId: Id<'ArticleRevision'>) => Value) =>
  from(['detail', 'revision_id'], (detail, revisionId) => read(parseDetail(detail), revisionId));

export const STATEMENT_MAPPING = new RecordMapping<StatementTable, Statement>(
  {
    id: 'id',
    articleId: 'article_id',
    revisionId: 'revision_id',
    kind: 'kind',
    text: 'text',
    spans: fromDetail(({ spans }, revisionId) => toSpans(revisionId, spans)),
    quotations: fromDetail(({ quotations }, revisionId) =>
      quotations.map(({ span, wordsOf }) => ({ span: toSpan(revisionId, span), wordsOfId: wordsOf })),
    ),
    speakerId: 'speaker_id',
    speakerStatus: 'speaker_status',
    speakerCandidateIds: fromDetail(({ candidates }) => candidates),
    speakerSpans: fromDetail(({ speaker }, revisionId) => toSpans(revisionId, speaker)),
    speakerRole: 'speaker_role',
    cueSpans: fromDetail(({ cue }, revisionId) => toSpans(revisionId, cue)),
    force: 'force',
    medium: 'medium',
    mediumText: 'medium_text',
    said: from(
      ['said_from', 'said_to', 'said_precision', 'detail', 'revision_id'],
      (first, last, precision, detail, revisionId) =>
        toResolvedDate({ from: first, to: last, precision }, () => {
          const { said } = parseDetail(detail);
          return said === null ? null : toSpan(revisionId, said);
        }),
    ),
    parentId: 'parent_id',
    about: fromDetail(({ about }, revisionId) => about.map((reference) => toReference(revisionId, reference))),
    utteranceId: 'utterance_id',
    standing: 'standing',
    lastChange: 'last_change',
    provenance: PROVENANCE,
  },
  { parts: { 'said.to': from(['said_to'], (to) => (to === null ? null : { to })) } },
);

export const toStatement = STATEMENT_MAPPING.toNode;

/** What was parsed last: the properties of one row are read one after the other, and many of them from its detail. */
let lastDetail: { readonly json: string; readonly detail: StatementDetail } | undefined;

function parseDetail(json: string): StatementDetail {
  if (lastDetail?.json !== json) lastDetail = { json, detail: JSON.parse(json) };
  return lastDetail.detail;
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

const fromRelation = derivedFrom<RelationTable>();

export const RELATION_MAPPING = new RecordMapping<RelationTable, StatementRelation>({
  id: 'id',
  kind: 'kind',
  fromId: 'from_id',
  toId: 'to_id',
  toStatisticId: 'to_statistic_id',
  basis: 'basis',
  span: fromRelation(['span', 'revision_id'], (span, revisionId) =>
    span === null || revisionId === null ? null : toSpan(revisionId, JSON.parse(span)),
  ),
  provenance: PROVENANCE,
});

export const toRelation = RELATION_MAPPING.toNode;

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
