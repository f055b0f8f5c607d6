import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { OnRecordError } from '../domain/errors.js';
import { bodyLimitOf } from './body-limit.js';

/** Answers a request that failed before GraphQL came to it, in the shape that GraphQL clients read. */
export function answerError(error: FastifyError | OnRecordError, request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof OnRecordError) return answerOnRecordError(error, request, reply);
  const status = error.statusCode ?? 500;
  if (status >= 500) {
    request.log.error(error);
    return reply.code(status).send(errorBody('INTERNAL_SERVER_ERROR', 'Internal server error.', request.id));
  }
  if (status === 413) return reply.code(status).send(errorBody('PAYLOAD_TOO_LARGE', tooLarge(request)));
  return reply.code(status).send(errorBody('BAD_REQUEST', error.message));
}

/** The body of an answer that tells of one error; of one that only the log has in full, with the id of the request there. */
export function errorBody(code: string, message: string, requestId?: string) {
  return { errors: [{ message, extensions: { code, ...(requestId !== undefined && { requestId }) } }] };
}

function answerOnRecordError(error: OnRecordError, request: FastifyRequest, reply: FastifyReply) {
  const { code, message } = error;
  if (code === 'UNAUTHENTICATED')
    return reply.code(401).header('www-authenticate', 'Bearer').send(errorBody(code, message));
  if (code === 'FORBIDDEN') return reply.code(403).send(errorBody(code, message));
  request.log.error(error);
  return reply.code(503).send(errorBody('STORE_UNAVAILABLE', 'The store cannot answer at the moment.', request.id));
}

function tooLarge({ actor }: FastifyRequest): string {
  const limit = bodyLimitOf(actor);
  return limit > bodyLimitOf(null)
    ? `The request body is larger than ${limit / 1024 / 1024} MiB.`
    : `The request body is larger than ${limit / 1024} KiB; ask for less at once. With an API key that has the scope “ingest” it may be larger.`;
}
