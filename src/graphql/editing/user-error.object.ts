import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { type UserError, UserErrorCode } from '../../editing/user-error.js';

registerEnumType(UserErrorCode, {
  name: 'UserErrorCode',
  description: 'Why an edit cannot be made.',
  valuesConfig: {
    INVALID: { description: 'The input contradicts itself, the text or the rules of the record.' },
    NOT_FOUND: { description: 'Nothing has the id, or the name, that the input gives.' },
    CONFLICT: { description: 'What is stored has moved on, or is so already: read it again.' },
    TOO_LARGE: { description: 'There is more of it than is taken.' },
    UNSUPPORTED: { description: 'It cannot be done with things of this kind.' },
  },
});

@ObjectType('UserError', { simpleResolvers: true, description: 'What is wrong with the input of an edit.' })
export class UserErrorObject {
  @Field(() => [String], {
    nullable: true,
    description:
      'The way to the field, from inside `input`: `["spans", "0", "end"]` is the end of its first span. Null where it is no field’s fault.',
  })
  field!: UserError['field'];

  @Field(() => UserErrorCode, { description: 'Why.' })
  code!: UserError['code'];

  @Field(() => String, { description: 'What is wrong, and what to do about it.' })
  message!: string;
}
