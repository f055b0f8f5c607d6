import type { Id } from '../../domain/identity.js';
import { type Metric, metricId, type Statistic, statisticId } from '../../domain/statistic.js';
import type { ExtractedStatistic, Extraction } from '../../extraction/extraction.js';
import { spanOf } from './article-draft.js';
import type { Naming } from './naming.js';
import { dateOf, type StatementsByEngineId, speakingOf } from './statements.js';

/** The figures that the engine found, as the record has them, and what they count. */
export function statisticsOf(
  naming: Naming,
  found: Extraction,
  statements: StatementsByEngineId,
): { readonly statistics: Statistic[]; readonly metrics: Metric[] } {
  const metrics = new Map<Id<'Metric'>, Metric>();
  const alike = new Map<string, number>();
  const statistics = found.statistics.flatMap((statistic) => {
    const quantity = found.quantities[statistic.quantity];
    if (quantity === undefined) return [];
    const unit = quantity.unit === '-' ? null : quantity.unit;
    const metric = { id: metricId(statistic.metric), name: statistic.metric, unit: null, definition: null };
    const span = spanOf(naming.draft, quantity.span);
    const key = `${metric.id} ${span.text}`;
    const ordinal = alike.get(key) ?? 0;
    alike.set(key, ordinal + 1);
    metrics.set(metric.id, metric);
    const { draft } = naming;
    const record: Statistic = {
      ...{ id: statisticId(draft.article.id, metric.id, span.text, ordinal), articleId: draft.article.id },
      ...{ revisionId: draft.revision.id, metricId: metric.id, valueText: span.text, unit, span },
      ...figureOf(statistic, quantity),
      subject: statistic.subject,
      placeId: (statistic.place === null ? undefined : naming.places.get(statistic.place)?.id) ?? null,
      asOf: dateOf(draft, statistic.asOf),
      ...claimantOf(naming, found, statistic),
      statementId: (statistic.statement === null ? undefined : statements.get(statistic.statement)?.id) ?? null,
      ...{ standing: 'STANDS', lastChange: null },
      provenance: { ...draft.provenance, confidence: statistic.confidence },
    };
    return [record];
  });
  return { statistics, metrics: [...metrics.values()] };
}

/** The figure itself. A change is its size and a way; where the text gives no way, it is a level. */
function figureOf(
  { comparator, measure, change }: ExtractedStatistic,
  { value, upperValue }: Extraction['quantities'][number],
): Pick<Statistic, 'value' | 'upperValue' | 'comparator' | 'measure' | 'change'> {
  const isRange = comparator === 'RANGE' && upperValue !== null && upperValue > value;
  const isChange = measure === 'CHANGE' && change !== 'NONE';
  return {
    value: isChange && !isRange ? Math.abs(value) : value,
    upperValue: isRange ? upperValue : null,
    comparator: isRange ? 'RANGE' : comparator === 'RANGE' ? 'APPROXIMATE' : comparator,
    measure: isChange && (value >= 0 || !isRange) ? 'CHANGE' : 'LEVEL',
    change,
  };
}

/** Who claims the figure; one whom the text leaves open is AMBIGUOUS, and without anybody the article states it. */
function claimantOf(
  naming: Naming,
  { statements }: Extraction,
  { claimedBy, statement }: ExtractedStatistic,
): Pick<Statistic, 'claimedById' | 'claimantStatus'> {
  const carrier = statements.find(({ id }) => id === statement);
  if (claimedBy === null) {
    const isOpen = carrier !== undefined && carrier.speakerStatus === 'AMBIGUOUS';
    return { claimedById: null, claimantStatus: isOpen ? 'AMBIGUOUS' : 'ARTICLE' };
  }
  const { speakerId, speakerStatus } = speakingOf(naming, { speaker: claimedBy, candidates: [] });
  if (speakerId === null) return { claimedById: null, claimantStatus: 'AMBIGUOUS' };
  return { claimedById: speakerId, claimantStatus: speakerStatus === 'UNNAMED' ? 'UNNAMED' : 'NAMED' };
}
