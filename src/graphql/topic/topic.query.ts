import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { connect } from '../connection/connection.js';
import type { RequestContext } from '../context.js';
import { NamedListArguments } from '../filter/named-list-arguments.js';
import { TopicConnection } from './topic.connection.js';

@Resolver()
export class TopicQuery {
  @Query(() => TopicConnection, { description: 'All topics, by name.' })
  topics(@Args() args: NamedListArguments, @Ctx() { loaders }: RequestContext) {
    return connect({ field: 'Query.topics', loader: loaders.allTopics, ...args.list }, args);
  }
}
