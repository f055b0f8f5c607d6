import DataLoader from 'dataloader';
import type { AnyId } from '../domain/identity.js';
import type { Page, PageRequest } from '../repository/page.js';
import type { Collection } from '../repository/repository.js';

/**
 * Loads a paginated relationship. Owners that ask with the same arguments in one tick are answered by one call: for each
 * set of arguments there is a dataloader of its own, keyed by the owner.
 */
export class ListLoader<Node, Order extends string, Filter> {
  readonly #loadPages: (ids: readonly string[], request: PageRequest<Order, Filter>) => Promise<Page<Node>[]>;
  readonly #loadCounts: (ids: readonly string[], filter: Filter) => Promise<number[]>;
  readonly #pages = new Map<string, DataLoader<string, Page<Node>>>();
  readonly #counts = new Map<string, DataLoader<string, number>>();

  constructor(
    loadPages: (ids: readonly string[], request: PageRequest<Order, Filter>) => Promise<Page<Node>[]>,
    loadCounts: (ids: readonly string[], filter: Filter) => Promise<number[]>,
  ) {
    this.#loadPages = loadPages;
    this.#loadCounts = loadCounts;
  }

  page(ownerId: string, request: PageRequest<Order, Filter>): Promise<Page<Node>> {
    return loaderFor(this.#pages, request, (ids) => this.#loadPages(ids, request)).load(ownerId);
  }

  count(ownerId: string, filter: Filter): Promise<number> {
    return loaderFor(this.#counts, { filter }, (ids) => this.#loadCounts(ids, filter)).load(ownerId);
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

function loaderFor<Value>(
  loaders: Map<string, DataLoader<string, Value>>,
  args: unknown,
  load: (ids: readonly string[]) => Promise<Value[]>,
): DataLoader<string, Value> {
  const key = JSON.stringify(args);
  const known = loaders.get(key);
  if (known !== undefined) return known;
  const loader = new DataLoader(load);
  loaders.set(key, loader);
  return loader;
}
