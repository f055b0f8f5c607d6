import type { Loaders } from '../loaders/loaders.js';

/** What resolvers share while they answer one request. */
export interface RequestContext {
  readonly loaders: Loaders;
}
