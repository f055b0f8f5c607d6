import type { Socket } from 'node:net';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Activity } from './activity.js';
import type { Outcome } from './metrics.js';
import type { Observability } from './observability.js';
import { OTHER } from './operation-names.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** What it does, for its log line, metrics and trace. */
    activity: Activity;
  }
}

/** What asks about the service itself: neither counted nor traced. */
const ABOUT_THE_SERVICE = new Set(['/healthz', '/readyz', '/metrics']);

/** Codes of errors that are not the client’s fault. */
const OWN_FAULT = new Set(['INTERNAL_SERVER_ERROR', 'STORE_UNAVAILABLE']);

/** Writes one line of log for each request that ends, and counts and traces it. Before all that could refuse one. */
export function observeRequests(app: FastifyInstance, observability: Observability): void {
  app.decorateRequest('activity');
  app.addHook('onRequest', (request, reply, done) => {
    observeRequest(request, reply, observability);
    done();
  });
  app.addHook('preSerialization', async ({ activity }, _reply, payload) => {
    // What is refused before GraphQL comes to it.
    activity.codes = codesOf(payload);
    return payload;
  });
}

/** Begins the activity of a request, and tells of it when it has ended. */
export function observeRequest(request: FastifyRequest, reply: FastifyReply, observability: Observability): Activity {
  const path = pathOf(request);
  const { socket } = request.raw;
  const traces = ABOUT_THE_SERVICE.has(path) ? undefined : observability.tracing;
  const span = traces?.beginRequest(`${request.method} ${path}`, request.headers, {
    'http.request.method': request.method,
    'url.path': path,
    'onrecord.request.id': request.id,
  });
  request.activity = new Activity(request.ip, span);
  request.log.debug({ method: request.method, path }, 'request began');
  observability.asking.add(socket);
  // Whatever becomes of it: Fastify’s own hook knows nothing of a client that went away.
  reply.raw.once('close', () => {
    observability.asking.delete(socket);
    finish(request, reply, path, observability);
  });
  return request.activity;
}

/** Tells of what came over a connection and could not be read, where it belongs to no request that tells of itself. */
export function noteUnreadable(
  log: FastifyBaseLogger,
  { asking, metrics }: Observability,
  socket: Socket,
  status: number,
  code: string,
): void {
  // Browsers open connections before they need them, and may never ask.
  if (socket.bytesRead === 0 || asking.has(socket)) return;
  const outcome = 'client_error';
  log.info({ outcome, errors: [code], status, address: socket.remoteAddress }, 'request');
  metrics.requests.add(outcome);
  metrics.errors.add(code);
}

/** The codes of the errors that an answer tells of. */
export function codesOf(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null || !('errors' in answer) || !Array.isArray(answer.errors))
    return [];
  return answer.errors.map(({ extensions }) => String(extensions?.code));
}

function finish(request: FastifyRequest, reply: FastifyReply, path: string, { metrics }: Observability): void {
  const { activity } = request;
  const milliseconds = performance.now() - activity.began;
  const status = reply.raw.headersSent ? reply.statusCode : undefined;
  const outcome = outcomeOf(activity, reply);
  const errors = [...new Set(activity.codes)];
  const name = activity.operation?.name;
  request.log.info(
    {
      method: request.method,
      path,
      operation: name,
      hash: activity.hash,
      duration: Math.round(milliseconds * 100) / 100,
      sql: activity.statements,
      rows: activity.rows,
      cost: activity.cost,
      outcome,
      errors: errors.length > 0 ? errors : undefined,
      status,
      client: request.actor?.keyId,
      address: activity.address,
    },
    'request',
  );
  activity.request?.end(
    { 'http.response.status_code': status, 'onrecord.outcome': outcome, 'onrecord.errors': errors },
    outcome === 'server_error' ? errors.join(', ') : undefined,
  );
  if (ABOUT_THE_SERVICE.has(path)) return;
  const operation = activity.operation === undefined ? OTHER : metrics.operations.labelOf(name ?? null);
  metrics.requests.add(outcome);
  metrics.durations.add(operation, milliseconds / 1000);
  metrics.statements.add(operation, activity.statements);
  metrics.rows.add(operation, activity.rows);
  for (const code of activity.codes) metrics.errors.add(code);
}

function outcomeOf({ codes }: Activity, { raw, statusCode }: FastifyReply): Outcome {
  if (!raw.writableFinished) return 'aborted';
  if (codes.some((code) => OWN_FAULT.has(code))) return 'server_error';
  if (statusCode === 429 || statusCode === 503) return 'refused';
  if (statusCode >= 500) return 'server_error';
  return codes.length > 0 || statusCode >= 400 ? 'client_error' : 'ok';
}

/** The path alone: parameters may hold what somebody asks, and a whole address, as proxies are given it, a password. */
function pathOf({ url }: FastifyRequest): string {
  const end = url.indexOf('?');
  const path = end === -1 ? url : url.slice(0, end);
  return path.startsWith('/') ? path : path.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '') || '/';
}
