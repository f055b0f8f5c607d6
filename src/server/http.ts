import { randomUUID } from 'node:crypto';
import cors from '@fastify/cors';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { DestinationStream } from 'pino';
import type { Repository } from '../repository/repository.js';
import { answerError, errorBody } from './answer-error.js';
import { QUESTION_BYTES } from './body-limit.js';
import { compressAnswers } from './compression.js';
import type { Config } from './config.js';
import { connectionOptions } from './connections.js';
import { corsOptions } from './cors.js';
import type { Observability } from './observability/observability.js';
import { noteUnreadable, observeRequest, observeRequests } from './observability/request-observation.js';
import { securityHeaders } from './security-headers.js';

/** The HTTP server with everything but GraphQL: logs, CORS, health, and errors in the shape that GraphQL clients read. */
export async function createHttp(
  config: Config,
  repository: Repository,
  observability: Observability,
  logStream?: DestinationStream,
): Promise<FastifyInstance> {
  const headers = securityHeaders(config);
  const app: FastifyInstance = fastify({
    logger: { level: config.logLevel, ...(logStream && { stream: logStream }) },
    // A request has one line of ours in place of two of Fastify’s.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: QUESTION_BYTES,
    trustProxy: config.trustProxy,
    // What no route is looked for does not come past the hooks.
    frameworkErrors: (error, request, reply) => {
      observeRequest(request, reply, observability).codes = ['BAD_REQUEST'];
      return answerError(error, request, reply.headers({ ...headers.all, 'x-request-id': request.id }));
    },
    forceCloseConnections: 'idle',
    ...connectionOptions(config, (...unreadable) => noteUnreadable(app.log, observability, ...unreadable)),
  });
  // A page may send it unasked; what is in it nobody here reads.
  app.removeContentTypeParser('text/plain');
  app.decorateRequest('actor', null);
  observeRequests(app, observability);
  // Before Apollo, whose CSRF prevention would otherwise meet the browser's OPTIONS first.
  await app.register(cors, corsOptions(config));
  await compressAnswers(app);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  headers.addTo(app);
  endConnectionsOnClose(app);
  app.get('/healthz', { logLevel: 'warn' }, async () => ({ status: 'alive' }));
  app.get('/readyz', { logLevel: 'warn' }, (request, reply) => answerReady(repository, request, reply));
  app.get('/', (_request, reply) => reply.redirect('/graphql'));
  app.setErrorHandler(answerError);
  app.setNotFoundHandler(answerNotFound);
  return app;
}

function answerNotFound(request: FastifyRequest, reply: FastifyReply) {
  const { method } = request;
  const [path] = request.url.split('?');
  if (path === '/graphql') {
    const message = `/graphql takes POST, GET and HEAD, not ${method}.`;
    return reply.code(405).header('allow', 'GET, HEAD, POST').send(errorBody('METHOD_NOT_ALLOWED', message));
  }
  return reply.code(404).send(errorBody('NOT_FOUND', `There is nothing at ${path}; GraphQL is at /graphql.`));
}

/** Answers what is in flight with `Connection: close` once the server stops: a kept connection would hold the end up. */
function endConnectionsOnClose(app: FastifyInstance): void {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
}

/** Ready when the store answers; it is opened and migrated before the service listens. */
async function answerReady(repository: Repository, request: FastifyRequest, reply: FastifyReply) {
  try {
    await repository.isEmpty(AbortSignal.timeout(5_000));
    return { status: 'ready' };
  } catch (error) {
    request.log.error(error);
    return reply.code(503).send({ status: 'unavailable', reason: 'The store does not answer.' });
  }
}
