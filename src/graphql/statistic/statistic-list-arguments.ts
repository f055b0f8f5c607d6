import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { ReviewState } from '../../domain/provenance.js';
import { ClaimantStatus, StatisticMeasure } from '../../domain/statistic.js';
import type { StatisticFilter } from '../../repository/filters.js';
import { StatisticOrder } from '../../repository/orders.js';
import { PageArguments } from '../connection/page-arguments.js';
import { dayRange, given, ids, narrowing, numberRange } from '../filter/fields.js';
import { DateRangeInput, FloatRangeInput } from '../filter/ranges.input.js';
import { LISTED_REVIEWS, reviewStates } from '../provenance/review-filter.js';
import './statistic.object.js';

registerEnumType(StatisticOrder, {
  name: 'StatisticOrder',
  description: 'How figures are put in order; ties go by id.',
  valuesConfig: {
    AS_OF_DESC: { description: 'Those of the latest date first, those without a date last.' },
    AS_OF_ASC: { description: 'Those of the earliest date first, those without a date last.' },
    VALUE_DESC: { description: 'The greatest value first.' },
    VALUE_ASC: { description: 'The least value first.' },
    POSITION_ASC: { description: 'By article, then by place in the text.' },
  },
});

@InputType('StatisticFilter', {
  description: 'Which figures. A list means any of its members; what is left out does not filter.',
})
class StatisticFilterInput {
  @Field(() => [ID], { nullable: true, description: 'Of any of these metrics.' })
  metrics?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'About any of these places.' })
  places?: string[] | null;

  @Field(() => String, { nullable: true, description: 'With exactly this subject.' })
  subject?: string | null;

  @Field(() => String, { nullable: true, description: 'In exactly this unit.' })
  unit?: string | null;

  @Field(() => StatisticMeasure, { nullable: true, description: 'States or movements.' })
  measure?: StatisticMeasure | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Claimed by any of these people, organizations or unnamed sources.',
  })
  claimedBy?: string[] | null;

  @Field(() => [ClaimantStatus], { nullable: true, description: 'Whose claimant has any of these states.' })
  claimantStatus?: ClaimantStatus[] | null;

  @Field(() => [ID], { nullable: true, description: 'In any of these articles.' })
  articles?: string[] | null;

  @Field(() => DateRangeInput, { nullable: true, description: 'As of these days, by the last day it can mean.' })
  asOf?: DateRangeInput | null;

  @Field(() => FloatRangeInput, {
    nullable: true,
    description: 'With a value in this range; a range of values that overlaps it counts.',
  })
  value?: FloatRangeInput | null;

  @Field(() => Boolean, { nullable: true, description: 'Those that a statement disputes (true), or that none does.' })
  disputed?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Those that conflict with another figure (true), or with none.',
  })
  conflicting?: boolean | null;

  @Field(() => [ReviewState], {
    nullable: true,
    defaultValue: LISTED_REVIEWS,
    description: 'In any of these states of review; null for all, the rejected too.',
  })
  review?: ReviewState[] | null;
}

/** The filter of a list of figures; their order has another default in an article than elsewhere. */
@ArgsType()
class FilteredStatistics extends PageArguments {
  @Field(() => StatisticFilterInput, { nullable: true, description: 'Only these.' })
  filter?: StatisticFilterInput | null;
}

@ArgsType()
export class StatisticListArguments extends FilteredStatistics {
  @Field(() => StatisticOrder, {
    nullable: true,
    defaultValue: StatisticOrder.AS_OF_DESC,
    description: 'In which order.',
  })
  orderBy?: StatisticOrder | null;

  get list() {
    return { order: this.orderBy ?? StatisticOrder.AS_OF_DESC, filter: toStatisticFilter(this.filter) };
  }
}

@ArgsType()
export class ArticleStatisticArguments extends FilteredStatistics {
  @Field(() => StatisticOrder, {
    nullable: true,
    defaultValue: StatisticOrder.POSITION_ASC,
    description: 'In which order.',
  })
  orderBy?: StatisticOrder | null;

  get list() {
    return { order: this.orderBy ?? StatisticOrder.POSITION_ASC, filter: toStatisticFilter(this.filter) };
  }
}

function toStatisticFilter(input: StatisticFilterInput | null | undefined): StatisticFilter | undefined {
  if (input == null) return undefined;
  return narrowing(
    given({
      metrics: ids('filter.metrics', input.metrics, 'Metric'),
      places: ids('filter.places', input.places, 'Place'),
      subject: input.subject,
      unit: input.unit,
      measure: input.measure,
      claimedBy: ids('filter.claimedBy', input.claimedBy, 'Person', 'Organization', 'UnnamedSource'),
      claimantStatus: input.claimantStatus,
      articles: ids('filter.articles', input.articles, 'Article'),
      asOf: dayRange('filter.asOf', input.asOf),
      value: numberRange('filter.value', input.value),
      disputed: input.disputed,
      conflicting: input.conflicting,
      review: reviewStates(input.review),
    }),
  );
}
