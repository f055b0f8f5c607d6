import { Arg, Authorized, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Scope } from '../../domain/actor.js';
import { splitPerson } from '../../editing/split-person.js';
import type { RequestContext } from '../context.js';
import { PersonObject } from '../person/person.object.js';
import { EditPayload } from './edit-payload.js';
import { makeEdit } from './make-edit.js';

@InputType('SplitPersonInput', { description: 'That two people were taken for one.' })
class SplitPersonInput {
  @Field(() => ID, { description: 'The person, who keeps what the other articles say.' })
  id!: string;

  @Field(() => String, { description: 'The name of the other person, who is new.' })
  name!: string;

  @Field(() => [ID], {
    description: 'The articles that speak of the new person: some of those that speak of the first.',
  })
  articles!: string[];

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason?: string | null;
}

@ObjectType('SplitPersonPayload', { simpleResolvers: true, description: 'What came of splitting a person.' })
class SplitPersonPayload extends EditPayload {
  @Field(() => PersonObject, { nullable: true, description: 'The person who was split.' })
  person!: object | null;

  @Field(() => PersonObject, { nullable: true, description: 'The new person.' })
  created!: object | null;
}

@Resolver()
export class SplitPersonMutation {
  @Authorized<Scope>('edit')
  @Mutation(() => SplitPersonPayload, {
    nullable: true,
    description: 'Makes two of a person: what some articles say of them moves to a new one. Takes the scope “edit”.',
  })
  async splitPerson(
    @Arg('input', () => SplitPersonInput, { description: 'Who is two.' }) input: SplitPersonInput,
    @Ctx() context: RequestContext,
  ) {
    const outcome = await makeEdit(context, (...by) => splitPerson(...by, input));
    const load = (id: 'personId' | 'createdId') => () =>
      outcome.result && context.loaders.personById.load(outcome.result[id]);
    return { ...outcome, person: load('personId'), created: load('createdId') };
  }
}
