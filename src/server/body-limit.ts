import { Readable } from 'node:stream';
import { errorCodes, type preParsingAsyncHookHandler } from 'fastify';
import { type Actor, allows } from '../domain/actor.js';

/** The most bytes that a request’s body may have where it only asks. */
export const QUESTION_BYTES = 256 * 1024;
/** The most bytes that any request’s body may have: it may bring an article. */
export const MOST_BYTES = 8 * 1024 * 1024;

/** The most bytes that somebody’s request body may have. */
export function bodyLimitOf(actor: Actor | null): number {
  return actor !== null && allows(actor.scopes, 'ingest') ? MOST_BYTES : QUESTION_BYTES;
}

/**
 * Holds a request’s body to the limit of whoever sends it; the limits that Fastify itself knows are those of a route. A
 * body whose length is announced is refused at once, and otherwise Node.js lets no more through than was announced; one of
 * unknown length is counted.
 */
export const limitBody: preParsingAsyncHookHandler = async (request, reply, body) => {
  const limit = bodyLimitOf(request.actor);
  const announced = request.headers['content-length'];
  if (announced === undefined) return Readable.from(counted(body, limit), { objectMode: false });
  if (Number(announced) <= limit) return body;
  // Nobody is going to read what the client still sends.
  reply.header('connection', 'close');
  throw new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE();
};

async function* counted(body: Readable, limit: number) {
  // Left early, the loop would otherwise take the request apart while it still waits for its answer.
  const chunks: AsyncIterable<Buffer> = body.iterator({ destroyOnReturn: false });
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > limit) throw new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE();
    yield chunk;
  }
}
