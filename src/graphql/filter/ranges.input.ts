import { Field, Float, InputType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../date/date-scalars.js';

@InputType('DateRange', { description: 'A range of days; both ends belong to it. An end that is left out is open.' })
export class DateRangeInput {
  @Field(() => DateScalar, { nullable: true, description: 'The first day.' })
  from?: Date | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day.' })
  to?: Date | null;
}

@InputType('DateTimeRange', {
  description: 'A range of time; the beginning belongs to it, the end does not. An end that is left out is open.',
})
export class DateTimeRangeInput {
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it begins.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Before when it ends.' })
  to?: Date | null;
}

@InputType('FloatRange', {
  description: 'A range of numbers; both ends belong to it. An end that is left out is open.',
})
export class FloatRangeInput {
  @Field(() => Float, { nullable: true, description: 'The least.' })
  min?: number | null;

  @Field(() => Float, { nullable: true, description: 'The greatest.' })
  max?: number | null;
}
