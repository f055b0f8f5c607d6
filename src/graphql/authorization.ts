import type { AuthCheckerFn } from 'type-graphql';
import { authorize, type Scope } from '../domain/actor.js';
import type { RequestContext } from './context.js';

/**
 * Lets those resolve what is `@Authorized<Scope>(…)` whose key has all of the scopes named there; without one, whoever has
 * a key. To everybody else it throws the OnRecordError that says what it takes.
 */
export const authChecker: AuthCheckerFn<RequestContext, Scope> = ({ context }, scopes) => {
  authorizeAll(context, scopes);
  return true;
};

/** Throws unless whoever asks has all of the scopes; see `authChecker`. */
export function authorizeAll({ actor }: RequestContext, scopes: readonly Scope[]): void {
  for (const scope of scopes.length === 0 ? (['read'] as const) : scopes) authorize(actor, scope);
}
