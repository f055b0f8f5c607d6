import { type Statistic, statisticId } from '../../../domain/statistic.js';
import type { ArticleDraft, StatisticDraft } from '../writing/article-draft.js';
import { type ArticleIdentity, Ordinals } from './article-identity.js';
import type { Provenances } from './provenances.js';
import type { StatementRecords } from './statement-records.js';

/** The figures of a written article. */
export function statisticRecords(
  { statistics }: ArticleDraft,
  identity: ArticleIdentity,
  statements: StatementRecords,
  provenances: Provenances,
): Statistic[] {
  const ordinals = new Ordinals();
  return statistics.map((draft) => {
    const { figure, mark, subject, statement, asOfMark } = draft;
    const { articleId, revisionId } = identity;
    const { metric } = figure.measured;
    const span = identity.span(mark);
    return {
      id: statisticId(articleId, metric.id, span.text, ordinals.next(metric.id, span.text)),
      articleId,
      revisionId,
      metricId: metric.id,
      value: figure.value,
      upperValue: figure.upperValue,
      valueText: span.text,
      unit: metric.unit,
      comparator: figure.comparator,
      measure: figure.measure,
      change: figure.change,
      subject,
      placeId: figure.place.id,
      asOf: figure.asOf === null ? null : identity.date(figure.asOf, asOfMark),
      ...claimantOf(draft, statements),
      statementId: statement === null ? null : statements.idOf(statement),
      span,
      ...provenances.standing(),
      provenance: provenances.next(),
    };
  });
}

/** Whoever says it claims it; where nobody is named, the article itself does. */
function claimantOf(
  { statement }: StatisticDraft,
  statements: StatementRecords,
): Pick<Statistic, 'claimedById' | 'claimantStatus'> {
  if (statement === null || statement.voice.status === 'ABSENT')
    return { claimedById: null, claimantStatus: 'ARTICLE' };
  return { claimedById: statements.speakerIdOf(statement.voice), claimantStatus: statement.voice.status };
}
