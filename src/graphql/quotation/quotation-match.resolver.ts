import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { QuotationMatch } from '../../domain/quotation/verdict.js';
import { spanAt } from '../../domain/span.js';
import type { RequestContext } from '../context.js';
import { NeedsOfOthers } from '../needs.js';
import { TextSpanObject } from '../text/text-span.object.js';
import { QuotationMatchObject } from './quotation-check.object.js';

@Resolver(() => QuotationMatchObject)
export class QuotationMatchResolver {
  @FieldResolver(() => TextSpanObject, {
    description:
      'Where the words stand in the article, from the first to the last, with whatever the article puts between them.',
  })
  @NeedsOfOthers({ ArticleRevision: ['text'] })
  async span(@Root() { statement, start, end }: QuotationMatch, @Ctx() { loaders }: RequestContext) {
    const revision = await loaders.revisionById.load(statement.revisionId);
    return revision && spanAt(revision, start, end);
  }
}
