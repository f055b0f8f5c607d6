import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { connect } from '../connection/connection.js';
import type { RequestContext } from '../context.js';
import { parseId } from '../node/id-argument.js';
import { LookupArguments, onlyArgument } from '../node/lookup.js';
import { PersonConnection } from './person.connection.js';
import { PersonObject } from './person.object.js';
import { PersonListArguments } from './person-list-arguments.js';

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

  @Query(() => PersonConnection, { description: 'All people, or those that a filter names.' })
  people(@Args() args: PersonListArguments, @Ctx() { loaders }: RequestContext) {
    return connect({ field: 'Query.people', loader: loaders.allPeople, ...args.list }, args);
  }
}
