import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { DocumentNode } from 'graphql';
import type { RequestContext } from '../graphql/context.js';
import { formatError, reportWithheld } from '../graphql/errors.js';
import { createSubgraph } from '../graphql/federation/subgraph.js';
import { createSchema } from '../graphql/schema.js';
import { cacheControl } from './cache-control.js';
import { compiledExecution } from './compiled-execution.js';
import type { Config } from './config.js';
import { operationLimits } from './limits/operation-limits.js';
import type { Observability } from './observability/observability.js';
import { operationObservation } from './observability/operation-observation.js';
import { operationList } from './operations/operation-list.js';
import { statusByAccept } from './status-by-accept.js';

/** How much of parsed queries is kept, in bytes of JSON; in memory it is a few times that. */
const KEPT_DOCUMENTS = 8 * 1024 * 1024;

/** Tells the log what clients are not told, with the id of the request that met it. */
const REPORTING: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didEncounterErrors: async ({ errors, contextValue }) => reportWithheld(errors, contextValue),
  }),
  unexpectedErrorProcessingRequest: async ({ requestContext, error }) => {
    requestContext.contextValue.report(error);
  },
};

/** Apollo Server over the schema; `app` is the HTTP server that it drains when it stops. */
export function createApollo(
  app: FastifyInstance,
  config: Config,
  observability: Observability,
): ApolloServer<RequestContext> {
  const { environment, federation, limits } = config;
  const inProduction = environment === 'production';
  const schema = federation === 'on' ? createSubgraph(createSchema()) : createSchema();
  const operations = operationList(schema, config);
  return new ApolloServer<RequestContext>({
    documentStore: new InMemoryLRUCache<DocumentNode>({ maxSize: KEPT_DOCUMENTS }),
    ...operations.options,
    schema,
    introspection: !inProduction,
    hideSchemaDetailsFromClientErrors: inProduction,
    includeStacktraceInErrorResponses: false,
    stringifyResult: (result) => JSON.stringify(result),
    csrfPrevention: true,
    maxRecursiveSelections: true,
    parseOptions: { maxTokens: limits.tokens },
    allowBatchedHttpRequests: false,
    // The service ends when its owner says so, not when a library hears a signal.
    stopOnTerminationSignals: false,
    formatError,
    plugins: [
      fastifyApolloDrainPlugin(app),
      // What an operation costs is known before it is noted.
      operationLimits(schema, limits),
      operationObservation(observability),
      REPORTING,
      compiledExecution(schema, (hit) => observability.metrics.lookedUp('plan', hit)),
      statusByAccept(),
      cacheControl(schema),
      ...operations.plugins,
      ApolloServerPluginCacheControlDisabled(),
      // What a subgraph would otherwise tell any gateway that asks, and the log that it does.
      ApolloServerPluginInlineTraceDisabled(),
      inProduction
        ? ApolloServerPluginLandingPageDisabled()
        : ApolloServerPluginLandingPageLocalDefault({ footer: false }),
    ],
  });
}
