import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Place } from '../../domain/article.js';
import { connect } from '../connection/connection.js';
import { PageArguments } from '../connection/page-arguments.js';
import type { RequestContext } from '../context.js';
import { Needs } from '../needs.js';
import { StatisticConnection } from '../statistic/statistic.connection.js';
import { PlaceObject } from './place.object.js';

@Resolver(() => PlaceObject)
export class PlaceResolver {
  @FieldResolver(() => String, { description: 'One label for whatever this is: its name.' })
  @Needs<Place>('name')
  displayName(@Root() { name }: Place) {
    return name;
  }

  @FieldResolver(() => PlaceObject, { nullable: true, description: 'The place that it lies in.' })
  @Needs<Place>('withinId')
  within(@Root() { withinId }: Place, @Ctx() { loaders }: RequestContext) {
    return withinId && loaders.placeById.load(withinId);
  }

  @FieldResolver(() => StatisticConnection, { description: 'The figures about it, the latest first.' })
  @Needs<Place>()
  statistics(@Root() { id }: Place, @Args() page: PageArguments, @Ctx() { loaders }: RequestContext) {
    const loader = loaders.statisticsOfPlace;
    return connect({ field: 'Place.statistics', loader, ownerId: id, order: 'AS_OF_DESC' }, page);
  }
}
