import type { SearchExpression } from '../../domain/search/expression.js';
import type { SearchHit, SearchQuery } from '../../repository/search.js';
import { Connection, Edge } from '../connection/connection.js';
import type { CursorScope } from '../connection/cursor.js';
import type { Stretch } from '../connection/page-arguments.js';

/** One result, and what was looked for. */
export class SearchResult extends Edge<SearchHit> {
  readonly expression: SearchExpression;

  constructor(hit: SearchHit, expression: SearchExpression, scope: CursorScope) {
    super(hit, hit.keys, scope);
    this.expression = expression;
  }

  get score(): number {
    return this.node.score;
  }
}

/** One page of results: a connection whose edges know what was looked for. */
export class SearchResults extends Connection<SearchHit> {
  readonly #expression: SearchExpression;

  constructor(
    { hits, hasMore }: { readonly hits: readonly SearchHit[]; readonly hasMore: boolean },
    stretch: Stretch,
    scope: CursorScope,
    { expression }: SearchQuery,
    totalCount: () => Promise<number>,
  ) {
    super({ rows: hits.map((hit) => ({ node: hit, keys: hit.keys })), hasMore }, stretch, scope, totalCount);
    this.#expression = expression;
  }

  override get edges(): SearchResult[] {
    return this.nodes.map((hit) => new SearchResult(hit, this.#expression, this.scope));
  }
}

/** What a query finds that has nothing in it to look for. */
export const NO_RESULTS = {
  edges: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  totalCount: 0,
};
