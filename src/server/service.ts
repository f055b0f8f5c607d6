import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { DestinationStream } from 'pino';
import { OnRecordError } from '../domain/errors.js';
import { type Extractor, ThreadedExtractor } from '../ingest/extractor.js';
import type { Repository } from '../repository/repository.js';
import { type SqliteOptions, SqliteRepository } from '../repository/sqlite/sqlite-repository.js';
import { createApollo } from './apollo.js';
import { asBytes } from './as-bytes.js';
import { authentication } from './authentication.js';
import { limitBody, MOST_BYTES } from './body-limit.js';
import type { Config } from './config.js';
import { tagAnswer } from './entity-tag.js';
import { headAsGet } from './head-as-get.js';
import { createHttp } from './http.js';
import { admission } from './limits/admission.js';
import { overloadProtection } from './limits/overload.js';
import { metricsRoute } from './observability/metrics-route.js';
import { Observability } from './observability/observability.js';
import { ObservedIngest } from './observability/observed-ingest.js';
import { requestContext } from './request-context.js';
import { varyByRequest } from './vary.js';

/** What stands in for the service's surroundings in tests. */
export interface ServiceOptions extends Pick<SqliteOptions, 'clock' | 'observer'> {
  /** Where the logs go; standard output when left out. */
  readonly logStream?: DestinationStream;
  /** What reads articles; threads of their own when left out. */
  readonly extractor?: Extractor;
}

/** One running GraphQL service. It holds all of its state: a process can have several. */
export interface Service {
  /** Where GraphQL answers, as `http://HOST:PORT/graphql`. */
  readonly url: string;
  readonly repository: Repository;
  /** Stops listening, finishes what is in flight and closes the store. */
  stop(): Promise<void>;
}

/**
 * Opens the store, brings it to this version, seeds it where it is empty, and listens. A store that is read-only is served
 * as it is. Throws an OnRecordError that says
 * why it cannot; nothing stays open then.
 */
export async function startService(config: Config, options: ServiceOptions = {}): Promise<Service> {
  const { logStream, extractor = threadsOf(config), ...sqliteOptions } = options;
  const observability = new Observability();
  const { meter, batches } = observability;
  const opened = { file: config.store, readOnlyToo: true, meter, ...sqliteOptions };
  const repository = await SqliteRepository.open(opened);
  try {
    if (config.seed === 'auto' && !repository.isReadOnly && (await repository.isEmpty()))
      await seed(repository, options.clock);
    const ingest = new ObservedIngest(observability, repository, extractor, options.clock);
    const app = await createHttp(config, repository, observability, logStream);
    if (repository.isReadOnly)
      app.log.warn(`The store ${config.store} is read-only: it is served, and nothing is stored.`);
    const apollo = createApollo(app, config, observability);
    await observability.start(config.tracing, (error) => app.log.warn(error, 'traces cannot be sent'));
    await apollo.start();
    metricsRoute(app, config, observability, () => repository.size());
    const overload = overloadProtection(app, config.limits);
    const surroundings = { repository, ingest, batches, timeout: config.limits.time, storeTime: config.limits.store };
    app.route({
      url: '/graphql',
      method: ['GET', 'HEAD', 'POST'],
      onRequest: [overload.onRequest, varyByRequest, observability.within(authentication(repository.keys, config))],
      onSend: [tagAnswer, asBytes],
      bodyLimit: MOST_BYTES,
      preParsing: limitBody,
      preHandler: [overload.preHandler, admission(config.limits)],
      handler: headAsGet(
        observability.within(
          fastifyApolloHandler(apollo, {
            context: async (request, reply) => requestContext(surroundings, request, reply),
          }),
        ),
      ),
    });
    const address = await listen(app, config);
    const stop = async () => {
      await apollo.stop();
      await extractor.close();
      await observability.stop();
      await repository.close();
    };
    return { url: `${address}/graphql`, repository, stop };
  } catch (error) {
    await observability.stop();
    await repository.close();
    throw error;
  }
}

/** Threads that read articles, and let whoever answers queries go first. */
function threadsOf({ workers }: Config): Extractor {
  return new ThreadedExtractor({ workers, lowPriority: true });
}

/** What reads seeds is loaded for them alone: most services start with a store that has articles. */
async function seed(repository: Repository, clock: ServiceOptions['clock']): Promise<void> {
  const { seedStore } = await import('../repository/seed/seed-store.js');
  await seedStore(repository, clock);
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    await app.close();
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') {
      throw new OnRecordError(
        'CONFLICT',
        `The port ${port} of ${host} is in use; set PORT to another, or end what listens there.`,
      );
    }
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new OnRecordError('BAD_USER_INPUT', `HOST ${host} and PORT ${port} cannot be listened on (${code}).`);
    }
    throw error;
  }
}
