import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { connect } from '../connection/connection.js';
import type { RequestContext } from '../context.js';
import { parseId } from '../node/id-argument.js';
import { StatisticConnection } from './statistic.connection.js';
import { StatisticObject } from './statistic.object.js';
import { StatisticListArguments } from './statistic-list-arguments.js';

@Resolver()
export class StatisticQuery {
  @Query(() => StatisticObject, { nullable: true, description: 'One figure; null where nothing has the id.' })
  statistic(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() { loaders }: RequestContext) {
    return loaders.statisticById.load(parseId('id', id, 'Statistic'));
  }

  @Query(() => StatisticConnection, { description: 'All figures, or those that a filter names.' })
  statistics(@Args() args: StatisticListArguments, @Ctx() { loaders }: RequestContext) {
    return connect({ field: 'Query.statistics', loader: loaders.allStatistics, ...args.list }, args);
  }
}
