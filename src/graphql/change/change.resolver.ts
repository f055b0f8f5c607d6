import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Change } from '../../domain/change.js';
import { typeOfId } from '../../domain/identity.js';
import { loadNode } from '../../loaders/node.js';
import type { RequestContext } from '../context.js';
import { Needs } from '../needs.js';
import { ChangeObject, ChangeTargetObject } from './change.object.js';

@Resolver(() => ChangeObject)
export class ChangeResolver {
  @FieldResolver(() => [ChangeTargetObject], { description: 'What it was made to, the main thing first.' })
  @Needs<Change>('targetIds')
  targets(@Root() { targetIds }: Change, @Ctx() { loaders }: RequestContext) {
    return targetIds.map((id) => ({ id, typeName: typeOfId(id), node: () => loadNode(loaders, id) }));
  }

  @FieldResolver(() => Boolean, { description: 'Whether it was taken back, and that was not itself taken back.' })
  @Needs<Change>('undoneById')
  undone(@Root() { undoneById }: Change) {
    return undoneById !== null;
  }
}
