import { GraphQLURL } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import type { Article } from '../../domain/article.js';
import { DatePrecision } from '../../domain/dates.js';
import { DateTimeScalar } from '../date/date-scalars.js';
import { NodeInterface } from '../node/node.interface.js';

@ObjectType('Retraction', { simpleResolvers: true, description: 'That the publisher took an article back.' })
class RetractionObject {
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => String, { description: 'Why, in the publisher’s or editor’s words.' })
  reason!: string;
}

@ObjectType('Article', { implements: NodeInterface, simpleResolvers: true, description: 'One published text.' })
export class ArticleObject extends NodeInterface {
  @Field(() => String, { description: 'A readable name for use in an address, unique among articles.' })
  slug!: string;

  @Field(() => String, { description: 'Its headline; its first sentence where it has none.' })
  title!: string;

  @Field(() => GraphQLURL, { nullable: true, description: 'Where it is published.' })
  url!: string | null;

  @Field(() => [String], { description: 'Those who are named as its authors, as printed.' })
  bylines!: Article['bylines'];

  @Field(() => DateTimeScalar, { description: 'When it was published.' })
  publishedAt!: Date;

  @Field(() => DatePrecision, { description: 'How exactly the time of publication is known.' })
  publishedPrecision!: Article['publishedPrecision'];

  @Field(() => DateTimeScalar, {
    description:
      'When its last revision, retraction or edit was committed; strictly increasing over the store, so that a poller misses nothing.',
  })
  updatedAt!: Date;

  @Field(() => String, { description: 'The language of its text as BCP 47 writes it, “und” where unknown.' })
  language!: string;

  @Field(() => Int, { description: 'How many words its text has.' })
  wordCount!: number;

  @Field(() => RetractionObject, {
    nullable: true,
    description: 'Set when the publisher took it back: it has left all lists and answers by id.',
  })
  retraction!: Article['retraction'];
}
