import { Field, Float, ObjectType } from 'type-graphql';
import type { Series } from '../../domain/series.js';
import { StatisticMeasure } from '../../domain/statistic.js';
import type { SeriesPoint } from '../../repository/repository.js';
import { DateScalar } from '../date/date-scalars.js';
import '../statistic/statistic.object.js';

@ObjectType('StatisticSeries', {
  simpleResolvers: true,
  description:
    'Figures that can be compared, over time: of one metric, place, subject, unit and measure. Figures without a date are not in it.',
})
export class SeriesObject {
  @Field(() => String, { nullable: true, description: 'Who or what is counted; null for figures that do not say it.' })
  subject!: Series['subject'];

  @Field(() => String, { nullable: true, description: 'The unit; null for figures without one.' })
  unit!: Series['unit'];

  @Field(() => StatisticMeasure, { description: 'Whether they are states or movements.' })
  measure!: Series['measure'];
}

@ObjectType('SeriesPoint', {
  simpleResolvers: true,
  description: 'All figures of a series that hold for one day (the last that their date can mean).',
})
export class SeriesPointObject {
  @Field(() => DateScalar, { description: 'The day.' })
  asOf!: SeriesPoint['asOf'];

  @Field(() => Float, {
    nullable: true,
    description: 'The least that any of the figures says, as printed; null where one leaves that end open.',
  })
  low!: SeriesPoint['low'];

  @Field(() => Float, {
    nullable: true,
    description: 'The most that any of the figures says, as printed; null where one leaves that end open.',
  })
  high!: SeriesPoint['high'];

  @Field(() => Boolean, { description: 'Whether two of the figures cannot both be right.' })
  conflicting!: boolean;
}
