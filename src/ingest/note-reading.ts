import { changeId, type READING_ACTIONS } from '../domain/change.js';
import type { Id } from '../domain/identity.js';
import type { Desk } from '../repository/desk.js';

/** Keeps as a change that an article was read. It has no patches: what was read cannot be unread. */
export function noteReading(
  desk: Desk,
  action: (typeof READING_ACTIONS)[number],
  actor: string,
  articleId: Id<'Article'>,
): Promise<void> {
  const id = changeId(action, actor, desk.changeNumber);
  const change = { id, action, actor, at: desk.at, reason: null, targetIds: [articleId] };
  return desk.addChange({ change: { ...change, undoesId: null, undoneById: null }, patches: [] });
}
