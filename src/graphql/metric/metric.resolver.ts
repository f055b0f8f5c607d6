import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Metric } from '../../domain/statistic.js';
import { ListArguments, listSize } from '../connection/page-arguments.js';
import type { RequestContext } from '../context.js';
import { Needs } from '../needs.js';
import { SeriesObject } from '../series/series.object.js';
import { MetricObject } from './metric.object.js';

@Resolver(() => MetricObject)
export class MetricResolver {
  @FieldResolver(() => [SeriesObject], { description: 'Its series, those with the most figures first.' })
  @Needs<Metric>()
  series(@Root() { id }: Metric, @Args() list: ListArguments, @Ctx() { loaders }: RequestContext) {
    return loaders.seriesOfMetric.load(id, listSize(list));
  }
}
