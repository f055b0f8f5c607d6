import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { connect } from '../connection/connection.js';
import type { RequestContext } from '../context.js';
import { NamedListArguments } from '../filter/named-list-arguments.js';
import { MetricConnection } from './metric.connection.js';

@Resolver()
export class MetricQuery {
  @Query(() => MetricConnection, { description: 'All that is counted or measured, by name.' })
  metrics(@Args() args: NamedListArguments, @Ctx() { loaders }: RequestContext) {
    return connect({ field: 'Query.metrics', loader: loaders.allMetrics, ...args.list }, args);
  }
}
