import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { connect } from '../connection/connection.js';
import { PageArguments } from '../connection/page-arguments.js';
import type { RequestContext } from '../context.js';
import { parseId } from '../node/id-argument.js';
import { StatisticConnection } from './statistic.connection.js';
import { StatisticObject } from './statistic.object.js';

@Resolver()
export class StatisticQuery {
  @Query(() => StatisticObject, { nullable: true, description: 'One figure; null where nothing has the id.' })
  statistic(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() { loaders }: RequestContext) {
    return loaders.statisticById.load(parseId('id', id, 'Statistic'));
  }

  @Query(() => StatisticConnection, { description: 'All figures, the latest first.' })
  statistics(@Args() page: PageArguments, @Ctx() { loaders }: RequestContext) {
    return connect(
      { field: 'Query.statistics', loader: loaders.allStatistics, order: 'AS_OF_DESC', filter: undefined },
      page,
    );
  }
}
