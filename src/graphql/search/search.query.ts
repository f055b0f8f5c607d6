import { Args, ArgsType, Ctx, Field, Int, Query, Resolver } from 'type-graphql';
import { InputError } from '../../domain/errors.js';
import { nameKey } from '../../domain/names.js';
import { parseSearch } from '../../domain/search/expression.js';
import { SEARCH_KEY_TYPES, SearchType } from '../../repository/search.js';
import { decodeCursor } from '../connection/cursor.js';
import { MAX_PAGE_SIZE, parseStretch } from '../connection/page-arguments.js';
import type { RequestContext } from '../context.js';
import { CostOf } from '../cost.js';
import { SearchConnectionObject } from './search.object.js';
import { NO_RESULTS, SearchResults } from './search-results.js';

/** Who is asked for as a phrase is called by what stands in it. */
const QUOTATION_MARKS = /["“”„]/g;

@ArgsType()
class SearchArguments {
  @Field(() => String, {
    description:
      'Words, in any order; case and accents do not matter. “…” is a phrase, a trailing * a prefix (of two letters or more), and AND, OR, NOT in capitals stand between two terms. Anything else is text.',
  })
  query!: string;

  @Field(() => [SearchType], { nullable: true, description: 'What to look for; everything when left out.' })
  types?: SearchType[] | null;

  @Field(() => Int, { nullable: true, description: `How many results; 1 to ${MAX_PAGE_SIZE}.` })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Go on after this cursor.' })
  after?: string | null;
}

@Resolver()
export class SearchQuery {
  @Query(() => SearchConnectionObject, {
    description:
      'Finds articles, people, organizations, statements and figures: first those who are called just what the query says, then by names, headlines, figures, statements and texts; within each the most quoted or the latest first.',
  })
  @CostOf(20)
  async search(@Args() { query, types, first, after }: SearchArguments, @Ctx() { loaders }: RequestContext) {
    if (first == null) throw new InputError('first', 'Say how many: give `first`.');
    const stretch = parseStretch({ first, after: after ?? null });
    const wanted = Object.values(SearchType).filter((type) => types?.includes(type) ?? true);
    const scope = { field: 'Query.search', ownerId: query, order: wanted.join(' '), filter: null };
    const from = stretch.cursor && decodeCursor('after', stretch.cursor.value, scope, SEARCH_KEY_TYPES);
    const expression = parseSearch(query);
    if (expression === null) return NO_RESULTS;
    const search = { expression, name: nameKey(query.replaceAll(QUOTATION_MARKS, ' ')), types: wanted };
    const page = await loaders.searchPage({ ...search, size: stretch.size, from });
    return new SearchResults(page, stretch, scope, search, () => loaders.searchCount(search));
  }
}
