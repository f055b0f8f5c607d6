import type { Id } from '../domain/identity.js';
import { relationId, type StatementRelation, type StatementRelationKind } from '../domain/statement.js';
import type { Repository } from '../repository/repository.js';
import { type Edit, type EditOutcome, edit } from './edit.js';
import { namedRecord } from './named-record.js';
import { madeByEditor, reviewed } from './review.js';
import { refuse } from './user-error.js';

export interface NewRelation {
  readonly from: string;
  readonly kind: StatementRelationKind;
  readonly to: string;
  /** The figure of `to` that it is about. */
  readonly toStatistic?: string | null;
  readonly reason: string | null;
}

/** Says what one statement does to another. A relation that an editor rejected is there again. */
export function relateStatements(
  repository: Repository,
  actor: string,
  input: NewRelation,
): Promise<EditOutcome<Id<'StatementRelation'>>> {
  return edit(repository, { action: 'RELATE', actor, reason: input.reason }, async (edit) => {
    const wanted = await wantedRelation(edit, input);
    const known = await edit.read('StatementRelation', wanted.id);
    if (known !== undefined && known.provenance.review !== 'REJECTED') {
      refuse('CONFLICT', null, `The statements are related so already, by ${known.id}.`);
    }
    const again = known && { ...known, provenance: reviewed(known.provenance, edit, 'CONFIRM') };
    await edit.put('StatementRelation', again ?? wanted);
    return { result: wanted.id, targetIds: [wanted.id, wanted.fromId, wanted.toId] };
  });
}

/** Takes a relation back. One that the engine or the seeds found is rejected, so that no later reading makes it again. */
export function unrelateStatements(
  repository: Repository,
  actor: string,
  { relation: id, reason }: { readonly relation: string; readonly reason: string | null },
): Promise<EditOutcome<null>> {
  return edit(repository, { action: 'UNRELATE', actor, reason }, async (edit) => {
    const relation = await namedRecord(edit, ['relation'], id, 'StatementRelation');
    const { provenance, fromId, toId } = relation;
    if (provenance.review === 'REJECTED') refuse('CONFLICT', 'relation', `${id} has been rejected already.`);
    if (provenance.origin === 'EDITOR') await edit.remove('StatementRelation', relation.id);
    else await edit.put('StatementRelation', { ...relation, provenance: reviewed(provenance, edit, 'REJECT') });
    return { result: null, targetIds: [relation.id, fromId, toId] };
  });
}

async function wantedRelation(edit: Edit, { from, kind, to, toStatistic }: NewRelation): Promise<StatementRelation> {
  const { id: fromId } = await namedRecord(edit, ['from'], from, 'Statement');
  const { id: toId } = await namedRecord(edit, ['to'], to, 'Statement');
  if (fromId === toId) refuse('INVALID', 'to', 'A statement cannot be related to itself.');
  const figure = toStatistic == null ? null : await namedRecord(edit, ['toStatistic'], toStatistic, 'Statistic');
  if (figure !== null && figure.statementId !== toId) {
    refuse('INVALID', 'toStatistic', `The statement ${toId} does not carry the figure “${figure.valueText}”.`);
  }
  const id = relationId(kind, fromId, toId, figure?.id ?? null);
  const toStatisticId = figure?.id ?? null;
  return { id, kind, fromId, toId, toStatisticId, basis: 'EDITOR', span: null, provenance: madeByEditor(edit) };
}
