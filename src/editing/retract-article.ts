import type { Id } from '../domain/identity.js';
import type { Repository } from '../repository/repository.js';
import { type EditOutcome, edit } from './edit.js';
import { namedRecord } from './named-record.js';
import { refuse } from './user-error.js';

/** Notes that the publisher took an article back: it leaves the lists with all that is in it, and answers by id. */
export function retractArticle(
  repository: Repository,
  actor: string,
  { id, reason: given }: { readonly id: string; readonly reason: string | null },
): Promise<EditOutcome<Id<'Article'>>> {
  return edit(repository, { action: 'RETRACT', actor, reason: given }, async (edit) => {
    const { reason } = edit.deed;
    const article = await namedRecord(edit, ['id'], id, 'Article');
    if (reason === null) return refuse('INVALID', 'reason', 'Say why the article was retracted.');
    const { retraction } = article;
    if (retraction !== null) refuse('CONFLICT', 'id', `It was retracted already, on ${retraction.at.toISOString()}.`);
    await edit.put('Article', { ...article, retraction: { at: edit.desk.at, reason } });
    return { result: article.id, targetIds: [article.id] };
  });
}
