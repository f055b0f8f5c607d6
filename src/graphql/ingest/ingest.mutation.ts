import { Arg, Authorized, Ctx, Field, Mutation, ObjectType, Resolver, registerEnumType } from 'type-graphql';
import { authorize, type Scope } from '../../domain/actor.js';
import type { UserError } from '../../editing/user-error.js';
import { IngestOutcome } from '../../ingest/ingest-article.js';
import { ArticleObject } from '../article/article.object.js';
import type { RequestContext } from '../context.js';
import { CostOf } from '../cost.js';
import { UserErrorObject } from '../editing/user-error.object.js';
import { IngestArticleInput } from './ingest-article.input.js';
import { documentError, documentOf } from './source-document.js';

registerEnumType(IngestOutcome, {
  name: 'IngestOutcome',
  description: 'What became of an article that was sent.',
  valuesConfig: {
    CREATED: { description: 'It is new.' },
    REVISED: { description: 'It is known with another text, and has a new revision.' },
    UNCHANGED: { description: 'It is known with this text: nothing was changed.' },
  },
});

@ObjectType('IngestArticlePayload', { simpleResolvers: true, description: 'What came of an article that was sent.' })
class IngestArticlePayload {
  @Field(() => ArticleObject, { nullable: true, description: 'The article, with all that was found in it.' })
  article!: object | null;

  @Field(() => IngestOutcome, { nullable: true, description: 'What became of it; null where it was not stored.' })
  outcome!: IngestOutcome | null;

  @Field(() => [UserErrorObject], { description: 'What is wrong with the input; empty where the article is stored.' })
  userErrors!: readonly UserError[];
}

@Resolver()
export class IngestMutation {
  @Authorized<Scope>('ingest')
  @Mutation(() => IngestArticlePayload, {
    nullable: true,
    description:
      'Reads an article and stores it with who says what in it, whole or not at all; answers after the commit. Takes the scope “ingest”.',
  })
  @CostOf(500)
  async ingestArticle(
    @Arg('input', () => IngestArticleInput, { description: 'The article.' }) input: IngestArticleInput,
    @Ctx() context: RequestContext,
  ) {
    const { name } = authorize(context.actor, 'ingest');
    try {
      const document = await documentOf(input, new Date());
      const { articleId, outcome } = await context.write(() => context.ingest.article(document, name, context.signal));
      return { article: () => context.loaders.articleById.load(articleId), outcome, userErrors: [] };
    } catch (error) {
      const userError = documentError(error, input);
      if (userError === undefined) throw error;
      return { article: null, outcome: null, userErrors: [userError] };
    }
  }
}
