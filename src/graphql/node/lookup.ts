import { ArgsType, Field, ID } from 'type-graphql';
import { InputError } from '../../domain/errors.js';

@ArgsType()
export class LookupArguments {
  @Field(() => ID, { nullable: true, description: 'Its id. Exactly one argument is given.' })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'Its slug. Exactly one argument is given.' })
  slug?: string | null;
}

/** The one look-up argument that is given; throws an InputError unless it is exactly one. */
export function onlyArgument<Name extends string>(
  names: readonly Name[],
  args: Readonly<Partial<Record<Name, string | URL | null>>>,
): { name: Name; value: string } {
  const given = names.flatMap((name) => (args[name] == null ? [] : [{ name, value: String(args[name]) }]));
  const [only, ...more] = given;
  if (only !== undefined && more.length === 0) return only;
  const listed = names.map((name) => `\`${name}\``).join(', ');
  const found = given.length === 0 ? 'none' : given.map(({ name }) => `\`${name}\``).join(' and ');
  throw new InputError(
    more[0]?.name ?? names.join(', '),
    `Give exactly one of the arguments ${listed}; this gives ${found}.`,
  );
}
