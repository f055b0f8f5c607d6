import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Reference } from '../../domain/statement.js';
import { loadAll, loadSubject } from '../../loaders/named.js';
import type { RequestContext } from '../context.js';
import { ReferenceObject, SubjectUnion } from './reference.object.js';

@Resolver(() => ReferenceObject)
export class ReferenceResolver {
  @FieldResolver(() => SubjectUnion, {
    nullable: true,
    description: 'Whom or what they refer to; null unless RESOLVED.',
  })
  subject(@Root() { subjectId }: Reference, @Ctx() { loaders }: RequestContext) {
    return subjectId && loadSubject(loaders, subjectId);
  }

  @FieldResolver(() => [SubjectUnion], { description: 'Those between whom the text leaves it open, when AMBIGUOUS.' })
  candidates(@Root() { candidateIds }: Reference, @Ctx() { loaders }: RequestContext) {
    return loadAll(candidateIds, (id) => loadSubject(loaders, id));
  }
}
