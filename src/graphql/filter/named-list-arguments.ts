import { ArgsType, Field } from 'type-graphql';
import { PageArguments } from '../connection/page-arguments.js';
import { NameFilterInput, toNameFilter } from './name-filter.input.js';

/** The arguments of a list of what has a name. */
@ArgsType()
export class NamedListArguments extends PageArguments {
  @Field(() => NameFilterInput, { nullable: true, description: 'Only those with such a name.' })
  filter?: NameFilterInput | null;

  get list() {
    return { order: 'NAME_ASC' as const, filter: toNameFilter(this.filter) };
  }
}
