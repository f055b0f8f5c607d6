import { Arg, Authorized, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Scope } from '../../domain/actor.js';
import { retractArticle } from '../../editing/retract-article.js';
import { ArticleObject } from '../article/article.object.js';
import type { RequestContext } from '../context.js';
import { EditPayload } from './edit-payload.js';
import { makeEdit } from './make-edit.js';

@InputType('RetractArticleInput', { description: 'That the publisher took an article back.' })
class RetractArticleInput {
  @Field(() => ID, { description: 'The article.' })
  id!: string;

  @Field(() => String, { description: 'Why, for whoever reads the article.' })
  reason!: string;
}

@ObjectType('RetractArticlePayload', { simpleResolvers: true, description: 'What came of retracting an article.' })
class RetractArticlePayload extends EditPayload {
  @Field(() => ArticleObject, { nullable: true, description: 'The article as it is now.' })
  article!: object | null;
}

@Resolver()
export class RetractMutation {
  @Authorized<Scope>('edit')
  @Mutation(() => RetractArticlePayload, {
    nullable: true,
    description:
      'Notes that the publisher took an article back: it leaves the lists with all that is in it, and answers by id. Takes the scope “edit”.',
  })
  async retractArticle(
    @Arg('input', () => RetractArticleInput, { description: 'Which, and why.' }) input: RetractArticleInput,
    @Ctx() context: RequestContext,
  ) {
    const outcome = await makeEdit(context, (...by) => retractArticle(...by, input));
    return { ...outcome, article: () => outcome.result && context.loaders.articleById.load(outcome.result) };
  }
}
