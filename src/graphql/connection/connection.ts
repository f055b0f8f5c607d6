import type { ListLoader } from '../../loaders/list-loader.js';
import { KEY_TYPES } from '../../repository/orders.js';
import type { Keys, Page } from '../../repository/page.js';
import { WHOLE_STORE } from '../../repository/repository.js';
import { type CursorScope, decodeCursor, encodeCursor } from './cursor.js';
import { type ListArguments, listSize, type PageArguments, parseStretch, type Stretch } from './page-arguments.js';

/** A connection's list: which loader pages it, whose list it is and in which order. */
export interface ConnectionList<Node, Order extends keyof typeof KEY_TYPES, Filter> {
  /** The field that is the connection, as `Type.field`. */
  readonly field: string;
  readonly loader: ListLoader<Node, Order, Filter>;
  /** Left out where the list is the whole store's. */
  readonly ownerId?: string;
  readonly order: Order;
  /** Left out where the list shows what lists always show. */
  readonly filter?: Filter | undefined;
}

/** Loads the page that the arguments ask for; throws an InputError that names the argument that is wrong. */
export async function connect<Node, Order extends keyof typeof KEY_TYPES, Filter>(
  { field, loader, ownerId = WHOLE_STORE, order, filter }: ConnectionList<Node, Order, Filter>,
  args: PageArguments,
): Promise<Connection<Node>> {
  const stretch = parseStretch(args);
  const scope = { field, ownerId, order, filter };
  const from = stretch.cursor && decodeCursor(stretch.cursor.argument, stretch.cursor.value, scope, KEY_TYPES[order]);
  const { direction, size } = stretch;
  const page = await loader.page(ownerId, { order, filter, size, direction, from });
  return new Connection(page, stretch, scope, () => loader.count(ownerId, filter));
}

/** Loads the beginning of a list that is not a connection. */
export async function listNodes<Node, Order extends keyof typeof KEY_TYPES, Filter>(
  { loader, ownerId = WHOLE_STORE, order, filter }: Omit<ConnectionList<Node, Order, Filter>, 'field'>,
  args: ListArguments,
): Promise<Node[]> {
  const page = await loader.page(ownerId, { order, filter, size: listSize(args), direction: 'FORWARD', from: null });
  return page.rows.map(({ node }) => node);
}

/** One page of a list in the shape of a Relay connection. What nobody selects is not computed: hence the getters. */
export class Connection<Node> {
  readonly scope: CursorScope;
  readonly totalCount: () => Promise<number>;
  readonly #page: Page<Node>;
  readonly #stretch: Stretch;

  constructor(page: Page<Node>, stretch: Stretch, scope: CursorScope, totalCount: () => Promise<number>) {
    this.#page = page;
    this.#stretch = stretch;
    this.scope = scope;
    this.totalCount = totalCount;
  }

  get nodes(): Node[] {
    return this.#page.rows.map(({ node }) => node);
  }

  get edges(): Edge<Node>[] {
    return this.#page.rows.map(({ node, keys }) => new Edge(node, keys, this.scope));
  }

  get pageInfo() {
    const { direction, cursor } = this.#stretch;
    // The row of a cursor that was passed lies on the other side of it; nobody needs to be asked.
    const beyondCursor = cursor !== null;
    const cursorOf = (index: number) => {
      const row = this.#page.rows.at(index);
      return row === undefined ? null : encodeCursor(this.scope, row.keys);
    };
    return {
      hasNextPage: direction === 'FORWARD' ? this.#page.hasMore : beyondCursor,
      hasPreviousPage: direction === 'BACKWARD' ? this.#page.hasMore : beyondCursor,
      startCursor: () => cursorOf(0),
      endCursor: () => cursorOf(-1),
    };
  }
}

export class Edge<Node, OwnerId extends string = string> {
  readonly node: Node;
  readonly #keys: Keys;
  readonly #scope: CursorScope<OwnerId>;

  constructor(node: Node, keys: Keys, scope: CursorScope<OwnerId>) {
    this.node = node;
    this.#keys = keys;
    this.#scope = scope;
  }

  get cursor(): string {
    return encodeCursor(this.#scope, this.#keys);
  }

  /** Whose list the edge is in. */
  get ownerId(): OwnerId {
    return this.#scope.ownerId;
  }
}
