import { authorize } from '../../domain/actor.js';
import type { EditOutcome } from '../../editing/edit.js';
import type { Repository } from '../../repository/repository.js';
import type { RequestContext } from '../context.js';

/** Makes an edit in the name of whoever asks; what the request loads afterwards is as the edit left it. */
export function makeEdit<Result>(
  context: RequestContext,
  make: (repository: Repository, actor: string) => Promise<EditOutcome<Result>>,
): Promise<EditOutcome<Result>> {
  const { name } = authorize(context.actor, 'edit');
  return context.write((repository) => make(repository, name));
}
