import { Arg, Authorized, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Scope } from '../../domain/actor.js';
import { createStatement } from '../../editing/create-statement.js';
import { createStatistic } from '../../editing/create-statistic.js';
import type { RequestContext } from '../context.js';
import { StatementObject } from '../statement/statement.object.js';
import { StatisticObject } from '../statistic/statistic.object.js';
import { CreateStatementInput, toNewStatement } from './create-statement.input.js';
import { CreateStatisticInput, toNewStatistic } from './create-statistic.input.js';
import { EditPayload } from './edit-payload.js';
import { makeEdit } from './make-edit.js';

@ObjectType('CreateStatementPayload', { simpleResolvers: true, description: 'What came of adding a statement.' })
class CreateStatementPayload extends EditPayload {
  @Field(() => StatementObject, { nullable: true, description: 'The new statement.' })
  statement!: object | null;
}

@ObjectType('CreateStatisticPayload', { simpleResolvers: true, description: 'What came of adding a figure.' })
class CreateStatisticPayload extends EditPayload {
  @Field(() => StatisticObject, { nullable: true, description: 'The new figure.' })
  statistic!: object | null;
}

@Resolver()
export class CreateMutation {
  @Authorized<Scope>('edit')
  @Mutation(() => CreateStatementPayload, {
    nullable: true,
    description: 'Adds a statement that the engine missed. Takes the scope “edit”.',
  })
  async createStatement(
    @Arg('input', () => CreateStatementInput, { description: 'The statement.' }) input: CreateStatementInput,
    @Ctx() context: RequestContext,
  ) {
    const outcome = await makeEdit(context, (...by) => createStatement(...by, toNewStatement(input)));
    return { ...outcome, statement: () => outcome.result && context.loaders.statementById.load(outcome.result) };
  }

  @Authorized<Scope>('edit')
  @Mutation(() => CreateStatisticPayload, {
    nullable: true,
    description: 'Adds a figure that the engine missed. Takes the scope “edit”.',
  })
  async createStatistic(
    @Arg('input', () => CreateStatisticInput, { description: 'The figure.' }) input: CreateStatisticInput,
    @Ctx() context: RequestContext,
  ) {
    const outcome = await makeEdit(context, (...by) => createStatistic(...by, toNewStatistic(input)));
    return { ...outcome, statistic: () => outcome.result && context.loaders.statisticById.load(outcome.result) };
  }
}
