import {
  type DocumentNode,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from 'graphql';
import type { NeededProperties } from '../../repository/needed-properties.js';
import type { RequestContext } from '../context.js';
import { neededProperties } from '../needs.js';
import { type Fragments, fragmentsOf } from '../selected-fields.js';
import { Execution, type Result } from './execution.js';
import { Compiler, isPlannable, type ObjectPlan } from './plan.js';

/** More plans of one operation than this are not kept: one for each way in which its `@skip` and `@include` come out. */
const MOST_PLANS = 16;

/**
 * Executes queries by plans that are made once for each. Plans are kept as long as the parsed query that they were made of:
 * the cache that keeps those has a limit, so that this needs none of its own.
 */
export class CompiledQueries {
  readonly #schema: GraphQLSchema;
  readonly #isPlannable: boolean;
  readonly #lookedUp: ((hit: boolean) => void) | undefined;
  readonly #operations = new WeakMap<OperationDefinitionNode, CompiledOperation | null>();

  /** `lookedUp` is told each time whether there was a plan already. */
  constructor(schema: GraphQLSchema, lookedUp?: (hit: boolean) => void) {
    this.#schema = schema;
    this.#lookedUp = lookedUp;
    this.#isPlannable = isPlannable(schema);
  }

  /**
   * Executes an operation of a valid document. Undefined where that is left to graphql-js: mutations, questions about the
   * schema, and variables that are not what the operation takes.
   */
  execute(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
    context: RequestContext,
  ): Promise<Result> | undefined {
    const { coerced } = getVariableValues(this.#schema, operation.variableDefinitions ?? [], variables);
    if (coerced === undefined) return undefined;
    const compiled = this.#operation(document, operation);
    const plan = compiled?.planFor(coerced, this.#lookedUp);
    if (compiled === null || plan === undefined) return undefined;
    context.need(compiled.needs);
    return new Execution(this.#schema, coerced, context).run(plan);
  }

  #operation(document: DocumentNode, operation: OperationDefinitionNode): CompiledOperation | null {
    const known = this.#operations.get(operation);
    if (known !== undefined) return known;
    const compiled = this.#isPlannable && isPlain(document, operation);
    const made = compiled ? new CompiledOperation(this.#schema, document, operation) : null;
    this.#operations.set(operation, made);
    return made;
  }
}

class CompiledOperation {
  readonly needs: NeededProperties;
  readonly #schema: GraphQLSchema;
  readonly #operation: OperationDefinitionNode;
  readonly #fragments: Fragments;
  readonly #conditions: readonly string[];
  readonly #plans = new Map<string, ObjectPlan>();

  constructor(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) {
    this.#schema = schema;
    this.#operation = operation;
    this.#fragments = fragmentsOf(document);
    this.#conditions = conditionsOf(document);
    this.needs = neededProperties(schema, document);
  }

  planFor(variables: Readonly<Record<string, unknown>>, lookedUp?: (hit: boolean) => void): ObjectPlan | undefined {
    const key = this.#conditions.map((name) => String(variables[name])).join(' ');
    const known = this.#plans.get(key);
    lookedUp?.(known !== undefined);
    if (known !== undefined) return known;
    const conditions: Record<string, boolean> = {};
    for (const name of this.#conditions) {
      const value = variables[name];
      if (typeof value !== 'boolean') return undefined;
      conditions[name] = value;
    }
    const root = this.#schema.getQueryType();
    if (root == null || this.#plans.size >= MOST_PLANS) return undefined;
    const plan = new Compiler(this.#schema, this.#fragments, conditions).objectPlan(root, [
      this.#operation.selectionSet,
    ]);
    this.#plans.set(key, plan);
    return plan;
  }
}

/** Whether an operation is a query that asks nothing about the schema, and gives no field the name of an object’s prototype. */
function isPlain(document: DocumentNode, { operation }: OperationDefinitionNode): boolean {
  let plain = operation === OperationTypeNode.QUERY;
  visit(document, {
    Field({ name, alias }) {
      if (name.value === '__schema' || name.value === '__type' || alias?.value === '__proto__') plain = false;
    },
  });
  return plain;
}

/** The variables that decide what of a document is executed. */
function conditionsOf(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: args = [] }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of args) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
