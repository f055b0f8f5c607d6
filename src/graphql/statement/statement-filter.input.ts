import { Field, ID, InputType } from 'type-graphql';
import { ReviewState } from '../../domain/provenance.js';
import { SpeakerStatus, StatementForce, StatementKind, StatementRelationKind } from '../../domain/statement.js';
import type { StatementFilter } from '../../repository/filters.js';
import { dayRange, given, id, ids, narrowing, searchText, timeRange } from '../filter/fields.js';
import { DateRangeInput, DateTimeRangeInput } from '../filter/ranges.input.js';
import { LISTED_REVIEWS, reviewStates } from '../provenance/review-filter.js';
import '../relation/statement-relation.object.js';
import './statement.enums.js';

@InputType('StatementFilter', {
  description: 'Which statements. A list means any of its members; what is left out does not filter.',
})
export class StatementFilterInput {
  @Field(() => [ID], { nullable: true, description: 'Said by any of these people, organizations or unnamed sources.' })
  speakers?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Said by people who have a role in any of these organizations, or unnamed sources who belong to them. What an organization itself says is asked for with `speakers`.',
  })
  speakerAffiliations?: string[] | null;

  @Field(() => [SpeakerStatus], { nullable: true, description: 'Whose speaker has any of these states.' })
  speakerStatus?: SpeakerStatus[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'In whose chain of attribution any of these speaks, as the one who says it or one who passes it on.',
  })
  through?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'About any of these people, organizations, places or topics.' })
  about?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Reported in any of these articles.' })
  articles?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Reported by any of these publishers.' })
  publishers?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Reported in an article about any of these topics.' })
  topics?: string[] | null;

  @Field(() => [StatementKind], { nullable: true, description: 'Given in any of these ways.' })
  kinds?: StatementKind[] | null;

  @Field(() => [StatementForce], { nullable: true, description: 'Of any of these forces.' })
  forces?: StatementForce[] | null;

  @Field(() => DateRangeInput, { nullable: true, description: 'Said on these days, by the last day it can mean.' })
  said?: DateRangeInput | null;

  @Field(() => DateTimeRangeInput, { nullable: true, description: 'In an article published in this time.' })
  published?: DateTimeRangeInput | null;

  @Field(() => String, { nullable: true, description: 'Words of the content, in the grammar of `Query.search`.' })
  text?: string | null;

  @Field(() => [StatementRelationKind], {
    nullable: true,
    description: 'Those that another statement confirms, disputes … : something does any of these to it.',
  })
  relatedBy?: StatementRelationKind[] | null;

  @Field(() => [ReviewState], {
    nullable: true,
    defaultValue: LISTED_REVIEWS,
    description: 'In any of these states of review; null for all, the rejected too.',
  })
  review?: ReviewState[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Those that no other statement reports (true), or that one does (false).',
  })
  topLevel?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Reports of this act of speech.' })
  utterance?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: of those that all else lets through only the first report of each utterance, that of the article published first; so nothing is read twice.',
  })
  oneReportPerUtterance?: boolean | null;
}

/** What inputs were read as: all parents of a list share one, and its text is to be parsed once. */
const READ = new WeakMap<StatementFilterInput, StatementFilter | undefined>();

export function toStatementFilter(input: StatementFilterInput | null | undefined): StatementFilter | undefined {
  if (input == null) return undefined;
  if (READ.has(input)) return READ.get(input);
  const filter = readFilter(input);
  READ.set(input, filter);
  return filter;
}

function readFilter(input: StatementFilterInput): StatementFilter | undefined {
  const { speakers, through } = input;
  return narrowing({
    ...given({
      speakers: ids('filter.speakers', speakers, 'Person', 'Organization', 'UnnamedSource'),
      speakerAffiliations: ids('filter.speakerAffiliations', input.speakerAffiliations, 'Organization'),
      speakerStatus: input.speakerStatus,
      through: ids('filter.through', through, 'Person', 'Organization', 'UnnamedSource'),
      about: ids('filter.about', input.about, 'Person', 'Organization', 'Place', 'Topic'),
      articles: ids('filter.articles', input.articles, 'Article'),
      publishers: ids('filter.publishers', input.publishers, 'Publisher'),
      topics: ids('filter.topics', input.topics, 'Topic'),
      kinds: input.kinds,
      forces: input.forces,
      said: dayRange('filter.said', input.said),
      published: timeRange('filter.published', input.published),
      relatedBy: input.relatedBy,
      review: reviewStates(input.review),
      topLevel: input.topLevel,
      utterance: id('filter.utterance', input.utterance, 'Utterance'),
      oneReportPerUtterance: input.oneReportPerUtterance,
    }),
    ...searchText(input.text),
  });
}
