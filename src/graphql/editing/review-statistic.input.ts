import { Field, Float, ID, InputType } from 'type-graphql';
import { ChangeDirection, ClaimantStatus, Comparator, StatisticMeasure } from '../../domain/statistic.js';
import { ReviewVerdict } from '../../editing/review.js';
import type { StatisticReview } from '../../editing/review-statistic.js';
import '../statistic/statistic.object.js';
import { DateInputObject, toDateInput } from './input-fields.js';
import './review-verdict.js';

@InputType('ReviewStatisticInput', {
  description:
    'What an editor makes of a figure. In a correction a field that is left out keeps what it has, and null clears it.',
})
export class ReviewStatisticInput {
  @Field(() => ID, { description: 'The figure.' })
  id!: string;

  @Field(() => ReviewVerdict, { description: 'Whether it is right; the fields below go with CORRECT alone.' })
  verdict!: ReviewVerdict;

  @Field(() => ID, { nullable: true, description: 'What is counted or measured.' })
  metric?: string | null;

  @Field(() => Float, { nullable: true, description: 'The figure; the lower end of a range, the size of a CHANGE.' })
  value?: number | null;

  @Field(() => Float, { nullable: true, description: 'The upper end of a range.' })
  upperValue?: number | null;

  @Field(() => String, { nullable: true, description: 'The unit: people, %, kilometres.' })
  unit?: string | null;

  @Field(() => Comparator, { nullable: true, description: 'How the printed figure stands to the true one.' })
  comparator?: Comparator | null;

  @Field(() => StatisticMeasure, { nullable: true, description: 'Whether it is a state or a movement.' })
  measure?: StatisticMeasure | null;

  @Field(() => ChangeDirection, { nullable: true, description: 'Which way it moves.' })
  change?: ChangeDirection | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who or what is counted, where the metric alone does not say it.',
  })
  subject?: string | null;

  @Field(() => ID, { nullable: true, description: 'The place that it is of.' })
  place?: string | null;

  @Field(() => DateInputObject, { nullable: true, description: 'As of when it holds.' })
  asOf?: DateInputObject | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Who claims it: a person, organization or unnamed source, which settles `claimantStatus`. Null takes a `claimantStatus` that says why.',
  })
  claimedBy?: string | null;

  @Field(() => ClaimantStatus, { nullable: true, description: 'Whether the text says who claims it.' })
  claimantStatus?: ClaimantStatus | null;

  @Field(() => String, { nullable: true, description: 'Why, for whoever reads the change.' })
  reason?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The `lastChange` that the editor saw, null where there was none: where it has moved on, nothing is done and the error is a CONFLICT. Left out, it is not looked at.',
  })
  expectedChange?: string | null;
}

export function toStatisticReview(input: ReviewStatisticInput): StatisticReview {
  const { id, verdict, reason = null, expectedChange, asOf, ...fields } = input;
  return { id, verdict, reason, expectedChange, correction: { ...fields, asOf: toDateInput(asOf) } };
}
