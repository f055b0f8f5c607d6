import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { RequestContext } from '../graphql/context.js';
import { formatError, withheldCauses } from '../graphql/errors.js';
import { createSubgraph } from '../graphql/federation/subgraph.js';
import { createSchema } from '../graphql/schema.js';
import { compiledExecution } from './compiled-execution.js';
import type { Config } from './config.js';
import type { Observability } from './observability/observability.js';
import { operationObservation } from './observability/operation-observation.js';

/** The most tokens that a query may have; what our own operations need is a tenth of it. */
const MAX_TOKENS = 5000;

/** Tells the log what clients are not told, with the id of the request that met it. */
const REPORTING: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didEncounterErrors: async ({ errors, contextValue }) => {
      for (const cause of withheldCauses(errors)) contextValue.report(cause);
    },
  }),
};

/** Apollo Server over the schema; `app` is the HTTP server that it drains when it stops. */
export function createApollo(
  app: FastifyInstance,
  { environment, federation }: Config,
  observability: Observability,
): ApolloServer<RequestContext> {
  const inProduction = environment === 'production';
  const schema = federation === 'on' ? createSubgraph(createSchema()) : createSchema();
  return new ApolloServer<RequestContext>({
    schema,
    introspection: !inProduction,
    hideSchemaDetailsFromClientErrors: inProduction,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    maxRecursiveSelections: true,
    parseOptions: { maxTokens: MAX_TOKENS },
    // The service ends when its owner says so, not when a library hears a signal.
    stopOnTerminationSignals: false,
    formatError,
    plugins: [
      fastifyApolloDrainPlugin(app),
      operationObservation(observability),
      REPORTING,
      compiledExecution(schema, (hit) => observability.metrics.lookedUp('plan', hit)),
      ApolloServerPluginCacheControlDisabled(),
      // What a subgraph would otherwise tell any gateway that asks, and the log that it does.
      ApolloServerPluginInlineTraceDisabled(),
      inProduction
        ? ApolloServerPluginLandingPageDisabled()
        : ApolloServerPluginLandingPageLocalDefault({ footer: false }),
    ],
  });
}
