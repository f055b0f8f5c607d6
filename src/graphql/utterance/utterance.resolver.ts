import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Utterance } from '../../domain/statement.js';
import { connect } from '../connection/connection.js';
import { PageArguments } from '../connection/page-arguments.js';
import type { RequestContext } from '../context.js';
import { Needs } from '../needs.js';
import { StatementConnection } from '../statement/statement.connection.js';
import { UtteranceObject } from './utterance.object.js';

@Resolver(() => UtteranceObject)
export class UtteranceResolver {
  @FieldResolver(() => StatementConnection, { description: 'The statements that report it, article by article.' })
  @Needs<Utterance>()
  statements(@Root() { id }: Utterance, @Args() page: PageArguments, @Ctx() { loaders }: RequestContext) {
    const loader = loaders.statementsOfUtterance;
    return connect({ field: 'Utterance.statements', loader, ownerId: id, order: 'POSITION_ASC' }, page);
  }
}
