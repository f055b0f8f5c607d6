import { ArgsType, Field, ID, Int } from 'type-graphql';
import { InputError } from '../../domain/errors.js';
import type { ChangeFilter } from '../../repository/filters.js';
import { MAX_PAGE_SIZE, type PageArguments } from '../connection/page-arguments.js';
import { given, narrowing } from '../filter/fields.js';
import { parseId } from '../node/id-argument.js';

@ArgsType()
export class ChangeListArguments {
  @Field(() => Int, {
    nullable: true,
    description: `How many from the beginning, or after \`after\`; 1 to ${MAX_PAGE_SIZE}. It has to be given.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Go on after this cursor.' })
  after?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those that were made to this.' })
  target?: string | null;

  @Field(() => String, { nullable: true, description: 'Only those that somebody of exactly this name made.' })
  actor?: string | null;

  get page(): PageArguments {
    const { first, after } = this;
    if (first == null) throw new InputError('first', 'Say how many: give `first`.');
    return { first, ...(after != null && { after }) };
  }

  get list(): { order: 'AT_DESC'; filter: ChangeFilter | undefined } {
    const target = this.target == null ? undefined : parseId('target', this.target);
    return { order: 'AT_DESC', filter: narrowing<ChangeFilter>(given({ target, actor: this.actor })) };
  }
}
