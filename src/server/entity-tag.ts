import { hash } from 'node:crypto';
import type { FastifyReply, onSendHookHandler } from 'fastify';

/**
 * Tags answers to GET and HEAD, and answers 304 to a client that has the same answer already. What is asked by POST no cache
 * keeps, so that nothing is computed for it.
 *
 * The tag is weak: it is of the answer before compression, and the same whether and how that is compressed.
 */
export const tagAnswer: onSendHookHandler<unknown> = (request, reply, payload, done) => {
  if (request.method !== 'GET' && request.method !== 'HEAD') return done(null, payload);
  if (!isKept(reply) || typeof payload !== 'string') return done(null, payload);
  const tag = `"${hash('sha256', payload, 'base64url')}"`;
  reply.header('etag', `W/${tag}`);
  if (!isAmong(tag, request.headers['if-none-match'])) return done(null, payload);
  reply.code(304).removeHeader('content-type').removeHeader('content-length');
  return done(null, null);
};

/** Whether caches may keep an answer; one that says nothing of it, such as that a key opens nothing, they may not. */
function isKept(reply: FastifyReply): boolean {
  const said = reply.getHeader('cache-control');
  if (said === undefined) reply.header('cache-control', 'no-store');
  return said !== undefined && said !== 'no-store' && reply.statusCode === 200;
}

function isAmong(tag: string, header: string | undefined): boolean {
  if (header === undefined) return false;
  return header.split(',').some((candidate) => {
    const one = candidate.trim();
    return one === '*' || one === tag || one === `W/${tag}`;
  });
}
