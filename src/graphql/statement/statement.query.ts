import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { connect } from '../connection/connection.js';
import type { RequestContext } from '../context.js';
import { parseId } from '../node/id-argument.js';
import { StatementConnection } from './statement.connection.js';
import { StatementObject } from './statement.object.js';
import { StatementListArguments } from './statement-list-arguments.js';

@Resolver()
export class StatementQuery {
  @Query(() => StatementObject, { nullable: true, description: 'One statement; null where nothing has the id.' })
  statement(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() { loaders }: RequestContext) {
    return loaders.statementById.load(parseId('id', id, 'Statement'));
  }

  @Query(() => StatementConnection, { description: 'All statements, or those that a filter names.' })
  statements(@Args() args: StatementListArguments, @Ctx() { loaders }: RequestContext) {
    return connect({ field: 'Query.statements', loader: loaders.allStatements, ...args.list }, args);
  }
}
