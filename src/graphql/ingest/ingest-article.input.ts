import { GraphQLURL } from 'graphql-scalars';
import { Field, InputType } from 'type-graphql';
import { DatePrecision } from '../../domain/dates.js';
import { DateTimeScalar } from '../date/date-scalars.js';
import '../date/resolved-date.object.js';

@InputType('IngestArticleInput', {
  description: 'An article: its text, or the page that has it, and what is known of it.',
})
export class IngestArticleInput {
  @Field(() => String, {
    nullable: true,
    description: 'Its text, paragraphs apart by a blank line. Exactly one of `text` and `html` is given.',
  })
  text?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The page that has it: its text, and what the other fields leave out, are found there.',
  })
  html?: string | null;

  @Field(() => String, { nullable: true, description: 'Its headline; its first sentence where it has none.' })
  title?: string | null;

  @Field(() => String, { description: 'The name of its outlet.' })
  publisher!: string;

  @Field(() => GraphQLURL, {
    nullable: true,
    description: 'Where it is published: the same text there again changes nothing, and another one is a revision.',
  })
  url?: URL | null;

  @Field(() => [String], { nullable: true, description: 'Those who are named as its authors.' })
  bylines?: string[] | null;

  @Field(() => DateTimeScalar, { description: 'When it was published; its “Monday” is counted from here.' })
  publishedAt!: Date;

  @Field(() => DatePrecision, {
    nullable: true,
    defaultValue: 'TIME',
    description: 'How exactly `publishedAt` says so.',
  })
  publishedPrecision?: DatePrecision | null;

  @Field(() => String, { nullable: true, description: 'Its language (BCP 47); “und” where left out and not found.' })
  language?: string | null;

  @Field(() => [String], { nullable: true, description: 'What it is about.' })
  topics?: string[] | null;
}
