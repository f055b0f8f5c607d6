import type { FastifyReply, FastifyRequest } from 'fastify';
import { OnRecordError } from '../domain/errors.js';
import type { RequestContext } from '../graphql/context.js';
import type { Ingest } from '../ingest/ingest-article.js';
import type { BatchObserver } from '../loaders/batch-loader.js';
import { createLoaders, type Loaders } from '../loaders/loaders.js';
import type { Repository } from '../repository/repository.js';
import { limitStoreTime, StoreTime } from '../repository/store-time.js';

/** A context whose loaders are replaced by new ones once something was written. */
type WritingContext = RequestContext & { loaders: Loaders };

/** What all requests share, and how many milliseconds one may take, of which the store may work no more than `storeTime`. */
export interface RequestSurroundings {
  readonly repository: Repository;
  readonly ingest: Ingest;
  readonly batches: BatchObserver;
  readonly timeout: number;
  readonly storeTime: number;
}

/** What resolvers share in one request; nothing more is loaded for it when the client goes away, or when its time is up. */
export function requestContext(
  { repository, ingest, batches, timeout, storeTime }: RequestSurroundings,
  request: FastifyRequest,
  reply: FastifyReply,
): RequestContext {
  const controller = new AbortController();
  if (Number.isFinite(storeTime)) limitStoreTime(controller.signal, new StoreTime(storeTime));
  const deadline = setTimeout(() => controller.abort(new TimeoutError(timeout)), timeout);
  reply.raw.once('close', () => {
    clearTimeout(deadline);
    if (reply.raw.writableFinished) return;
    controller.abort();
  });
  const newLoaders = () => createLoaders(repository, controller.signal, batches);
  // Apollo Server gives each operation of a batch a copy, which `this` is: one does not touch the loaders of another.
  const context: WritingContext = {
    actor: request.actor,
    client: request.actor?.keyId ?? networkOf(request.ip),
    signal: controller.signal,
    cost: null,
    ingest,
    loaders: newLoaders(),
    need(needs) {
      this.loaders = createLoaders(repository.needing(needs), controller.signal, batches);
    },
    async write(work) {
      controller.signal.throwIfAborted();
      try {
        return await work(repository);
      } finally {
        this.loaders = newLoaders();
      }
    },
    report(error) {
      // Whatever fails then fails because the client went away, and a query can fail in a thousand places.
      if (!controller.signal.aborted) request.log.error(error);
      return request.id;
    },
  };
  return context;
}

/** The work for a request was ended because it took too long. */
class TimeoutError extends OnRecordError {
  constructor(milliseconds: number) {
    super(
      'REQUEST_TIMEOUT',
      `The request took longer than ${milliseconds / 1000} s and was ended; ask for less at once.`,
    );
  }
}

/** The network that an address counts for: of IPv6 the half that one customer has. */
function networkOf(address: string): string {
  const groups = address.split(':');
  return groups.length > 2 && !address.includes('.') ? expanded(groups).slice(0, 4).join(':') : address;
}

/** All eight groups of an IPv6 address, those behind “::” too. */
function expanded(groups: readonly string[]): string[] {
  const gap = groups.indexOf('');
  if (gap === -1) return [...groups];
  const given = groups.filter((group) => group !== '');
  const before = gap === 0 ? 0 : gap;
  return [...given.slice(0, before), ...Array.from({ length: 8 - given.length }, () => '0'), ...given.slice(before)];
}
