import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Article } from '../../domain/article.js';
import { connect, listNodes } from '../connection/connection.js';
import { ListArguments, listSize, PageArguments } from '../connection/page-arguments.js';
import type { RequestContext } from '../context.js';
import { Needs, NeedsOfOthers } from '../needs.js';
import { PublisherObject } from '../publisher/publisher.object.js';
import { ReferenceObject } from '../reference/reference.object.js';
import { StatementConnection } from '../statement/statement.connection.js';
import { ArticleStatementArguments } from '../statement/statement-list-arguments.js';
import { StatisticConnection } from '../statistic/statistic.connection.js';
import { ArticleStatisticArguments } from '../statistic/statistic-list-arguments.js';
import { TopicObject } from '../topic/topic.object.js';
import {
  ArticleOrganizationConnection,
  ArticlePersonConnection,
  ArticlePlaceConnection,
} from './article.connection.js';
import { ArticleObject } from './article.object.js';
import { ArticleRevisionObject } from './article-revision.object.js';

@Resolver(() => ArticleObject)
export class ArticleResolver {
  @FieldResolver(() => PublisherObject, { description: 'The outlet that published it.' })
  @Needs<Article>('publisherId')
  publisher(@Root() { publisherId }: Article, @Ctx() { loaders }: RequestContext) {
    return loaders.publisherById.load(publisherId);
  }

  @FieldResolver(() => String, { description: 'The text of the current revision.' })
  @Needs<Article>('currentRevisionId')
  @NeedsOfOthers({ ArticleRevision: ['text'] })
  async text(@Root() { currentRevisionId }: Article, @Ctx() { loaders }: RequestContext) {
    const revision = await loaders.revisionById.load(currentRevisionId);
    return revision?.text;
  }

  @FieldResolver(() => ArticleRevisionObject, { description: 'Its present wording.' })
  @Needs<Article>('currentRevisionId')
  currentRevision(@Root() { currentRevisionId }: Article, @Ctx() { loaders }: RequestContext) {
    return loaders.revisionById.load(currentRevisionId);
  }

  @FieldResolver(() => [ArticleRevisionObject], { description: 'Its wordings, the latest first.' })
  @Needs<Article>()
  revisions(@Root() { id }: Article, @Args() list: ListArguments, @Ctx() { loaders }: RequestContext) {
    return listNodes({ loader: loaders.revisionsOfArticle, ownerId: id, order: 'NUMBER_DESC' }, list);
  }

  @FieldResolver(() => [TopicObject], { description: 'What it is about.' })
  @Needs<Article>()
  topics(@Root() { id }: Article, @Args() list: ListArguments, @Ctx() { loaders }: RequestContext) {
    return listNodes({ loader: loaders.topicsOfArticle, ownerId: id, order: 'APPEARANCE_ASC' }, list);
  }

  @FieldResolver(() => [ReferenceObject], { description: 'The names that the text does not settle, in its order.' })
  @Needs<Article>()
  async unresolved(@Root() { id }: Article, @Args() list: ListArguments, @Ctx() { loaders }: RequestContext) {
    const size = listSize(list);
    const references = await loaders.unresolvedOfArticle.load(id);
    return references.slice(0, size);
  }

  @FieldResolver(() => StatementConnection, {
    description: 'What it reports to have been said or written, in the order of the text.',
  })
  @Needs<Article>()
  statements(@Root() { id }: Article, @Args() args: ArticleStatementArguments, @Ctx() { loaders }: RequestContext) {
    const loader = loaders.statementsOfArticle;
    return connect({ field: 'Article.statements', loader, ownerId: id, ...args.list }, args);
  }

  @FieldResolver(() => StatisticConnection, { description: 'The figures it gives, in the order of the text.' })
  @Needs<Article>()
  statistics(@Root() { id }: Article, @Args() args: ArticleStatisticArguments, @Ctx() { loaders }: RequestContext) {
    const loader = loaders.statisticsOfArticle;
    return connect({ field: 'Article.statistics', loader, ownerId: id, ...args.list }, args);
  }

  @FieldResolver(() => ArticlePersonConnection, { description: 'The people it names, by first mention.' })
  @Needs<Article>()
  people(@Root() { id }: Article, @Args() page: PageArguments, @Ctx() { loaders }: RequestContext) {
    const loader = loaders.peopleOfArticle;
    return connect({ field: 'Article.people', loader, ownerId: id, order: 'APPEARANCE_ASC' }, page);
  }

  @FieldResolver(() => ArticleOrganizationConnection, { description: 'The organizations it names, by first mention.' })
  @Needs<Article>()
  organizations(@Root() { id }: Article, @Args() page: PageArguments, @Ctx() { loaders }: RequestContext) {
    const loader = loaders.organizationsOfArticle;
    return connect({ field: 'Article.organizations', loader, ownerId: id, order: 'APPEARANCE_ASC' }, page);
  }

  @FieldResolver(() => ArticlePlaceConnection, { description: 'The places it names, by first mention.' })
  @Needs<Article>()
  places(@Root() { id }: Article, @Args() page: PageArguments, @Ctx() { loaders }: RequestContext) {
    const loader = loaders.placesOfArticle;
    return connect({ field: 'Article.places', loader, ownerId: id, order: 'APPEARANCE_ASC' }, page);
  }
}
