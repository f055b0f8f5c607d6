import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { type Change, ChangeAction } from '../../domain/change.js';
import { DateTimeScalar } from '../date/date-scalars.js';
import { NodeInterface } from '../node/node.interface.js';

registerEnumType(ChangeAction, {
  name: 'ChangeAction',
  description: 'What was done to the record.',
  valuesConfig: {
    INGEST: { description: 'An article was brought in, or its text revised.' },
    REEXTRACT: { description: 'A newer engine read an article again.' },
    RETRACT: { description: 'An article was retracted.' },
    REVIEW: { description: 'A statement or figure was confirmed, rejected or corrected.' },
    CREATE: { description: 'A statement or figure was added.' },
    RELATE: { description: 'Two statements were related.' },
    UNRELATE: { description: 'A relation was taken back.' },
    UPDATE: { description: 'A person was put right.' },
    MERGE: { description: 'Several people were made one.' },
    SPLIT: { description: 'One person was made two.' },
    UNDO: { description: 'Another change was taken back.' },
  },
});

@ObjectType('ChangeTarget', { simpleResolvers: true, description: 'Something that a change was made to.' })
export class ChangeTargetObject {
  @Field(() => ID, { description: 'Its id, whether or not anything is left of it.' })
  id!: string;

  @Field(() => String, { description: 'The name of its type: “Statement”, “Person”.' })
  typeName!: string;

  @Field(() => NodeInterface, { nullable: true, description: 'The thing itself; null where nothing is left of it.' })
  node!: object | null;
}

@ObjectType('Change', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: 'That somebody changed the record: who, when, why, and what.',
})
export class ChangeObject extends NodeInterface {
  @Field(() => ChangeAction, { description: 'What was done.' })
  action!: Change['action'];

  @Field(() => String, { description: 'Who did it: the name of an API key, or of the command.' })
  actor!: string;

  @Field(() => DateTimeScalar, { description: 'When; no two changes are made at one time.' })
  at!: Date;

  @Field(() => String, { nullable: true, description: 'Why, in the words of whoever did it.' })
  reason!: string | null;
}
