import { ArgsType, Field, Int } from 'type-graphql';
import { InputError } from '../../domain/errors.js';
import { MAX_PAGE_SIZE, type PageArguments } from './page-arguments.js';

/** The arguments of a list that is read from its beginning on. */
@ArgsType()
export class ForwardArguments {
  @Field(() => Int, {
    nullable: true,
    description: `How many from the beginning, or after \`after\`; 1 to ${MAX_PAGE_SIZE}. It has to be given.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Go on after this cursor.' })
  after?: string | null;

  get page(): PageArguments {
    const { first, after } = this;
    if (first == null) throw new InputError('first', 'Say how many: give `first`.');
    return { first, ...(after != null && { after }) };
  }
}
