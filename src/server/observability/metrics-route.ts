import { BlockList } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Registry } from 'prom-client';
import { errorBody } from '../answer-error.js';
import type { Config } from '../config.js';
import type { StoreSize } from './exposition.js';
import type { Observability } from './observability.js';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** What a proxy tells of whoever it asks for. */
const OF_PROXIES = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'] as const;

/** Answers `GET /metrics` for whoever may read it. What writes the answer is loaded when it is first asked for. */
export function metricsRoute(
  app: FastifyInstance,
  { metrics: access }: Config,
  observability: Observability,
  size: () => Promise<StoreSize>,
): void {
  if (access === 'off') return;
  let registry: Promise<Registry> | undefined;
  app.get('/metrics', { logLevel: 'warn' }, async (request, reply) => {
    if (access === 'local' && !isLocal(request)) return refuse(reply);
    registry ??= load(observability, size);
    const { contentType, metrics } = await registry.then(async (each) => ({
      contentType: each.contentType,
      metrics: await each.metrics(),
    }));
    return reply.header('cache-control', 'no-store').type(contentType).send(metrics);
  });
}

async function load({ metrics, eventLoop }: Observability, size: () => Promise<StoreSize>): Promise<Registry> {
  const { registryOf } = await import('./exposition.js');
  return registryOf({ metrics, eventLoop, size });
}

/** Whether a program of this machine asks for itself: a proxy beside the service asks for others. */
function isLocal({ socket, headers }: FastifyRequest): boolean {
  const { remoteAddress = '', remoteFamily } = socket;
  if (OF_PROXIES.some((name) => headers[name] !== undefined)) return false;
  return LOOPBACK.check(remoteAddress, remoteFamily === 'IPv6' ? 'ipv6' : 'ipv4');
}

function refuse(reply: FastifyReply) {
  const message =
    'Metrics are for programs of this machine that ask without a proxy; ONRECORD_METRICS=open shows them to everybody.';
  return reply.code(403).send(errorBody('FORBIDDEN', message));
}
