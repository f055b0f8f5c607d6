import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestListener } from '@apollo/server';
import type { RequestContext } from '../../graphql/context.js';
import type { Activity } from './activity.js';
import type { Observability } from './observability.js';
import { codesOf } from './request-observation.js';
import type { OpenSpan } from './tracing.js';

/** The longest name of an operation that is told; GraphQL has no limit, and neither have those who choose one. */
const LONGEST_NAME = 100;

/** Notes what a request asks and what comes of it, and traces how. */
export function operationObservation(observability: Observability): ApolloServerPlugin<RequestContext> {
  const listener: GraphQLRequestListener<RequestContext> = {
    // Already here, for clients that go away before they have their answer.
    didResolveOperation: async (context) => {
      const activity = observability.scope?.activity;
      if (activity !== undefined) noteOperation(context, activity);
    },
    parsingDidStart: async () => {
      const activity = observability.scope?.activity;
      if (activity !== undefined) activity.isParsed = true;
    },
    willSendResponse: async (context) => {
      const activity = observability.scope?.activity;
      if (activity !== undefined) note(context, activity, observability);
    },
  };
  return {
    // What is no request of GraphQL, so that none begins.
    invalidRequestWasReceived: async ({ error }) => {
      const activity = observability.scope?.activity;
      if (activity !== undefined) activity.codes = codesOf({ errors: [error] });
    },
    requestDidStart: async () => {
      const activity = observability.scope?.activity;
      if (observability.tracing === undefined || activity?.request === undefined) return listener;
      return tracedListener(listener, activity, activity.request);
    },
  };
}

function note(context: GraphQLRequestContext<RequestContext>, activity: Activity, observability: Observability): void {
  const { document, request, metrics, response } = context;
  noteOperation(context, activity);
  if (response.body?.kind === 'single') activity.codes = codesOf(response.body.singleResult);
  if (document) observability.metrics.lookedUp('document', !activity.isParsed);
  if (request.extensions?.['persistedQuery'] !== undefined && request.query === undefined) {
    observability.metrics.lookedUp('persisted_query', metrics.persistedQueryHit === true);
  }
}

function noteOperation(context: GraphQLRequestContext<RequestContext>, activity: Activity): void {
  const { operation, operationName, queryHash, contextValue } = context;
  if (operation) activity.operation = { name: operationName?.slice(0, LONGEST_NAME) ?? null };
  activity.hash = queryHash;
  const cost: unknown = Reflect.get(contextValue, 'cost');
  if (typeof cost === 'number') activity.cost = cost;
}

/** As the other, with spans for what GraphQL does: the parts of a request that is traced. */
function tracedListener(
  listener: GraphQLRequestListener<RequestContext>,
  activity: Activity,
  request: OpenSpan,
): GraphQLRequestListener<RequestContext> {
  let execution: OpenSpan | undefined;
  return {
    parsingDidStart: async (context) => {
      await listener.parsingDidStart?.(context);
      const span = request.begin('parse');
      return async (error) => span.end({}, error);
    },
    validationDidStart: async () => {
      const span = request.begin('validate');
      return async (errors) => span.end({}, errors?.[0]);
    },
    didResolveOperation: async (context) => {
      await listener.didResolveOperation?.(context);
      const { operation, operationName } = context;
      if (!operation) return;
      const name = operationName?.slice(0, LONGEST_NAME);
      request.rename(name === undefined ? operation.operation : `${operation.operation} ${name}`);
      const attributes = { 'graphql.operation.type': operation.operation, 'graphql.operation.name': name };
      execution = request.begin('execute', attributes);
      activity.span = execution;
    },
    willSendResponse: async (context) => {
      await listener.willSendResponse?.(context);
      activity.span = request;
      execution?.end({ 'onrecord.sql.statements': activity.statements, 'onrecord.sql.rows': activity.rows });
    },
  };
}
