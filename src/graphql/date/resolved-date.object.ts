import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DatePrecision, type ResolvedDate } from '../../domain/dates.js';
import { TextSpanObject } from '../text/text-span.object.js';
import { DateScalar } from './date-scalars.js';

registerEnumType(DatePrecision, {
  name: 'DatePrecision',
  description: 'How exactly a text dates something.',
  valuesConfig: {
    TIME: { description: 'To the time of day.' },
    DAY: { description: 'To the day.' },
    RANGE: { description: 'Between two days: “within the past few days”.' },
    WEEK: { description: 'To the week.' },
    MONTH: { description: 'To the month.' },
    YEAR: { description: 'To the year.' },
  },
});

@ObjectType('ResolvedDate', {
  simpleResolvers: true,
  description: 'When something was, as exactly as the text says it: the first and the last day it can mean.',
})
export class ResolvedDateObject {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day it can mean; null where the text leaves that open.',
  })
  from!: ResolvedDate['from'];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day it can mean; null where the text leaves that open.',
  })
  to!: ResolvedDate['to'];

  @Field(() => DatePrecision, { description: 'How exactly the text dates it.' })
  precision!: ResolvedDate['precision'];

  @Field(() => TextSpanObject, { nullable: true, description: 'Where the text says it.' })
  span!: ResolvedDate['span'];
}
