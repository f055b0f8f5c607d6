import { Field, ObjectType } from 'type-graphql';
import type { Change } from '../../domain/change.js';
import type { UserError } from '../../editing/user-error.js';
import { ChangeObject } from '../change/change.object.js';
import { UserErrorObject } from './user-error.object.js';

/**
 * What every edit answers. What a payload shows besides is loaded by a function, which is called where it is selected: a
 * promise that nobody waits for would end the process where it fails.
 */
@ObjectType()
export abstract class EditPayload {
  @Field(() => ChangeObject, {
    simple: true,
    nullable: true,
    description: 'The change that was made; null where nothing was.',
  })
  change!: Change | null;

  @Field(() => [UserErrorObject], {
    simple: true,
    description: 'What is wrong with the input; empty where the edit was made.',
  })
  userErrors!: readonly UserError[];
}
