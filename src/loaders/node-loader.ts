import type { AnyId } from '../domain/identity.js';
import type { Nodes } from '../repository/repository.js';
import { BatchLoader } from './batch-loader.js';
import { askTogether } from './shared-look-up.js';

/** Loads records by id, all ids of a tick in one call; undefined for an id that nothing has. */
export type NodeLoader<Node extends { readonly id: AnyId }> = BatchLoader<Node['id'], Node | undefined>;

export function nodeLoader<Node extends { readonly id: AnyId }>(
  nodes: Nodes<Node>,
  signal: AbortSignal,
): NodeLoader<Node> {
  const load = (ids: readonly Node['id'][], asker: AbortSignal) => nodes.byIds(ids, asker);
  return new BatchLoader((ids) => askTogether(nodes, { words: 'by id', load }, ids, signal));
}
