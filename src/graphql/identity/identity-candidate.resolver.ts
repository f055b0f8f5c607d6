import { Args, Authorized, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Scope } from '../../domain/actor.js';
import type { IdentityCandidate } from '../../domain/identity-candidate.js';
import { loadAll } from '../../loaders/named.js';
import { connect } from '../connection/connection.js';
import { ForwardArguments } from '../connection/forward-arguments.js';
import type { RequestContext } from '../context.js';
import { PersonObject } from '../person/person.object.js';
import { IdentityCandidateConnection, IdentityCandidateObject } from './identity-candidate.object.js';

@Resolver(() => IdentityCandidateObject)
export class IdentityCandidateResolver {
  @Authorized<Scope>('edit')
  @Query(() => IdentityCandidateConnection, {
    description: 'People that may be one, those for whom the most speaks first. Takes the scope “edit”.',
  })
  identityCandidates(@Args() { page }: ForwardArguments, @Ctx() { loaders }: RequestContext) {
    const list = { field: 'Query.identityCandidates', loader: loaders.allIdentityCandidates } as const;
    return connect({ ...list, order: 'SCORE_DESC' }, page);
  }

  @FieldResolver(() => [PersonObject], { description: 'The two.' })
  people(@Root() { personIds }: IdentityCandidate, @Ctx() { loaders }: RequestContext) {
    return loadAll(personIds, (id) => loaders.personById.load(id));
  }
}
