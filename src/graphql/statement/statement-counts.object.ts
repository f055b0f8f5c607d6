import { ArgsType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { StatementGrouping } from '../../repository/repository.js';
import { ListArguments } from '../connection/page-arguments.js';
import { NodeInterface } from '../node/node.interface.js';
import { StatementFilterInput } from './statement-filter.input.js';

registerEnumType(StatementGrouping, {
  name: 'StatementGrouping',
  description: 'By what statements are counted.',
  valuesConfig: {
    SPEAKER: { description: 'By who says it.' },
    SPEAKER_STATUS: { description: 'By whether the text says who speaks.' },
    PUBLISHER: { description: 'By the outlet that reports it.' },
    TOPIC: { description: 'By what the article is about; a statement counts for each of several topics.' },
    KIND: { description: 'By how the article gives the words.' },
    FORCE: { description: 'By what the words that report it make of it.' },
  },
});

@ArgsType()
export class StatementCountArguments extends ListArguments {
  @Field(() => StatementGrouping, { description: 'By what to count.' })
  groupBy!: StatementGrouping;

  @Field(() => StatementFilterInput, {
    nullable: true,
    description: 'Which statements to count; those that no other statement reports, unless `topLevel` says otherwise.',
  })
  filter?: StatementFilterInput | null;
}

@ObjectType('StatementCount', { simpleResolvers: true, description: 'How many statements have something in common.' })
export class StatementCountObject {
  @Field(() => String, { description: 'What they have in common, to be read.' })
  label!: string;

  @Field(() => NodeInterface, {
    nullable: true,
    description:
      'The speaker, publisher or topic; null where the group is no such thing, or of statements without one.',
  })
  node!: object | null;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}
