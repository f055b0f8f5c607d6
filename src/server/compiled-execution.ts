import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { RequestContext } from '../graphql/context.js';
import { formatError, reportWithheld } from '../graphql/errors.js';
import { CompiledQueries } from '../graphql/execution/compiled-queries.js';

/** Lets Apollo Server execute queries by their plans, and everything else as it always does. */
export function compiledExecution(
  schema: GraphQLSchema,
  lookedUp?: (hit: boolean) => void,
): ApolloServerPlugin<RequestContext> {
  const queries = new CompiledQueries(schema, lookedUp);
  const listener: GraphQLRequestListener<RequestContext> = {
    async responseForOperation({ document, operation, request, contextValue, response }) {
      // Undefined, whatever its type says, where the document has no operation of the name that the request gives.
      if (!operation) return null;
      const result = await queries.execute(document, operation, request.variables ?? {}, contextValue);
      if (result === undefined) return null;
      const { data, errors = [] } = result;
      if (errors.length === 0) return { http: response.http, body: { kind: 'single', singleResult: { data } } };
      reportWithheld(errors, contextValue);
      const formatted = errors.map((error) => formatError(error.toJSON(), error));
      return { http: response.http, body: { kind: 'single', singleResult: { errors: formatted, data } } };
    },
  };
  return { requestDidStart: async () => listener };
}
