import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { contextOf, type TextSpan } from '../../domain/span.js';
import { ArticleRevisionObject } from '../article/article-revision.object.js';
import type { RequestContext } from '../context.js';
import { NeedsOfOthers } from '../needs.js';
import { TextSpanObject } from './text-span.object.js';

@Resolver(() => TextSpanObject)
export class TextSpanResolver {
  @FieldResolver(() => String, { description: 'The 32 characters before it, fewer at the beginning of the text.' })
  @NeedsOfOthers({ ArticleRevision: ['text'] })
  async prefix(@Root() span: TextSpan, @Ctx() { loaders }: RequestContext) {
    const revision = await loaders.revisionById.load(span.revisionId);
    return revision && contextOf(span, revision.text).prefix;
  }

  @FieldResolver(() => String, { description: 'The 32 characters after it, fewer at the end of the text.' })
  @NeedsOfOthers({ ArticleRevision: ['text'] })
  async suffix(@Root() span: TextSpan, @Ctx() { loaders }: RequestContext) {
    const revision = await loaders.revisionById.load(span.revisionId);
    return revision && contextOf(span, revision.text).suffix;
  }

  @FieldResolver(() => ArticleRevisionObject, { description: 'The wording of the article that the offsets count in.' })
  revision(@Root() span: TextSpan, @Ctx() { loaders }: RequestContext) {
    return loaders.revisionById.load(span.revisionId);
  }
}
