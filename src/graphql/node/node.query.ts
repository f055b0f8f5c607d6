import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { InputError } from '../../domain/errors.js';
import { loadNode } from '../../loaders/node.js';
import { CacheFor, UNCHANGING_SECONDS } from '../cache-hint.js';
import { MAX_PAGE_SIZE } from '../connection/page-arguments.js';
import type { RequestContext } from '../context.js';
import { parseId } from './id-argument.js';
import { NodeInterface } from './node.interface.js';

@Resolver()
export class NodeQuery {
  // What has an id stays the same; what is asked of it says itself how long it does.
  @CacheFor(UNCHANGING_SECONDS)
  @Query(() => NodeInterface, { nullable: true, description: 'Whatever has the id; null where nothing has it.' })
  node(@Arg('id', () => ID, { description: 'An id of any type.' }) id: string, @Ctx() { loaders }: RequestContext) {
    return loadNode(loaders, parseId('id', id));
  }

  @CacheFor(UNCHANGING_SECONDS)
  @Query(() => [NodeInterface], {
    nullable: 'items',
    description: 'Whatever has each of the ids, in their order; null where nothing has it.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: `Ids of any types; at most ${MAX_PAGE_SIZE}.` }) ids: string[],
    @Ctx() { loaders }: RequestContext,
  ) {
    if (ids.length > MAX_PAGE_SIZE)
      throw new InputError('ids', `The argument \`ids\` takes at most ${MAX_PAGE_SIZE} ids, but has ${ids.length}.`);
    return ids.map((id, index) => parseId(`ids[${index}]`, id)).map((id) => loadNode(loaders, id));
  }
}
