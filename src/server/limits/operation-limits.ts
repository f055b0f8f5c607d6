import type {
  ApolloServerPlugin,
  GraphQLRequestContextDidResolveOperation,
  GraphQLRequestListener,
} from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import { type DocumentNode, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { RequestContext } from '../../graphql/context.js';
import { type Cost, costOf } from '../../graphql/cost.js';
import { CostBudget } from './cost-budget.js';
import { type LimitValues, OPERATION_LIMITS } from './limits.js';

type Variables = Readonly<Record<string, unknown>>;
type Resolved = GraphQLRequestContextDidResolveOperation<RequestContext>;

/**
 * Refuses operations that cost more than one may, or more than is left of what their client may ask in a minute; nothing of
 * them is then executed. What a request costs is told in the answer’s `extensions.cost` when the request’s `extensions` have
 * `cost: true`, and how much is left in the standard header fields `RateLimit` and `RateLimit-Policy`.
 */
export function operationLimits(schema: GraphQLSchema, limits: LimitValues): ApolloServerPlugin<RequestContext> {
  const costs = new WeakMap<OperationDefinitionNode, Cost>();
  const budgets = Number.isFinite(limits.rate) ? new CostBudget(limits.rate) : null;

  function measure(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): number {
    const known = costs.get(operation);
    const cost = known ?? costOf(schema, document, operation);
    if (known === undefined) costs.set(operation, cost);
    return cost(variables);
  }

  const listener: GraphQLRequestListener<RequestContext> = {
    async didResolveOperation(context) {
      const { document, operation, request } = context;
      // Undefined where the document has no operation of the name that the request gives, which is refused after this.
      if (operation === undefined) return;
      const cost = measure(document, operation, request.variables ?? {});
      context.contextValue.cost = cost;
      if (cost > limits.cost) throw tooCostly(cost, limits.cost);
      if (budgets !== null) spend(budgets, context, cost);
    },
    async willSendResponse({ request, response, contextValue }) {
      if (request.extensions?.['cost'] !== true || response.body.kind !== 'single') return;
      const { singleResult } = response.body;
      const cost = { requested: contextValue.cost, limit: limits.cost };
      singleResult.extensions = { ...singleResult.extensions, cost };
    },
  };
  return { requestDidStart: async () => listener };
}

function tooCostly(cost: number, limit: number): GraphQLError {
  return new GraphQLError(
    `An operation may cost at most ${limit} units, and this one costs ${cost}: ask for shorter lists, or for fewer inside one another.`,
    { extensions: { code: OPERATION_LIMITS.cost.code, cost, limit, http: { status: 400 } } },
  );
}

function spend(budgets: CostBudget, { contextValue, response }: Resolved, cost: number): void {
  const { left, seconds, refusedFor } = budgets.take(contextValue.client, cost);
  const { headers } = response.http;
  headers.set('ratelimit-policy', `"cost";q=${budgets.perMinute};w=60`);
  headers.set('ratelimit', `"cost";r=${left};t=${seconds}`);
  if (refusedFor === null) return;
  const message = `This client has asked for as much as it may: ${budgets.perMinute} units of cost a minute. Ask again in ${refusedFor} s.`;
  throw new GraphQLError(message, {
    extensions: {
      code: OPERATION_LIMITS.rate.code,
      http: { status: 429, headers: new HeaderMap([['retry-after', String(refusedFor)]]) },
    },
  });
}
