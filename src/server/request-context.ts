import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestContext } from '../graphql/context.js';
import type { Ingest } from '../ingest/ingest-article.js';
import type { BatchObserver } from '../loaders/batch-loader.js';
import { createLoaders, type Loaders } from '../loaders/loaders.js';
import type { Repository } from '../repository/repository.js';

/** A context whose loaders are replaced by new ones once something was written. */
type WritingContext = RequestContext & { loaders: Loaders };

/** What resolvers share in one request; nothing more is loaded for it when the client goes away. */
export function requestContext(
  {
    repository,
    ingest,
    batches,
  }: { readonly repository: Repository; readonly ingest: Ingest; readonly batches: BatchObserver },
  request: FastifyRequest,
  reply: FastifyReply,
): RequestContext {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (reply.raw.writableFinished) return;
    controller.abort();
  });
  const newLoaders = () => createLoaders(repository, controller.signal, batches);
  // Apollo Server gives each operation of a batch a copy, which `this` is: one does not touch the loaders of another.
  const context: WritingContext = {
    actor: request.actor,
    ingest,
    loaders: newLoaders(),
    need(needs) {
      this.loaders = createLoaders(repository.needing(needs), controller.signal, batches);
    },
    async write(work) {
      try {
        return await work(repository);
      } finally {
        this.loaders = newLoaders();
      }
    },
    // Whatever fails then fails because the client went away, and a query can fail in a thousand places.
    report: (error) => controller.signal.aborted || request.log.error(error),
  };
  return context;
}
