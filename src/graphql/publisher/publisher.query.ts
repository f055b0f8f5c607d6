import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { connect } from '../connection/connection.js';
import type { RequestContext } from '../context.js';
import { NamedListArguments } from '../filter/named-list-arguments.js';
import { PublisherConnection } from './publisher.connection.js';

@Resolver()
export class PublisherQuery {
  @Query(() => PublisherConnection, { description: 'All outlets, by name.' })
  publishers(@Args() args: NamedListArguments, @Ctx() { loaders }: RequestContext) {
    return connect({ field: 'Query.publishers', loader: loaders.allPublishers, ...args.list }, args);
  }
}
