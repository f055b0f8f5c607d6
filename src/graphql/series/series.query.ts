import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import type { Series } from '../../domain/series.js';
import { StatisticMeasure } from '../../domain/statistic.js';
import type { RequestContext } from '../context.js';
import { id } from '../filter/fields.js';
import { parseId } from '../node/id-argument.js';
import { SeriesObject } from './series.object.js';

@ArgsType()
class SeriesArguments {
  @Field(() => ID, { description: 'Of which metric.' })
  metric!: string;

  @Field(() => ID, { nullable: true, description: 'Of which place; left out: figures without one.' })
  place?: string | null;

  @Field(() => String, { nullable: true, description: 'With which subject; left out: figures without one.' })
  subject?: string | null;

  @Field(() => String, { nullable: true, description: 'In which unit; left out: figures without one.' })
  unit?: string | null;

  @Field(() => StatisticMeasure, {
    nullable: true,
    defaultValue: StatisticMeasure.LEVEL,
    description: 'States or movements.',
  })
  measure?: StatisticMeasure | null;
}

@Resolver()
export class SeriesQuery {
  @Query(() => SeriesObject, {
    nullable: true,
    description: 'One series of figures; null where it has none with a date.',
  })
  async series(@Args() args: SeriesArguments, @Ctx() { loaders }: RequestContext): Promise<Series | null> {
    const series = {
      metricId: parseId('metric', args.metric, 'Metric'),
      placeId: id('place', args.place, 'Place') ?? null,
      subject: args.subject ?? null,
      unit: args.unit ?? null,
      measure: args.measure ?? StatisticMeasure.LEVEL,
    };
    return (await loaders.seriesHasFigures.load(series)) ? series : null;
  }
}
