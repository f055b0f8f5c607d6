import { Field, ObjectType } from 'type-graphql';
import type { Change } from '../../domain/change.js';
import type { UserError } from '../../editing/user-error.js';
import { ChangeObject } from '../change/change.object.js';
import { UserErrorObject } from './user-error.object.js';

/** What every edit answers. */
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
