import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('TextSpan', {
  simpleResolvers: true,
  description:
    'A stretch of an article revision’s text, with what is needed to find it again: position and quote, as the selectors of the W3C Web Annotation model.',
})
export class TextSpanObject {
  @Field(() => Int, { description: 'Where it begins: UTF-16 offset into the revision’s text.' })
  start!: number;

  @Field(() => Int, { description: 'Where it ends, exclusive: UTF-16 offset into the revision’s text.' })
  end!: number;

  @Field(() => String, { description: 'The exact text between start and end.' })
  text!: string;
}
