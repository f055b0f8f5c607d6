import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import type { ArticleFilter } from '../../repository/filters.js';
import { ArticleOrder } from '../../repository/orders.js';
import { PageArguments } from '../connection/page-arguments.js';
import { DateTimeScalar } from '../date/date-scalars.js';
import { given, ids, narrowing, searchText, timeRange } from '../filter/fields.js';
import { DateTimeRangeInput } from '../filter/ranges.input.js';

registerEnumType(ArticleOrder, {
  name: 'ArticleOrder',
  description: 'How articles are put in order; ties go by id.',
  valuesConfig: {
    PUBLISHED_AT_DESC: { description: 'The latest published first.' },
    PUBLISHED_AT_ASC: { description: 'The earliest published first.' },
    UPDATED_AT_ASC: { description: 'In the order of commits: for those who poll with `updatedAfter`.' },
    TITLE_ASC: { description: 'By headline, case and accents aside.' },
  },
});

@InputType('ArticleFilter', {
  description: 'Which articles. A list means any of its members; what is left out does not filter.',
})
class ArticleFilterInput {
  @Field(() => [ID], { nullable: true, description: 'Published by any of these.' })
  publishers?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'About any of these topics.' })
  topics?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Naming any of these people.' })
  people?: string[] | null;

  @Field(() => DateTimeRangeInput, { nullable: true, description: 'Published in this time.' })
  published?: DateTimeRangeInput | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Updated after this. Ask with the last `updatedAt` that you have read, in the order UPDATED_AT_ASC and with `retracted: null`, and you miss nothing.',
  })
  updatedAfter?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Only those that were retracted (true) or were not (false); null for both.',
  })
  retracted?: boolean | null;

  @Field(() => [String], {
    nullable: true,
    description: 'In any of these languages: `en` is all English, `en-GB` the British one (RFC 4647, basic filtering).',
  })
  languages?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words of the headline or text, in the grammar of `Query.search`.',
  })
  text?: string | null;
}

@ArgsType()
export class ArticleListArguments extends PageArguments {
  @Field(() => ArticleFilterInput, { nullable: true, description: 'Only these.' })
  filter?: ArticleFilterInput | null;

  @Field(() => ArticleOrder, {
    nullable: true,
    defaultValue: ArticleOrder.PUBLISHED_AT_DESC,
    description: 'In which order.',
  })
  orderBy?: ArticleOrder | null;

  get list() {
    return { order: this.orderBy ?? ArticleOrder.PUBLISHED_AT_DESC, filter: toArticleFilter(this.filter) };
  }
}

function toArticleFilter(input: ArticleFilterInput | null | undefined): ArticleFilter | undefined {
  if (input == null) return undefined;
  return narrowing({
    ...given({
      publishers: ids('filter.publishers', input.publishers, 'Publisher'),
      topics: ids('filter.topics', input.topics, 'Topic'),
      people: ids('filter.people', input.people, 'Person'),
      published: timeRange('filter.published', input.published),
      updatedAfter: input.updatedAfter?.getTime(),
      languages: input.languages,
    }),
    ...(input.retracted !== undefined && input.retracted !== false && { retracted: input.retracted }),
    ...searchText(input.text),
  });
}
