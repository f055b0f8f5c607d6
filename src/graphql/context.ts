import type { Actor } from '../domain/actor.js';
import type { Ingest } from '../ingest/ingest-article.js';
import type { Loaders } from '../loaders/loaders.js';
import type { NeededProperties } from '../repository/needed-properties.js';
import type { Repository } from '../repository/repository.js';

/** What resolvers share while they answer one request. */
export interface RequestContext {
  /** Who asks; null where no key came with the request. */
  readonly actor: Actor | null;
  /** Whom limits count together: a key, or an address where none came. */
  readonly client: string;
  /** Aborted when nobody waits for the request any longer, or its time is up. */
  readonly signal: AbortSignal;
  /** What the operation costs, once that is known. */
  cost: number | null;
  /** Those of the state that the request has made so far: ask the context for them each time. */
  readonly loaders: Loaders;
  /** Takes articles in; within `write`, so that the answer shows them. */
  readonly ingest: Ingest;
  /** Lets the request read no more of records than this, from now on. */
  need(needs: NeededProperties): void;
  /**
   * Does work that writes, and then lets the request read anew, so that its answer shows what was written. Nothing is
   * begun once the signal is aborted.
   */
  write<Outcome>(work: (repository: Repository) => Promise<Outcome>): Promise<Outcome>;
  /** Tells the log of an error that is none of the client's business, and gives the id under which the log has it. */
  report(error: unknown): string | undefined;
}
