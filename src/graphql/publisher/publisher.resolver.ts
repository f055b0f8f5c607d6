import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Publisher } from '../../domain/article.js';
import { ArticleConnection } from '../article/article.connection.js';
import { connect } from '../connection/connection.js';
import { PageArguments } from '../connection/page-arguments.js';
import type { RequestContext } from '../context.js';
import { Needs } from '../needs.js';
import { PublisherObject } from './publisher.object.js';

@Resolver(() => PublisherObject)
export class PublisherResolver {
  @FieldResolver(() => ArticleConnection, { description: 'Its articles, the latest first.' })
  @Needs<Publisher>()
  articles(@Root() { id }: Publisher, @Args() page: PageArguments, @Ctx() { loaders }: RequestContext) {
    const loader = loaders.articlesOfPublisher;
    return connect({ field: 'Publisher.articles', loader, ownerId: id, order: 'PUBLISHED_AT_DESC' }, page);
  }
}
