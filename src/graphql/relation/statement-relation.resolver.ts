import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { StatementRelation } from '../../domain/statement.js';
import type { RequestContext } from '../context.js';
import { Needs } from '../needs.js';
import { StatementObject } from '../statement/statement.object.js';
import { StatisticObject } from '../statistic/statistic.object.js';
import { StatementRelationObject } from './statement-relation.object.js';

@Resolver(() => StatementRelationObject)
export class StatementRelationResolver {
  @FieldResolver(() => StatementObject, { description: 'The statement that does it.' })
  @Needs<StatementRelation>('fromId')
  from(@Root() { fromId }: StatementRelation, @Ctx() { loaders }: RequestContext) {
    return loaders.statementById.load(fromId);
  }

  @FieldResolver(() => StatementObject, { description: 'The statement that it is done to.' })
  @Needs<StatementRelation>('toId')
  to(@Root() { toId }: StatementRelation, @Ctx() { loaders }: RequestContext) {
    return loaders.statementById.load(toId);
  }

  @FieldResolver(() => StatisticObject, {
    nullable: true,
    description: 'The one figure that it is done to; null where it is the whole statement.',
  })
  @Needs<StatementRelation>('toStatisticId')
  toStatistic(@Root() { toStatisticId }: StatementRelation, @Ctx() { loaders }: RequestContext) {
    return toStatisticId && loaders.statisticById.load(toStatisticId);
  }
}
