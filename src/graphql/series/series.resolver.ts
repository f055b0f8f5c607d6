import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import { pointKey, type Series } from '../../domain/series.js';
import type { SeriesPoint } from '../../repository/repository.js';
import { listNodes } from '../connection/connection.js';
import { ListArguments, LongListArguments, listSize } from '../connection/page-arguments.js';
import type { RequestContext } from '../context.js';
import { dayRange } from '../filter/fields.js';
import { DateRangeInput } from '../filter/ranges.input.js';
import { MetricObject } from '../metric/metric.object.js';
import { PlaceObject } from '../place/place.object.js';
import { StatisticObject } from '../statistic/statistic.object.js';
import { SeriesObject, SeriesPointObject } from './series.object.js';

@ArgsType()
class PointArguments extends LongListArguments {
  @Field(() => DateRangeInput, { nullable: true, description: 'Only points of these days.' })
  asOf?: DateRangeInput | null;
}

@Resolver(() => SeriesObject)
export class SeriesResolver {
  @FieldResolver(() => MetricObject, { description: 'What is counted or measured.' })
  metric(@Root() { metricId }: Series, @Ctx() { loaders }: RequestContext) {
    return loaders.metricById.load(metricId);
  }

  @FieldResolver(() => PlaceObject, { nullable: true, description: 'Where; null for figures without a place.' })
  place(@Root() { placeId }: Series, @Ctx() { loaders }: RequestContext) {
    return placeId && loaders.placeById.load(placeId);
  }

  @FieldResolver(() => [SeriesPointObject], { description: 'Its points, the earliest first.' })
  points(@Root() series: Series, @Args() args: PointArguments, @Ctx() { loaders }: RequestContext) {
    const asOf = dayRange('asOf', args.asOf) ?? { from: null, to: null };
    return loaders.pointsOfSeries.load(series, { asOf, size: listSize(args, 100) });
  }
}

@Resolver(() => SeriesPointObject)
export class SeriesPointResolver {
  @FieldResolver(() => [StatisticObject], { description: 'The figures, article by article.' })
  statistics(@Root() { series, asOf }: SeriesPoint, @Args() list: ListArguments, @Ctx() { loaders }: RequestContext) {
    const ownerId = pointKey(series, asOf);
    return listNodes({ loader: loaders.statisticsAtPoint, ownerId, order: 'POSITION_ASC' }, list);
  }
}
