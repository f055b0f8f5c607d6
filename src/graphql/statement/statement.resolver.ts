import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { lastDay } from '../../domain/dates.js';
import type { Quotation, Statement } from '../../domain/statement.js';
import { loadAll, loadSpeaker } from '../../loaders/named.js';
import { ArticleObject } from '../article/article.object.js';
import { listNodes } from '../connection/connection.js';
import { ListArguments, listSize } from '../connection/page-arguments.js';
import type { RequestContext } from '../context.js';
import { DateScalar } from '../date/date-scalars.js';
import { Needs } from '../needs.js';
import { ReferenceObject } from '../reference/reference.object.js';
import { RelationArguments } from '../relation/relation-arguments.js';
import { StatementRelationObject } from '../relation/statement-relation.object.js';
import { SpeakerUnion } from '../speaker/speaker.union.js';
import { StatisticObject } from '../statistic/statistic.object.js';
import { UtteranceObject } from '../utterance/utterance.object.js';
import { QuotationObject, StatementObject } from './statement.object.js';

@Resolver(() => StatementObject)
export class StatementResolver {
  @FieldResolver(() => SpeakerUnion, {
    nullable: true,
    description: 'Who says it; null where the text names nobody, or does not settle who.',
  })
  @Needs<Statement>('speakerId')
  speaker(@Root() { speakerId }: Statement, @Ctx() { loaders }: RequestContext) {
    return speakerId && loadSpeaker(loaders, speakerId);
  }

  @FieldResolver(() => [SpeakerUnion], {
    description: 'Those between whom the text leaves the speaker open, when AMBIGUOUS.',
  })
  @Needs<Statement>('speakerCandidateIds')
  speakerCandidates(@Root() { speakerCandidateIds }: Statement, @Ctx() { loaders }: RequestContext) {
    return loadAll(speakerCandidateIds, (id) => loadSpeaker(loaders, id));
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: 'The last day of `said`, which orders and filters use.',
  })
  @Needs<Statement>('said.to')
  saidAt(@Root() { said }: Statement) {
    return lastDay(said);
  }

  @FieldResolver(() => ArticleObject, { description: 'The article that reports it.' })
  @Needs<Statement>('articleId')
  article(@Root() { articleId }: Statement, @Ctx() { loaders }: RequestContext) {
    return loaders.articleById.load(articleId);
  }

  @FieldResolver(() => StatementObject, { nullable: true, description: 'The statement that reports this one.' })
  @Needs<Statement>('parentId')
  parent(@Root() { parentId }: Statement, @Ctx() { loaders }: RequestContext) {
    return parentId && loaders.statementById.load(parentId);
  }

  @FieldResolver(() => [StatementObject], {
    description: 'The statements that this one reports, in the order of the text.',
  })
  @Needs<Statement>()
  children(@Root() { id }: Statement, @Args() list: ListArguments, @Ctx() { loaders }: RequestContext) {
    return listNodes({ loader: loaders.childrenOfStatement, ownerId: id, order: 'POSITION_ASC' }, list);
  }

  @FieldResolver(() => [StatementObject], {
    description: 'The chain of attribution: from the outermost report down to this statement, which is the last.',
  })
  @Needs<Statement>()
  chain(@Root() { id }: Statement, @Ctx() { loaders }: RequestContext) {
    return loaders.chainOfStatement.load(id);
  }

  @FieldResolver(() => [ReferenceObject], { description: 'Whom and what it is about.' })
  @Needs<Statement>('about')
  about(@Root() { about }: Statement, @Args() list: ListArguments) {
    return about.slice(0, listSize(list));
  }

  @FieldResolver(() => [StatisticObject], { description: 'The figures in it, in the order of the text.' })
  @Needs<Statement>()
  statistics(@Root() { id }: Statement, @Args() list: ListArguments, @Ctx() { loaders }: RequestContext) {
    return listNodes({ loader: loaders.statisticsOfStatement, ownerId: id, order: 'POSITION_ASC' }, list);
  }

  @FieldResolver(() => [StatementRelationObject], { description: 'What this statement does to others.' })
  @Needs<Statement>()
  relations(@Root() { id }: Statement, @Args() args: RelationArguments, @Ctx() { loaders }: RequestContext) {
    return listNodes({ loader: loaders.relationsFrom, ownerId: id, order: 'RECORDED_ASC', filter: args.filter }, args);
  }

  @FieldResolver(() => [StatementRelationObject], { description: 'What others do to this statement.' })
  @Needs<Statement>()
  relatedFrom(@Root() { id }: Statement, @Args() args: RelationArguments, @Ctx() { loaders }: RequestContext) {
    return listNodes({ loader: loaders.relationsTo, ownerId: id, order: 'RECORDED_ASC', filter: args.filter }, args);
  }

  @FieldResolver(() => UtteranceObject, { description: 'The act of speech or writing that it reports.' })
  @Needs<Statement>('utteranceId')
  utterance(@Root() { utteranceId }: Statement, @Ctx() { loaders }: RequestContext) {
    return loaders.utteranceById.load(utteranceId);
  }
}

@Resolver(() => QuotationObject)
export class QuotationResolver {
  @FieldResolver(() => StatementObject, {
    nullable: true,
    description:
      'The statement whose words they are: in a nested statement often the reporter’s, not the author’s. Null where that is open.',
  })
  wordsOf(@Root() { wordsOfId }: Quotation, @Ctx() { loaders }: RequestContext) {
    return wordsOfId && loaders.statementById.load(wordsOfId);
  }
}
