import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import type { PersonFilter } from '../../repository/filters.js';
import { PageArguments } from '../connection/page-arguments.js';
import { given, id, narrowing } from '../filter/fields.js';

/** The orders that all people have; that of an article's people is by first mention. */
const PersonOrder = { NAME_ASC: 'NAME_ASC', STATEMENT_COUNT_DESC: 'STATEMENT_COUNT_DESC' } as const;

registerEnumType(PersonOrder, {
  name: 'PersonOrder',
  description: 'How people are put in order; ties go by id.',
  valuesConfig: {
    NAME_ASC: { description: 'By canonical name, case and accents aside.' },
    STATEMENT_COUNT_DESC: { description: 'Those with the most statements first.' },
  },
});

@InputType('PersonFilter', { description: 'Which people. What is left out does not filter.' })
class PersonFilterInput {
  @Field(() => String, {
    nullable: true,
    description: 'Called exactly this, aliases included, case and accents aside.',
  })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'With a name that begins with this, case and accents aside.' })
  nameStartsWith?: string | null;

  @Field(() => ID, { nullable: true, description: 'To whom a statement of this article is attributed.' })
  speaksIn?: string | null;

  @Field(() => ID, { nullable: true, description: 'Whom this article names.' })
  mentionedIn?: string | null;
}

@ArgsType()
export class PersonListArguments extends PageArguments {
  @Field(() => PersonFilterInput, { nullable: true, description: 'Only these.' })
  filter?: PersonFilterInput | null;

  @Field(() => PersonOrder, {
    nullable: true,
    defaultValue: PersonOrder.NAME_ASC,
    description: 'In which order.',
  })
  orderBy?: keyof typeof PersonOrder | null;

  get list() {
    return { order: this.orderBy ?? PersonOrder.NAME_ASC, filter: toPersonFilter(this.filter) };
  }
}

function toPersonFilter(input: PersonFilterInput | null | undefined): PersonFilter | undefined {
  if (input == null) return undefined;
  return narrowing(
    given({
      name: input.name,
      nameStartsWith: input.nameStartsWith,
      speaksIn: id('filter.speaksIn', input.speaksIn, 'Article'),
      mentionedIn: id('filter.mentionedIn', input.mentionedIn, 'Article'),
    }),
  );
}
