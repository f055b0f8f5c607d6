import type { SearchExpression } from '../../domain/search/expression.js';
import type { SearchHit, SearchQuery } from '../../repository/search.js';
import { type CursorScope, encodeCursor } from '../connection/cursor.js';

/** One result, and what was looked for. */
export class SearchResult {
  readonly hit: SearchHit;
  readonly expression: SearchExpression;
  readonly #scope: CursorScope;

  constructor(hit: SearchHit, expression: SearchExpression, scope: CursorScope) {
    this.hit = hit;
    this.expression = expression;
    this.#scope = scope;
  }

  get score(): number {
    return this.hit.score;
  }

  get cursor(): string {
    return encodeCursor(this.#scope, this.hit.keys);
  }
}

/** One page of results in the shape of a connection. */
export class SearchResults {
  readonly edges: readonly SearchResult[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: () => Promise<number>;

  constructor(
    { hits, hasMore }: { readonly hits: readonly SearchHit[]; readonly hasMore: boolean },
    isAfterCursor: boolean,
    scope: CursorScope,
    { expression }: SearchQuery,
    totalCount: () => Promise<number>,
  ) {
    this.edges = hits.map((hit) => new SearchResult(hit, expression, scope));
    this.pageInfo = {
      hasNextPage: hasMore,
      hasPreviousPage: isAfterCursor,
      startCursor: this.edges.at(0)?.cursor ?? null,
      endCursor: this.edges.at(-1)?.cursor ?? null,
    };
    this.totalCount = totalCount;
  }
}

/** What a query finds that has nothing in it to look for. */
export const NO_RESULTS = {
  edges: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  totalCount: 0,
};
