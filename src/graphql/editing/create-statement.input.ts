import { Field, ID, InputType } from 'type-graphql';
import { Medium, StatementForce, StatementKind } from '../../domain/statement.js';
import type { NewStatement } from '../../editing/create-statement.js';
import '../statement/statement.enums.js';
import { DateInputObject, SpanInputObject, toDateInput } from './input-fields.js';

@InputType('CreateStatementInput', { description: 'A statement that an article reports and the record does not have.' })
export class CreateStatementInput {
  @Field(() => ID, { description: 'The article that reports it.' })
  article!: string;

  @Field(() => StatementKind, {
    description: 'How the article gives the words; the quotation marks of the text have to agree.',
  })
  kind!: StatementKind;

  @Field(() => [SpanInputObject], { description: 'Where the content stands, in the order of the text.' })
  spans!: SpanInputObject[];

  @Field(() => ID, { nullable: true, description: 'Who says it: a person, organization or unnamed source.' })
  speaker?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The full name of the person who says it, in place of `speaker`: the known person whose name it is, if there is just one, else a new one.',
  })
  speakerName?: string | null;

  @Field(() => [SpanInputObject], { nullable: true, description: 'The words that report it.' })
  cueSpans?: SpanInputObject[] | null;

  @Field(() => StatementForce, { nullable: true, description: 'What the cue makes of it; STATED where left out.' })
  force?: StatementForce | null;

  @Field(() => ID, { nullable: true, description: 'The statement of the same article that reports this one.' })
  parent?: string | null;

  @Field(() => DateInputObject, { nullable: true, description: 'When it was said.' })
  said?: DateInputObject | null;

  @Field(() => Medium, { nullable: true, description: 'Through what it was said or written.' })
  medium?: Medium | null;

  @Field(() => [ID], { nullable: true, description: 'The people, organizations, places and topics it is about.' })
  about?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Why, for whoever reads the change.' })
  reason?: string | null;
}

export function toNewStatement({ said, reason = null, ...fields }: CreateStatementInput): NewStatement {
  return { ...fields, said: toDateInput(said), reason };
}
