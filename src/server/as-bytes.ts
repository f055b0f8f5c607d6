import type { onSendHookHandler } from 'fastify';

/** Hands an answer on as the bytes that are sent: of a text Node.js makes several copies on its way. */
export const asBytes: onSendHookHandler<unknown> = (_request, _reply, payload, done) =>
  done(null, typeof payload === 'string' ? Buffer.from(payload) : payload);
