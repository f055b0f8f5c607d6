import type { Actor } from '../domain/actor.js';
import type { Loaders } from '../loaders/loaders.js';

/** What resolvers share while they answer one request. */
export interface RequestContext {
  /** Who asks; null where no key came with the request. */
  readonly actor: Actor | null;
  readonly loaders: Loaders;
  /** Tells the log of an error that is none of the client's business. */
  report(error: unknown): void;
}
