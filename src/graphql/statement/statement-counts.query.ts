import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Publisher, Topic } from '../../domain/article.js';
import { isId } from '../../domain/identity.js';
import type { Speaker } from '../../domain/speaker.js';
import type { Loaders } from '../../loaders/loaders.js';
import { loadSpeaker } from '../../loaders/named.js';
import type { StatementGroup, StatementGrouping } from '../../repository/repository.js';
import { listSize } from '../connection/page-arguments.js';
import type { RequestContext } from '../context.js';
import { CostOf } from '../cost.js';
import { NeedsOfOthers } from '../needs.js';
import { StatementCountArguments, StatementCountObject } from './statement-counts.object.js';
import { toStatementFilter } from './statement-filter.input.js';

/** What a group of statements is called that have no speaker or topic. */
const LABELS_OF_NONE: Partial<Record<StatementGrouping, string>> = {
  SPEAKER: 'nobody in particular',
  TOPIC: 'no topic',
};

/** What whoever the statements of a group share is called by. */
const LABELLED = {
  Person: ['name'],
  Organization: ['name'],
  UnnamedSource: ['description'],
  Publisher: ['name'],
  Topic: ['name'],
};

@Resolver()
export class StatementCountsQuery {
  @Query(() => [StatementCountObject], { description: 'How many statements there are of each kind, the most first.' })
  @NeedsOfOthers(LABELLED)
  @CostOf(100)
  async statementCounts(@Args() args: StatementCountArguments, @Ctx() { loaders }: RequestContext) {
    const { groupBy: grouping, filter: input } = args;
    const filter = { ...(input?.topLevel === undefined && { topLevel: true }), ...toStatementFilter(input) };
    const groups = await loaders.statementCounts.load({ grouping, filter, size: listSize(args) });
    return Promise.all(groups.map((group) => countOf(loaders, grouping, group)));
  }
}

async function countOf(loaders: Loaders, grouping: StatementGrouping, { key, count }: StatementGroup) {
  if (key === null) return { label: LABELS_OF_NONE[grouping] ?? '', node: null, count };
  const node = await loadShared(loaders, key);
  if (node === undefined) return { label: key, node: null, count };
  return { label: 'description' in node ? node.description : node.name, node, count };
}

/** Whoever or whatever the statements of a group share; undefined where that is a plain value. */
async function loadShared(loaders: Loaders, key: string): Promise<Speaker | Publisher | Topic | undefined> {
  if (isId(key, 'Publisher')) return loaders.publisherById.load(key);
  if (isId(key, 'Topic')) return loaders.topicById.load(key);
  return isId(key, 'Person', 'Organization', 'UnnamedSource') ? loadSpeaker(loaders, key) : undefined;
}
