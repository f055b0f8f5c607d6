import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Topic } from '../../domain/article.js';
import { ArticleConnection } from '../article/article.connection.js';
import { connect } from '../connection/connection.js';
import { PageArguments } from '../connection/page-arguments.js';
import type { RequestContext } from '../context.js';
import { Needs } from '../needs.js';
import { TopicObject } from './topic.object.js';

@Resolver(() => TopicObject)
export class TopicResolver {
  @FieldResolver(() => String, { description: 'One label for whatever this is: its name.' })
  @Needs<Topic>('name')
  displayName(@Root() { name }: Topic) {
    return name;
  }

  @FieldResolver(() => ArticleConnection, { description: 'The articles about it, the latest first.' })
  @Needs<Topic>()
  articles(@Root() { id }: Topic, @Args() page: PageArguments, @Ctx() { loaders }: RequestContext) {
    const loader = loaders.articlesOfSubject;
    return connect({ field: 'Topic.articles', loader, ownerId: id, order: 'PUBLISHED_AT_DESC' }, page);
  }
}
