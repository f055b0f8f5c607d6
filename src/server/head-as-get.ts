import type { FastifyRequest, RouteHandlerMethod } from 'fastify';

/** Answers HEAD as GET is answered, which Apollo Server does not know; Node.js leaves the body out. */
export function headAsGet(handler: RouteHandlerMethod): RouteHandlerMethod {
  return function answer(request, reply) {
    return handler.call(this, request.method === 'HEAD' ? asGet(request) : request, reply);
  };
}

function asGet(request: FastifyRequest): FastifyRequest {
  return Object.create(request, { method: { value: 'GET' } });
}
