import type { onRequestHookHandler } from 'fastify';

/** The headers of a request on which an answer of GraphQL depends, besides `Origin`, which CORS adds. */
const VARY = 'accept, accept-encoding, authorization';

/** Tells caches on what an answer depends, whatever becomes of the request. */
export const varyByRequest: onRequestHookHandler = (_request, reply, done) => {
  const before = reply.getHeader('vary');
  reply.header('vary', before === undefined ? VARY : `${before}, ${VARY}`);
  done();
};
