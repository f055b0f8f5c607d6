import { ArgsType, Field, ObjectType, registerEnumType } from 'type-graphql';
import { ComparisonVerdict } from '../../domain/comparison.js';
import { ListArguments } from '../connection/page-arguments.js';
import { StatisticObject } from './statistic.object.js';

registerEnumType(ComparisonVerdict, {
  name: 'ComparisonVerdict',
  description: 'What comes of comparing two figures of one series.',
  valuesConfig: {
    AGREES: { description: 'They say the same.' },
    AGREES_WITHIN_ROUNDING: { description: 'They agree within what rounding, a range or “about” leaves open.' },
    COMPATIBLE: { description: 'Both can be right: at least one leaves its end open (“more than”, “at most”).' },
    DIFFERENT_DATE: { description: 'They differ, and so do their dates.' },
    UNDATED: { description: 'They differ, and at least one does not say as of when it holds.' },
    CONFLICTS: { description: 'They cannot both be right for the same date.' },
  },
});

@ArgsType()
export class ComparisonArguments extends ListArguments {
  @Field(() => [ComparisonVerdict], { nullable: true, description: 'Only comparisons with any of these verdicts.' })
  verdicts?: ComparisonVerdict[] | null;
}

@ObjectType('StatisticComparison', {
  simpleResolvers: true,
  description: 'One figure compared with another of the same metric, subject, place, unit and measure.',
})
export class ComparisonObject {
  @Field(() => StatisticObject, { description: 'The other figure.' })
  other!: object;

  @Field(() => ComparisonVerdict, { description: 'What comes of it.' })
  verdict!: ComparisonVerdict;

  @Field(() => String, { description: 'Why, in one sentence.' })
  reason!: string;
}
