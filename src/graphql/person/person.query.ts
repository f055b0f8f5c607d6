import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { connect } from '../connection/connection.js';
import { PageArguments } from '../connection/page-arguments.js';
import type { RequestContext } from '../context.js';
import { parseId } from '../node/id-argument.js';
import { LookupArguments, onlyArgument } from '../node/lookup.js';
import { PersonConnection } from './person.connection.js';
import { PersonObject } from './person.object.js';

@Resolver()
export class PersonQuery {
  @Query(() => PersonObject, {
    nullable: true,
    description:
      'One person, by id (their own, or that of a person merged into them) or slug; null where nobody has it.',
  })
  person(@Args() args: LookupArguments, @Ctx() { loaders }: RequestContext) {
    const { name, value } = onlyArgument(['id', 'slug'], args);
    return name === 'id' ? loaders.personById.load(parseId('id', value, 'Person')) : loaders.personBySlug.load(value);
  }

  @Query(() => PersonConnection, { description: 'All people, by name.' })
  people(@Args() page: PageArguments, @Ctx() { loaders }: RequestContext) {
    return connect({ field: 'Query.people', loader: loaders.allPeople, order: 'NAME_ASC', filter: undefined }, page);
  }
}
