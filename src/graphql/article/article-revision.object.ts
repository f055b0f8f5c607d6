import { Field, Int, ObjectType } from 'type-graphql';
import { CacheFor, UNCHANGING_SECONDS } from '../cache-hint.js';
import { DateTimeScalar } from '../date/date-scalars.js';
import { NodeInterface } from '../node/node.interface.js';

@CacheFor(UNCHANGING_SECONDS)
@ObjectType('ArticleRevision', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: 'One wording of an article. Its text never changes, so that spans can point into it.',
})
export class ArticleRevisionObject extends NodeInterface {
  @Field(() => Int, { description: '1 for the first wording.' })
  number!: number;

  @Field(() => String, { description: 'The headline of this wording.' })
  title!: string;

  @Field(() => String, { description: 'The text of this wording.' })
  text!: string;

  @Field(() => String, { description: 'SHA-256 of the UTF-8 text, in hexadecimal.' })
  textHash!: string;

  @Field(() => DateTimeScalar, { description: 'When it was committed to the store.' })
  storedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Why the article was changed, where somebody said it.' })
  reason!: string | null;
}
