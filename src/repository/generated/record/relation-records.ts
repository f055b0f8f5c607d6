import { relationId, type StatementRelation } from '../../../domain/statement.js';
import type { Statistic } from '../../../domain/statistic.js';
import type { ArticleDraft, RelationDraft } from '../writing/article-draft.js';
import type { ArticleIdentity } from './article-identity.js';
import type { Provenances } from './provenances.js';
import type { StatementRecords } from './statement-records.js';

/** The relations of a written article; of two that say the same the first. */
export function relationRecords(
  { relations }: ArticleDraft,
  identity: ArticleIdentity,
  statements: StatementRecords,
  statistics: readonly Statistic[],
  provenances: Provenances,
): StatementRelation[] {
  const made = new Map<string, StatementRelation>();
  for (const draft of relations) {
    const { kind, from, basis, mark } = draft;
    const fromId = statements.idOf(from);
    const { toId, toStatisticId } = targetOf(draft, statements, statistics);
    const id = relationId(kind, fromId, toId, toStatisticId);
    if (made.has(id)) continue;
    const span = mark === null ? null : identity.span(mark);
    made.set(id, { id, kind, fromId, toId, toStatisticId, basis, span, provenance: provenances.next() });
  }
  return [...made.values()];
}

function targetOf(
  { to, toFigure }: RelationDraft,
  statements: StatementRecords,
  statistics: readonly Statistic[],
): Pick<StatementRelation, 'toId' | 'toStatisticId'> {
  if ('id' in to) return { toId: to.id, toStatisticId: toFigure ? to.statisticId : null };
  const toId = statements.idOf(to);
  const figure = statistics.find(({ statementId }) => statementId === toId);
  return { toId, toStatisticId: toFigure ? (figure?.id ?? null) : null };
}
