import { Arg, Args, Authorized, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Scope } from '../../domain/actor.js';
import { connect } from '../connection/connection.js';
import type { RequestContext } from '../context.js';
import { parseId } from '../node/id-argument.js';
import { ChangeConnection } from './change.connection.js';
import { ChangeObject } from './change.object.js';
import { ChangeListArguments } from './change-list-arguments.js';

@Resolver()
export class ChangeQuery {
  @Query(() => ChangeObject, { nullable: true, description: 'One change; null where nothing has the id.' })
  change(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() { loaders }: RequestContext) {
    return loaders.changeById.load(parseId('id', id, 'Change'));
  }

  @Authorized<Scope>('edit')
  @Query(() => ChangeConnection, {
    description: 'All changes, or those that the arguments name, the latest first. Takes the scope “edit”.',
  })
  changes(@Args() args: ChangeListArguments, @Ctx() { loaders }: RequestContext) {
    return connect({ field: 'Query.changes', loader: loaders.allChanges, ...args.list }, args.page);
  }
}
