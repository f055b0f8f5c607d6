import { createUnionType, Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { typeOfId } from '../../domain/identity.js';
import { SearchType } from '../../repository/search.js';
import { ArticleObject } from '../article/article.object.js';
import { PageInfoObject } from '../connection/connection-type.js';
import { CostOf } from '../cost.js';
import { OrganizationObject } from '../organization/organization.object.js';
import { PersonObject } from '../person/person.object.js';
import { StatementObject } from '../statement/statement.object.js';
import { StatisticObject } from '../statistic/statistic.object.js';

registerEnumType(SearchType, {
  name: 'SearchType',
  description: 'What can be searched for.',
  valuesConfig: {
    ARTICLE: { description: 'Articles, by headline and text.' },
    PERSON: { description: 'People, by name and aliases.' },
    ORGANIZATION: { description: 'Organizations, by name and aliases.' },
    STATEMENT: { description: 'Statements, by what is said.' },
    STATISTIC: { description: 'Figures, by what is counted, where, and the figure, in words or digits.' },
  },
});

export const SearchResultUnion = createUnionType({
  name: 'SearchResult',
  description: 'What a search can find.',
  types: () => [ArticleObject, PersonObject, OrganizationObject, StatementObject, StatisticObject] as const,
  resolveType: ({ id }: { readonly id: string }) => typeOfId(id),
});

@ObjectType('HighlightRange', { simpleResolvers: true, description: 'Where a word that was looked for stands.' })
class HighlightRangeObject {
  @Field(() => Int, { description: 'Where it begins: UTF-16 offset into the highlight’s text.' })
  start!: number;

  @Field(() => Int, { description: 'Where it ends, exclusive.' })
  end!: number;
}

@ObjectType('Highlight', { simpleResolvers: true, description: 'Where a result has what was looked for.' })
export class HighlightObject {
  @Field(() => String, { description: 'The field of the result whose text it is.' })
  field!: string;

  @Field(() => String, {
    description: 'That text, or a stretch of at most 200 characters of it, with “…” where it is cut.',
  })
  text!: string;

  @Field(() => [HighlightRangeObject], { description: 'The words that were looked for, in the order of the text.' })
  ranges!: HighlightRangeObject[];
}

@ObjectType('SearchEdge', { simpleResolvers: true, description: 'One result of a search.' })
export class SearchEdgeObject {
  @Field(() => String, { description: 'The place of this result, for `after`.' })
  cursor!: string;

  @Field(() => Float, { description: 'How good it is, from 0 to 1, by where the result has what was looked for.' })
  score!: number;
}

@ObjectType('SearchConnection', { simpleResolvers: true, description: 'A page of the results of a search.' })
export class SearchConnectionObject {
  @Field(() => [SearchEdgeObject], { description: 'The results of this page, the best first.' })
  edges!: SearchEdgeObject[];

  @Field(() => PageInfoObject, { description: 'Where this page lies among all results.' })
  pageInfo!: PageInfoObject;

  @Field(() => Int, { description: 'How many results there are in all; counted only when asked for.' })
  @CostOf(20)
  totalCount!: number;
}
