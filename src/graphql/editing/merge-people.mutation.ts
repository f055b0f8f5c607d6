import { Arg, Authorized, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Scope } from '../../domain/actor.js';
import { mergePeople } from '../../editing/merge-people.js';
import type { RequestContext } from '../context.js';
import { PersonObject } from '../person/person.object.js';
import { EditPayload } from './edit-payload.js';
import { makeEdit } from './make-edit.js';

@InputType('MergePeopleInput', { description: 'That several people are one.' })
class MergePeopleInput {
  @Field(() => ID, { description: 'The person that remains.' })
  keep!: string;

  @Field(() => [ID], { description: 'Those who are the same; their ids go on answering. At most 20.' })
  absorb!: string[];

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason?: string | null;
}

@ObjectType('MergePeoplePayload', { simpleResolvers: true, description: 'What came of merging people.' })
class MergePeoplePayload extends EditPayload {
  @Field(() => PersonObject, { nullable: true, description: 'The person that remains.' })
  person!: object | null;
}

@Resolver()
export class MergePeopleMutation {
  @Authorized<Scope>('edit')
  @Mutation(() => MergePeoplePayload, {
    nullable: true,
    description: 'Makes one of people who turned out to be the same, with all that they say. Takes the scope “edit”.',
  })
  async mergePeople(
    @Arg('input', () => MergePeopleInput, { description: 'Who are one.' }) input: MergePeopleInput,
    @Ctx() context: RequestContext,
  ) {
    const outcome = await makeEdit(context, (...by) => mergePeople(...by, input));
    return { ...outcome, person: () => outcome.result && context.loaders.personById.load(outcome.result) };
  }
}
