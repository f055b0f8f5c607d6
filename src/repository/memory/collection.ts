import type { AnyId } from '../../domain/identity.js';
import { compareCodePoints } from '../../domain/names.js';
import { compareKeys } from '../compare-keys.js';
import type { Keys, Page, PageRequest, PageRow } from '../page.js';
import type { Collection, Lookup, Nodes } from '../repository.js';
import type { Guard } from './guard.js';

/** What makes a collection: its records and the rules of its lists. */
export interface Declaration<Node, Owner extends string, Order extends string, Filter> {
  readonly nodes: ReadonlyMap<string, Node>;
  /** The record that answers to an id, where that is not simply the one stored under it. */
  readonly find?: (id: string) => Node | undefined;
  /** Whether lists show the record under a filter; undefined is for what lists always show. */
  readonly shows: (node: Node, filter: Filter | undefined) => boolean;
  /** Of the records that a list shows, those that it keeps; all where left out. */
  readonly keep?: (nodes: readonly Node[], filter: Filter | undefined) => readonly Node[];
  /** For each kind of owner, whether the record is in the list of the owner with that id. */
  readonly owners: Readonly<Record<Owner, (node: Node, ownerId: string) => boolean>>;
  /** For each order, the place that the record has in its owner's list. */
  readonly orders: Readonly<Record<Order, (node: Node, ownerId: string) => Keys>>;
}

export function nodesOf<Node extends { readonly id: AnyId }>(
  guard: Guard,
  find: (id: string) => Node | undefined,
): Nodes<Node> {
  return {
    async byIds(ids, signal) {
      guard.enter(signal);
      return ids.map((id) => find(id));
    },
  };
}

export function collectionOf<Node extends { readonly id: AnyId }, Owner extends string, Order extends string, Filter>(
  guard: Guard,
  declaration: Declaration<Node, Owner, Order, Filter>,
): Collection<Node, Owner, Order, Filter> {
  const { nodes, find = (id) => nodes.get(id), shows, keep = (shown) => shown, owners, orders } = declaration;
  const list = (owner: Owner, ownerId: string, filter: Filter | undefined): readonly Node[] =>
    keep(
      [...nodes.values()].filter((node) => shows(node, filter) && owners[owner](node, ownerId)),
      filter,
    );
  return {
    ...nodesOf(guard, find),
    async pages(owner, ids, request, signal) {
      guard.enter(signal);
      return ids.map((ownerId) => {
        const rows = list(owner, ownerId, request.filter).map((node) => ({
          node,
          keys: orders[request.order](node, ownerId),
        }));
        return pageOf(
          rows.sort((a, b) => compareKeys(a.keys, b.keys)),
          request,
        );
      });
    },
    async counts(owner, ids, filter, signal) {
      guard.enter(signal);
      return ids.map((ownerId) => list(owner, ownerId, filter).length);
    },
  };
}

/**
 * Makes a look-up by other names than the id; `names` gives a record's, null for one that has none. Where several have
 * one name, as two publishers' articles may have one address, the least id answers.
 */
export function lookupOf<Node extends { readonly id: AnyId }, Key extends string>(
  guard: Guard,
  nodes: ReadonlyMap<string, Node>,
  names: Readonly<Record<Key, (node: Node) => string | null>>,
): Lookup<Node, Key> {
  return {
    async by(key, values, signal) {
      guard.enter(signal);
      const inOrder = [...nodes.values()].sort((a, b) => compareCodePoints(a.id, b.id));
      return values.map((value) => inOrder.find((node) => names[key](node) === value));
    },
  };
}

/** The stretch of a sorted list that a request asks for. */
function pageOf<Node>(
  rows: readonly PageRow<Node>[],
  { size, direction, from }: PageRequest<string, unknown>,
): Page<Node> {
  if (direction === 'FORWARD') {
    const after = rows.filter(({ keys }) => from === null || compareKeys(keys, from) > 0);
    return { rows: after.slice(0, size), hasMore: after.length > size };
  }
  const before = rows.filter(({ keys }) => from === null || compareKeys(keys, from) < 0);
  return { rows: before.slice(-size), hasMore: before.length > size };
}
