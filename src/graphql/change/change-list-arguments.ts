import { ArgsType, Field, ID } from 'type-graphql';
import type { ChangeFilter } from '../../repository/filters.js';
import { ForwardArguments } from '../connection/forward-arguments.js';
import { given, narrowing } from '../filter/fields.js';
import { parseId } from '../node/id-argument.js';

@ArgsType()
export class ChangeListArguments extends ForwardArguments {
  @Field(() => ID, { nullable: true, description: 'Only those that were made to this.' })
  target?: string | null;

  @Field(() => String, { nullable: true, description: 'Only those that somebody of exactly this name made.' })
  actor?: string | null;

  get list(): { order: 'AT_DESC'; filter: ChangeFilter | undefined } {
    const target = this.target == null ? undefined : parseId('target', this.target);
    return { order: 'AT_DESC', filter: narrowing<ChangeFilter>(given({ target, actor: this.actor })) };
  }
}
