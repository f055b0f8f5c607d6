import type { Id } from '../domain/identity.js';
import type { Person } from '../domain/speaker.js';
import { isSameItem } from '../domain/wikidata.js';
import type { Repository } from '../repository/repository.js';
import { type Edit, type EditOutcome, edit } from './edit.js';
import { moveRoles } from './move-roles.js';
import { namedRecord } from './named-record.js';
import { rewriteSubject } from './rewrite-subject.js';
import { type FieldPath, refuse } from './user-error.js';

/** How many people are merged into one at once. */
const MOST_ABSORBED = 20;

export interface MergeInput {
  /** The person that remains. */
  readonly keep: string;
  /** Those who turned out to be the same; their ids go on answering. */
  readonly absorb: readonly string[];
  readonly reason?: string | null | undefined;
}

/** Makes one of people who turned out to be the same. Gives the id of the one that remains. */
export function mergePeople(
  repository: Repository,
  actor: string,
  { keep, absorb, reason = null }: MergeInput,
): Promise<EditOutcome<Id<'Person'>>> {
  return edit(repository, { action: 'MERGE', actor, reason }, async (merge) => {
    if (absorb.length === 0) refuse('INVALID', 'absorb', 'Name at least one person to merge.');
    if (absorb.length > MOST_ABSORBED) {
      refuse('TOO_LARGE', 'absorb', `At most ${MOST_ABSORBED} people are merged at once, not ${absorb.length}.`);
    }
    const { id } = await namedRecord(merge, ['keep'], keep, 'Person');
    const absorbed: Id<'Person'>[] = [];
    for (const [index, other] of absorb.entries()) {
      absorbed.push(await absorbPerson(merge, id, other, ['absorb', `${index}`]));
    }
    return { result: id, targetIds: [id, ...absorbed] };
  });
}

/** Merges one person into the one that remains; gives the id of the one that was merged. */
async function absorbPerson(merge: Edit, keepId: Id<'Person'>, id: string, field: FieldPath): Promise<Id<'Person'>> {
  const keep = await namedRecord(merge, ['keep'], keepId, 'Person');
  const absorbed = await namedRecord(merge, field, id, 'Person');
  if (keep.id === absorbed.id) {
    // The id of somebody who was merged is what another editor, who was faster, leaves behind.
    refuse(id === keep.id ? 'INVALID' : 'CONFLICT', field, `${id} is ${keep.name} already, who is to remain.`);
  }
  if (keep.wikidata !== null && absorbed.wikidata !== null && !isSameItem(keep.wikidata, absorbed.wikidata)) {
    const message = `${keep.name} is ${keep.wikidata}, and ${absorbed.name} is ${absorbed.wikidata}: correct one of them first.`;
    refuse('CONFLICT', field, message);
  }
  const exchange = { from: absorbed.id, to: keep.id };
  for (const articleId of await merge.desk.articlesNaming(absorbed.id)) {
    const [file] = await merge.desk.articleFiles([articleId]);
    if (file !== undefined) await rewriteSubject(merge, exchange, file);
  }
  await moveRoles(merge, exchange);
  await merge.remove('Person', absorbed.id);
  await merge.put('Person', united(keep, absorbed));
  return absorbed.id;
}

function united(keep: Person, absorbed: Person): Person {
  const names = [...keep.aliases, absorbed.name, ...absorbed.aliases];
  return {
    ...keep,
    aliases: [...new Set(names)].filter((name) => name !== keep.name),
    formerIds: [...keep.formerIds, absorbed.id, ...absorbed.formerIds],
    wikidata: keep.wikidata ?? absorbed.wikidata,
  };
}
