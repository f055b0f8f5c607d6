import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { lastDay } from '../../domain/dates.js';
import type { Statistic } from '../../domain/statistic.js';
import { loadSpeaker } from '../../loaders/named.js';
import { COMPARED } from '../../repository/repository.js';
import { ArticleObject } from '../article/article.object.js';
import { listNodes } from '../connection/connection.js';
import { ListArguments, listSize } from '../connection/page-arguments.js';
import type { RequestContext } from '../context.js';
import { CostOf } from '../cost.js';
import { DateScalar } from '../date/date-scalars.js';
import { ResolvedDateObject } from '../date/resolved-date.object.js';
import { given } from '../filter/fields.js';
import { MetricObject } from '../metric/metric.object.js';
import { Needs } from '../needs.js';
import { PlaceObject } from '../place/place.object.js';
import { SpeakerUnion } from '../speaker/speaker.union.js';
import { StatementObject } from '../statement/statement.object.js';
import { ComparisonArguments, ComparisonObject } from './comparison.object.js';
import { StatisticObject } from './statistic.object.js';

@Resolver(() => StatisticObject)
export class StatisticResolver {
  @FieldResolver(() => MetricObject, { description: 'What is counted or measured.' })
  @Needs<Statistic>('metricId')
  metric(@Root() { metricId }: Statistic, @Ctx() { loaders }: RequestContext) {
    return loaders.metricById.load(metricId);
  }

  @FieldResolver(() => PlaceObject, { nullable: true, description: 'Where it holds.' })
  @Needs<Statistic>('placeId')
  place(@Root() { placeId }: Statistic, @Ctx() { loaders }: RequestContext) {
    return placeId && loaders.placeById.load(placeId);
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: 'The last day of `asOfDate`, which orders, filters and series use.',
  })
  @Needs<Statistic>('asOf.to')
  asOf(@Root() { asOf }: Statistic) {
    return lastDay(asOf);
  }

  @FieldResolver(() => ResolvedDateObject, {
    nullable: true,
    description: 'As of when it holds; null where the text does not say it.',
  })
  @Needs<Statistic>('asOf')
  asOfDate(@Root() { asOf }: Statistic) {
    return asOf;
  }

  @FieldResolver(() => SpeakerUnion, {
    nullable: true,
    description: 'Who claims it; null where the article itself states it, or does not settle who.',
  })
  @Needs<Statistic>('claimedById')
  claimedBy(@Root() { claimedById }: Statistic, @Ctx() { loaders }: RequestContext) {
    return claimedById && loadSpeaker(loaders, claimedById);
  }

  @FieldResolver(() => StatementObject, { nullable: true, description: 'The statement that carries it.' })
  @Needs<Statistic>('statementId')
  statement(@Root() { statementId }: Statistic, @Ctx() { loaders }: RequestContext) {
    return statementId && loaders.statementById.load(statementId);
  }

  @FieldResolver(() => ArticleObject, { description: 'The article that prints it.' })
  @Needs<Statistic>('articleId')
  article(@Root() { articleId }: Statistic, @Ctx() { loaders }: RequestContext) {
    return loaders.articleById.load(articleId);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether another statement disputes, doubts or denies it, or all that its statement says.',
  })
  @Needs<Statistic>('statementId')
  disputed(@Root() { id, statementId }: Statistic, @Ctx() { loaders }: RequestContext) {
    return loaders.statisticIsDisputed.load({ id, statementId });
  }

  @FieldResolver(() => [StatementObject], {
    description: 'The statements that dispute, doubt or deny it, the latest said first.',
  })
  @Needs<Statistic>()
  disputedBy(@Root() { id }: Statistic, @Args() list: ListArguments, @Ctx() { loaders }: RequestContext) {
    return listNodes({ loader: loaders.disputersOfStatistic, ownerId: id, order: 'SAID_AT_DESC' }, list);
  }

  @FieldResolver(() => [StatisticObject], {
    description: 'The figures of its series that cannot be right if it is, the latest first.',
  })
  @Needs<Statistic>()
  conflictsWith(@Root() { id }: Statistic, @Args() list: ListArguments, @Ctx() { loaders }: RequestContext) {
    return listNodes({ loader: loaders.statisticsInConflict, ownerId: id, order: 'AS_OF_DESC' }, list);
  }

  @FieldResolver(() => [ComparisonObject], {
    description: `Comparisons with the other figures of its series, those nearest in date first: with the ${COMPARED} nearest and all that conflict with it.`,
  })
  @Needs<Statistic>()
  @CostOf(10)
  comparisons(@Root() { id }: Statistic, @Args() args: ComparisonArguments, @Ctx() { loaders }: RequestContext) {
    return loaders.comparisonsOfStatistic.load(id, { ...given({ verdicts: args.verdicts }), size: listSize(args) });
  }
}
