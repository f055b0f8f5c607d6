import type { ApolloServerPlugin, BaseContext, GraphQLRequestListener } from '@apollo/server';

/**
 * Answers 200 in place of 400 to whoever accepts `application/json` and not `application/graphql-response+json`, where the
 * request as such was well-formed and only its document or variables are wrong: GraphQL over HTTP asks for it, because such
 * a client cannot tell from an `application/json` whether a proxy wrote it.
 */
export function statusByAccept(): ApolloServerPlugin<BaseContext> {
  const listener: GraphQLRequestListener<BaseContext> = {
    async willSendResponse({ request, response: { http }, source }) {
      // Without a source there was no query: nothing to be well-formed.
      if (http.status !== 400 || source === undefined) return;
      const accept = request.http?.headers.get('accept');
      if (accept?.includes('application/json') && !accept.includes('application/graphql-response+json')) {
        http.status = 200;
      }
    },
  };
  return { requestDidStart: async () => listener };
}
