import { Arg, Authorized, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Scope } from '../../domain/actor.js';
import { undoChange } from '../../editing/undo.js';
import type { RequestContext } from '../context.js';
import { EditPayload } from './edit-payload.js';
import { makeEdit } from './make-edit.js';

@InputType('UndoChangeInput', { description: 'Which change is taken back.' })
class UndoChangeInput {
  @Field(() => ID, { description: 'The change.' })
  id!: string;
}

@ObjectType('UndoChangePayload', {
  simpleResolvers: true,
  description: 'What came of taking a change back: `change` is the undo itself, which can be undone.',
})
class UndoChangePayload extends EditPayload {}

@Resolver()
export class UndoMutation {
  @Authorized<Scope>('edit')
  @Mutation(() => UndoChangePayload, {
    nullable: true,
    description:
      'Takes a change back. Where a later one depends on it, nothing is done and the error, a CONFLICT, names that one. Takes the scope “edit”.',
  })
  undoChange(
    @Arg('input', () => UndoChangeInput, { description: 'Which.' }) { id }: UndoChangeInput,
    @Ctx() context: RequestContext,
  ) {
    return makeEdit(context, (repository, actor) => undoChange(repository, { id, actor }));
  }
}
