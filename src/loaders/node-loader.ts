import type DataLoader from 'dataloader';
import type { AnyId } from '../domain/identity.js';
import type { Nodes } from '../repository/repository.js';
import { batchLoader } from './batch-loader.js';

/** Loads records by id, all ids of a tick in one call; undefined for an id that nothing has. */
export type NodeLoader<Node extends { readonly id: AnyId }> = DataLoader<Node['id'], Node | undefined>;

export function nodeLoader<Node extends { readonly id: AnyId }>(
  nodes: Nodes<Node>,
  signal: AbortSignal,
): NodeLoader<Node> {
  return batchLoader((ids: readonly Node['id'][]) => nodes.byIds(ids, signal));
}
