import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ArticleRevision } from '../../domain/article.js';
import type { RequestContext } from '../context.js';
import { Needs } from '../needs.js';
import { ArticleObject } from './article.object.js';
import { ArticleRevisionObject } from './article-revision.object.js';

@Resolver(() => ArticleRevisionObject)
export class ArticleRevisionResolver {
  @FieldResolver(() => ArticleObject, { description: 'The article of which it is a wording.' })
  @Needs<ArticleRevision>('articleId')
  article(@Root() { articleId }: ArticleRevision, @Ctx() { loaders }: RequestContext) {
    return loaders.articleById.load(articleId);
  }
}
