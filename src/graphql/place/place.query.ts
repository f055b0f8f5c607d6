import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { connect } from '../connection/connection.js';
import type { RequestContext } from '../context.js';
import { NamedListArguments } from '../filter/named-list-arguments.js';
import { PlaceConnection } from './place.connection.js';

@Resolver()
export class PlaceQuery {
  @Query(() => PlaceConnection, { description: 'All places, by name.' })
  places(@Args() args: NamedListArguments, @Ctx() { loaders }: RequestContext) {
    return connect({ field: 'Query.places', loader: loaders.allPlaces, ...args.list }, args);
  }
}
