import { Arg, Authorized, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Scope } from '../../domain/actor.js';
import { updatePerson } from '../../editing/update-person.js';
import type { RequestContext } from '../context.js';
import { PersonObject } from '../person/person.object.js';
import { EditPayload } from './edit-payload.js';
import { makeEdit } from './make-edit.js';
import { toPersonUpdate, UpdatePersonInput } from './update-person.input.js';

@ObjectType('UpdatePersonPayload', { simpleResolvers: true, description: 'What came of updating a person.' })
class UpdatePersonPayload extends EditPayload {
  @Field(() => PersonObject, { nullable: true, description: 'The person as they are now.' })
  person!: object | null;
}

@Resolver()
export class UpdatePersonMutation {
  @Authorized<Scope>('edit')
  @Mutation(() => UpdatePersonPayload, {
    nullable: true,
    description: 'Puts right what the record has of a person. Takes the scope “edit”.',
  })
  async updatePerson(
    @Arg('input', () => UpdatePersonInput, { description: 'Whom, and what is right.' }) input: UpdatePersonInput,
    @Ctx() context: RequestContext,
  ) {
    const outcome = await makeEdit(context, (...by) => updatePerson(...by, toPersonUpdate(input)));
    return { ...outcome, person: () => outcome.result && context.loaders.personById.load(outcome.result) };
  }
}
