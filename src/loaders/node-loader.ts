import DataLoader from 'dataloader';
import type { AnyId } from '../domain/identity.js';
import type { Nodes } from '../repository/repository.js';

/** Loads records by id, all ids of a tick in one call; undefined for an id that nothing has. */
export type NodeLoader<Node extends { readonly id: AnyId }> = DataLoader<Node['id'], Node | undefined>;

export function nodeLoader<Node extends { readonly id: AnyId }>(
  nodes: Nodes<Node>,
  signal: AbortSignal,
): NodeLoader<Node> {
  return new DataLoader((ids) => nodes.byIds(ids, signal));
}
