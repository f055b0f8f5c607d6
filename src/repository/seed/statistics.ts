import type { Provenance } from '../../domain/provenance.js';
import {
  ChangeDirection,
  type ClaimantStatus,
  Comparator,
  type Statistic,
  StatisticMeasure,
} from '../../domain/statistic.js';
import type { Draft, StatisticDraft } from './draft.js';
import { ownStatement } from './library.js';
import { type Speaking, speakingOf } from './naming.js';

/** Reads the figures of a brief. */
export function readStatistics(draft: Draft, provenance: Provenance): Statistic[] {
  return [...draft.statistics.values()].map((statistic) => readStatistic(statistic, draft, provenance));
}

function readStatistic(statistic: StatisticDraft, draft: Draft, provenance: Provenance): Statistic {
  const { id, metricId, unit, span, fields } = statistic;
  const { anchor, naming } = draft;
  const place = fields.optional('place');
  const carrier = fields.optional('statement');
  const statement = carrier === undefined ? null : ownStatement(draft, carrier);
  return {
    id,
    articleId: naming.brief.article.id,
    revisionId: naming.brief.revision.id,
    metricId,
    value: fields.required('value').number(),
    upperValue: fields.optional('upper')?.number() ?? null,
    valueText: span.text,
    unit,
    comparator: fields.optional('comparator')?.oneOf(Comparator) ?? 'EQUAL',
    measure: fields.optional('measure')?.oneOf(StatisticMeasure) ?? 'LEVEL',
    change: fields.optional('change')?.oneOf(ChangeDirection) ?? 'NONE',
    subject: fields.optional('subject')?.text() ?? null,
    placeId: place === undefined ? null : naming.cast.places.named(place).id,
    asOf: anchor.date(fields.optional('asOf')),
    ...claimOf(statement === null ? null : speakingOf(naming, statement.fields.optional('speaker'))),
    statementId: statement?.id ?? null,
    span,
    standing: 'STANDS',
    lastChange: null,
    provenance,
  };
}

/** Whoever speaks the statement that carries a figure claims it; a figure outside any statement is the article's own. */
function claimOf(speaking: Speaking | null): { claimedById: Statistic['claimedById']; claimantStatus: ClaimantStatus } {
  if (speaking === null) return { claimedById: null, claimantStatus: 'ARTICLE' };
  const { speakerId, speakerStatus } = speaking;
  // A figure has no status for a claimant whom the text leaves out altogether: it leaves open who it is.
  return { claimedById: speakerId, claimantStatus: speakerStatus === 'ABSENT' ? 'AMBIGUOUS' : speakerStatus };
}
