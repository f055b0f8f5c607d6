import type { Id } from '../identity.js';
import { relationId, type StatementRelation } from '../statement.js';
import type { NewIds, StoredClaims } from './revise-article.js';
import { isMadeByHand, type Moves } from './revised-claims.js';

/**
 * The relations of an article that is read anew: those made by hand, with their spans moved; of the engine’s, those that
 * are found again. What an editor rejected is not brought back.
 */
export function revisedRelations(
  { relations: stored, statements }: StoredClaims,
  fresh: readonly StatementRelation[],
  { moves, ids }: { readonly moves: Moves; readonly ids: NewIds },
): {
  readonly relations: readonly StatementRelation[];
  readonly removedRelationIds: readonly Id<'StatementRelation'>[];
} {
  const own = new Set(statements.map(({ id }) => id));
  const byHand = stored.filter((relation) => isMadeByHand(relation) || !own.has(relation.fromId));
  const kept = new Set(byHand.map(({ id }) => id));
  const before = new Map(stored.map((relation) => [relation.id, relation]));
  const found = fresh.map((relation) => renamed(relation, ids)).map((relation) => recordedAs(before, relation));
  const added = distinct(found.filter(({ id, fromId, toId }) => !kept.has(id) && fromId !== toId));
  const ended = new Set(added.map(({ id }) => id));
  return {
    relations: [...byHand.map((relation) => moved(relation, moves)), ...added],
    removedRelationIds: stored.map(({ id }) => id).filter((id) => !kept.has(id) && !ended.has(id)),
  };
}

function renamed(relation: StatementRelation, { statements, statistics }: NewIds): StatementRelation {
  const fromId = statements.get(relation.fromId) ?? relation.fromId;
  const toId = statements.get(relation.toId) ?? relation.toId;
  const { kind, toStatisticId: figure } = relation;
  const toStatisticId = figure && (statistics.get(figure) ?? figure);
  return { ...relation, id: relationId(kind, fromId, toId, toStatisticId), fromId, toId, toStatisticId };
}

/** A relation that is found again was recorded when it was found first. */
function recordedAs(before: ReadonlyMap<string, StatementRelation>, relation: StatementRelation): StatementRelation {
  const recordedAt = before.get(relation.id)?.provenance.recordedAt ?? relation.provenance.recordedAt;
  return { ...relation, provenance: { ...relation.provenance, recordedAt } };
}

/** A relation whose words stand where they stand now. One whose words are no longer there holds without them. */
function moved(relation: StatementRelation, moves: Moves): StatementRelation {
  const { span } = relation;
  const move = span && moves.get(span.revisionId);
  if (!span || !move) return relation;
  const place = move.anchors.find(span);
  if (place === null) return { ...relation, span: null };
  const text = move.revision.text.slice(place.start, place.end);
  return { ...relation, span: { ...place, revisionId: move.revision.id, text } };
}

function distinct(relations: readonly StatementRelation[]): StatementRelation[] {
  return [...new Map(relations.map((relation) => [relation.id, relation])).values()];
}
