import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { connect } from '../connection/connection.js';
import type { RequestContext } from '../context.js';
import { NamedListArguments } from '../filter/named-list-arguments.js';
import { parseId } from '../node/id-argument.js';
import { LookupArguments, onlyArgument } from '../node/lookup.js';
import { OrganizationConnection } from './organization.connection.js';
import { OrganizationObject } from './organization.object.js';

@Resolver()
export class OrganizationQuery {
  @Query(() => OrganizationObject, {
    nullable: true,
    description: 'One organization, by id or slug; null where nothing has it.',
  })
  organization(@Args() args: LookupArguments, @Ctx() { loaders }: RequestContext) {
    const { name, value } = onlyArgument(['id', 'slug'], args);
    const { organizationById, organizationBySlug } = loaders;
    return name === 'id' ? organizationById.load(parseId('id', value, 'Organization')) : organizationBySlug.load(value);
  }

  @Query(() => OrganizationConnection, { description: 'All organizations, by name.' })
  organizations(@Args() args: NamedListArguments, @Ctx() { loaders }: RequestContext) {
    return connect({ field: 'Query.organizations', loader: loaders.allOrganizations, ...args.list }, args);
  }
}
