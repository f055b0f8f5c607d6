import { Arg, Authorized, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Scope } from '../../domain/actor.js';
import { reviewStatement } from '../../editing/review-statement.js';
import { reviewStatistic } from '../../editing/review-statistic.js';
import type { RequestContext } from '../context.js';
import { StatementObject } from '../statement/statement.object.js';
import { StatisticObject } from '../statistic/statistic.object.js';
import { EditPayload } from './edit-payload.js';
import { makeEdit } from './make-edit.js';
import { ReviewStatementInput, toStatementReview } from './review-statement.input.js';
import { ReviewStatisticInput, toStatisticReview } from './review-statistic.input.js';

@ObjectType('ReviewStatementPayload', { simpleResolvers: true, description: 'What came of reviewing a statement.' })
class ReviewStatementPayload extends EditPayload {
  @Field(() => StatementObject, { nullable: true, description: 'The statement as it is now.' })
  statement!: object | null;
}

@ObjectType('ReviewStatisticPayload', { simpleResolvers: true, description: 'What came of reviewing a figure.' })
class ReviewStatisticPayload extends EditPayload {
  @Field(() => StatisticObject, { nullable: true, description: 'The figure as it is now.' })
  statistic!: object | null;
}

@Resolver()
export class ReviewMutation {
  @Authorized<Scope>('edit')
  @Mutation(() => ReviewStatementPayload, {
    nullable: true,
    description: 'Confirms, rejects or corrects a statement. Takes the scope “edit”.',
  })
  async reviewStatement(
    @Arg('input', () => ReviewStatementInput, { description: 'Which, and what is right.' }) input: ReviewStatementInput,
    @Ctx() context: RequestContext,
  ) {
    const outcome = await makeEdit(context, (...by) => reviewStatement(...by, toStatementReview(input)));
    return { ...outcome, statement: () => outcome.result && context.loaders.statementById.load(outcome.result) };
  }

  @Authorized<Scope>('edit')
  @Mutation(() => ReviewStatisticPayload, {
    nullable: true,
    description: 'Confirms, rejects or corrects a figure. Takes the scope “edit”.',
  })
  async reviewStatistic(
    @Arg('input', () => ReviewStatisticInput, { description: 'Which, and what is right.' }) input: ReviewStatisticInput,
    @Ctx() context: RequestContext,
  ) {
    const outcome = await makeEdit(context, (...by) => reviewStatistic(...by, toStatisticReview(input)));
    return { ...outcome, statistic: () => outcome.result && context.loaders.statisticById.load(outcome.result) };
  }
}
