import { GraphQLURL } from 'graphql-scalars';
import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import { connect } from '../connection/connection.js';
import type { RequestContext } from '../context.js';
import { parseId } from '../node/id-argument.js';
import { LookupArguments, onlyArgument } from '../node/lookup.js';
import { ArticleConnection } from './article.connection.js';
import { ArticleObject } from './article.object.js';
import { ArticleListArguments } from './article-list-arguments.js';

@ArgsType()
class ArticleLookupArguments extends LookupArguments {
  @Field(() => GraphQLURL, { nullable: true, description: 'Where it is published. Exactly one argument is given.' })
  url?: URL | null;
}

@Resolver()
export class ArticleQuery {
  @Query(() => ArticleObject, {
    nullable: true,
    description: 'One article, by id, slug or address; null where nothing has it.',
  })
  article(@Args() args: ArticleLookupArguments, @Ctx() { loaders }: RequestContext) {
    const { name, value } = onlyArgument(['id', 'slug', 'url'], args);
    if (name === 'id') return loaders.articleById.load(parseId('id', value, 'Article'));
    return name === 'slug' ? loaders.articleBySlug.load(value) : loaders.articleByUrl.load(value);
  }

  @Query(() => ArticleConnection, {
    description: 'All articles that were not retracted, or those that a filter names.',
  })
  articles(@Args() args: ArticleListArguments, @Ctx() { loaders }: RequestContext) {
    return connect({ field: 'Query.articles', loader: loaders.allArticles, ...args.list }, args);
  }
}
