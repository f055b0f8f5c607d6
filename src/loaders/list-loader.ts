import type { AnyId } from '../domain/identity.js';
import type { Page, PageRequest } from '../repository/page.js';
import type { Collection } from '../repository/repository.js';
import { ArgumentLoader } from './argument-loader.js';
import type { BatchWatch, Watchable } from './batch-loader.js';

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
    (ids, request) => collection.pages(owner, ids, request, signal),
    (ids, filter) => collection.counts(owner, ids, filter, signal),
  );
}
