import { Field, Float, ID, InputType } from 'type-graphql';
import { Comparator, StatisticMeasure } from '../../domain/statistic.js';
import type { NewStatistic } from '../../editing/create-statistic.js';
import '../statistic/statistic.object.js';
import { DateInputObject, SpanInputObject, toDateInput } from './input-fields.js';

@InputType('CreateStatisticInput', { description: 'A figure that an article prints and the record does not have.' })
export class CreateStatisticInput {
  @Field(() => ID, { description: 'The article that prints it.' })
  article!: string;

  @Field(() => SpanInputObject, { description: 'The figure as printed.' })
  span!: SpanInputObject;

  @Field(() => String, {
    description: 'What is counted or measured, by name, case and accents aside; a new metric where none has it.',
  })
  metric!: string;

  @Field(() => Float, { description: 'The figure; the lower end of a range. Of a CHANGE below zero for a fall.' })
  value!: number;

  @Field(() => Float, { nullable: true, description: 'The upper end of a range.' })
  upperValue?: number | null;

  @Field(() => String, { nullable: true, description: 'The unit; that of the metric where left out.' })
  unit?: string | null;

  @Field(() => Comparator, {
    nullable: true,
    description:
      'How the printed figure stands to the true one. Where left out EQUAL, or RANGE where there is an upper value.',
  })
  comparator?: Comparator | null;

  @Field(() => StatisticMeasure, {
    nullable: true,
    description: 'Whether it is a state or a movement; LEVEL where left out.',
  })
  measure?: StatisticMeasure | null;

  @Field(() => ID, { nullable: true, description: 'The place that it is of.' })
  place?: string | null;

  @Field(() => DateInputObject, { nullable: true, description: 'As of when it holds.' })
  asOf?: DateInputObject | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Who claims it: a person, organization or unnamed source. Where left out whoever says the statement; null for the article itself.',
  })
  claimedBy?: string | null;

  @Field(() => ID, { nullable: true, description: 'The statement of the same article that carries it.' })
  statement?: string | null;

  @Field(() => String, { nullable: true, description: 'Why, for whoever reads the change.' })
  reason?: string | null;
}

export function toNewStatistic({ asOf, reason = null, ...fields }: CreateStatisticInput): NewStatistic {
  return { ...fields, asOf: toDateInput(asOf), reason };
}
