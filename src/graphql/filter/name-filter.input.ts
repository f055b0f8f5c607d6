import { Field, InputType } from 'type-graphql';
import type { NameFilter } from '../../repository/filters.js';
import { given, narrowing } from './fields.js';

@InputType('NameFilter', {
  description: 'By name, case and accents aside. Other names than the canonical one count as well.',
})
export class NameFilterInput {
  @Field(() => String, { nullable: true, description: 'Exactly this name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'A name that begins with this.' })
  nameStartsWith?: string | null;
}

export function toNameFilter(input: NameFilterInput | null | undefined): NameFilter | undefined {
  return input == null ? undefined : narrowing(given({ name: input.name, nameStartsWith: input.nameStartsWith }));
}
