import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Organization } from '../../domain/speaker.js';
import { ArticleConnection } from '../article/article.connection.js';
import { connect } from '../connection/connection.js';
import { PageArguments } from '../connection/page-arguments.js';
import type { RequestContext } from '../context.js';
import { Needs } from '../needs.js';
import { PlaceObject } from '../place/place.object.js';
import { StatementConnection } from '../statement/statement.connection.js';
import { StatementListArguments } from '../statement/statement-list-arguments.js';
import { OrganizationObject } from './organization.object.js';

@Resolver(() => OrganizationObject)
export class OrganizationResolver {
  @FieldResolver(() => String, { description: 'One label for whatever this is: the canonical name.' })
  @Needs<Organization>('name')
  displayName(@Root() { name }: Organization) {
    return name;
  }

  @FieldResolver(() => PlaceObject, { nullable: true, description: 'Where it belongs; for a government, its country.' })
  @Needs<Organization>('placeId')
  place(@Root() { placeId }: Organization, @Ctx() { loaders }: RequestContext) {
    return placeId && loaders.placeById.load(placeId);
  }

  @FieldResolver(() => StatementConnection, {
    description: 'What it is reported to have said or written, the latest first.',
  })
  @Needs<Organization>()
  statements(@Root() { id }: Organization, @Args() args: StatementListArguments, @Ctx() { loaders }: RequestContext) {
    return connect(
      { field: 'Organization.statements', loader: loaders.statementsOfSpeaker, ownerId: id, ...args.list },
      args,
    );
  }

  @FieldResolver(() => StatementConnection, { description: 'What is said about it, the latest first.' })
  @Needs<Organization>()
  statementsAbout(
    @Root() { id }: Organization,
    @Args() args: StatementListArguments,
    @Ctx() { loaders }: RequestContext,
  ) {
    return connect(
      { field: 'Organization.statementsAbout', loader: loaders.statementsAbout, ownerId: id, ...args.list },
      args,
    );
  }

  @FieldResolver(() => ArticleConnection, { description: 'The articles that name it, the latest first.' })
  @Needs<Organization>()
  articles(@Root() { id }: Organization, @Args() page: PageArguments, @Ctx() { loaders }: RequestContext) {
    const loader = loaders.articlesOfSubject;
    return connect({ field: 'Organization.articles', loader, ownerId: id, order: 'PUBLISHED_AT_DESC' }, page);
  }
}
