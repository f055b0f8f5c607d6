import type { AnyId } from '../domain/identity.js';
import type { Page, PageRequest } from '../repository/page.js';
import type { Collection } from '../repository/repository.js';
import { ArgumentLoader } from './argument-loader.js';
import type { BatchWatch, Watchable } from './batch-loader.js';
import { askTogether } from './shared-look-up.js';

/** Loads a paginated relationship: its pages, and how many rows the whole list has. */
export class ListLoader<Node, Order extends string, Filter> implements Watchable {
  readonly #pages: ArgumentLoader<string, PageRequest<Order, Filter>, Page<Node>>;
  readonly #counts: ArgumentLoader<string, Filter | undefined, number>;

  constructor(
    loadPages: (ids: readonly string[], request: PageRequest<Order, Filter>) => Promise<Page<Node>[]>,
    loadCounts: (ids: readonly string[], filter: Filter | undefined) => Promise<number[]>,
  ) {
    this.#pages = new ArgumentLoader(loadPages);
    this.#counts = new ArgumentLoader(loadCounts);
  }

  set watch(watch: BatchWatch | undefined) {
    this.#pages.watch = watch;
    this.#counts.watch = watch;
  }

  page(ownerId: string, request: PageRequest<Order, Filter>): Promise<Page<Node>> {
    return this.#pages.load(ownerId, request);
  }

  count(ownerId: string, filter?: Filter): Promise<number> {
    return this.#counts.load(ownerId, filter);
  }
}

/** The loader of a collection's lists that belong to one kind of owner. */
export function listLoader<Node extends { readonly id: AnyId }, Owner extends string, Order extends string, Filter>(
  collection: Collection<Node, Owner, Order, Filter>,
  owner: Owner,
  signal: AbortSignal,
): ListLoader<Node, Order, Filter> {
  return new ListLoader(
    (ids, request) => pagesOf(collection, owner, ids, request, signal),
    (ids, filter) => collection.counts(owner, ids, filter, signal),
  );
}

async function pagesOf<Node extends { readonly id: AnyId }, Owner extends string, Order extends string, Filter>(
  collection: Collection<Node, Owner, Order, Filter>,
  owner: Owner,
  ids: readonly string[],
  request: PageRequest<Order, Filter>,
  signal: AbortSignal,
): Promise<Page<Node>[]> {
  const load = (owners: readonly string[], asker: AbortSignal) => collection.pages(owner, owners, request, asker);
  // Those who filter rarely want the same, and may have to be stopped.
  if (request.filter != null) return load(ids, signal);
  const { size, direction, from, order } = request;
  const words = `${owner} ${order} ${direction} ${JSON.stringify(from)}`;
  const pages = await askTogether(collection, { words, load, rows: size }, ids, signal);
  return pages.map((page) => shortened(page, request));
}

/** As much of a page as a request asks for, of which somebody else has asked for more. */
function shortened<Node>(page: Page<Node>, { size, direction }: PageRequest<string, unknown>): Page<Node> {
  if (page.rows.length <= size) return page;
  return { rows: direction === 'FORWARD' ? page.rows.slice(0, size) : page.rows.slice(-size), hasMore: true };
}
