import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadNode } from '../../loaders/node.js';
import type { RequestContext } from '../context.js';
import { CostOf } from '../cost.js';
import { NeedsOfOthers } from '../needs.js';
import { HIGHLIGHTED, highlightsOf } from './highlights.js';
import { HighlightObject, SearchEdgeObject, SearchResultUnion } from './search.object.js';
import type { SearchResult } from './search-results.js';

@Resolver(() => SearchEdgeObject)
export class SearchEdgeResolver {
  @FieldResolver(() => SearchResultUnion, { description: 'What was found.' })
  node(@Root() { node: hit }: SearchResult, @Ctx() { loaders }: RequestContext) {
    return loadNode(loaders, hit.id);
  }

  @FieldResolver(() => [HighlightObject], { description: 'Where it has what was looked for, field by field.' })
  @NeedsOfOthers(HIGHLIGHTED)
  @CostOf(30)
  highlights(@Root() { node: hit, expression }: SearchResult, @Ctx() { loaders }: RequestContext) {
    return highlightsOf(loaders, hit.id, expression);
  }
}
