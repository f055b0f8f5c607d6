import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { UnnamedSource } from '../../domain/speaker.js';
import { ArticleObject } from '../article/article.object.js';
import { connect } from '../connection/connection.js';
import { PageArguments } from '../connection/page-arguments.js';
import type { RequestContext } from '../context.js';
import { Needs } from '../needs.js';
import { OrganizationObject } from '../organization/organization.object.js';
import { StatementConnection } from '../statement/statement.connection.js';
import { UnnamedSourceObject } from './unnamed-source.object.js';

@Resolver(() => UnnamedSourceObject)
export class UnnamedSourceResolver {
  @FieldResolver(() => String, { description: 'One label for whatever this is: the description as printed.' })
  @Needs<UnnamedSource>('description')
  displayName(@Root() { description }: UnnamedSource) {
    return description;
  }

  @FieldResolver(() => OrganizationObject, { nullable: true, description: 'Whom the source is said to belong to.' })
  @Needs<UnnamedSource>('affiliationId')
  affiliation(@Root() { affiliationId }: UnnamedSource, @Ctx() { loaders }: RequestContext) {
    return affiliationId && loaders.organizationById.load(affiliationId);
  }

  @FieldResolver(() => ArticleObject, { description: 'The article that speaks of it.' })
  @Needs<UnnamedSource>('articleId')
  article(@Root() { articleId }: UnnamedSource, @Ctx() { loaders }: RequestContext) {
    return loaders.articleById.load(articleId);
  }

  @FieldResolver(() => StatementConnection, { description: 'What it is reported to have said, the latest first.' })
  @Needs<UnnamedSource>()
  statements(@Root() { id }: UnnamedSource, @Args() page: PageArguments, @Ctx() { loaders }: RequestContext) {
    const loader = loaders.statementsOfSpeaker;
    return connect({ field: 'UnnamedSource.statements', loader, ownerId: id, order: 'SAID_AT_DESC' }, page);
  }
}
