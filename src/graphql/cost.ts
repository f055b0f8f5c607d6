import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';
import { Extensions } from 'type-graphql';
import { fragmentsOf, SelectedFields } from './selected-fields.js';

/** How many rows a list without a size of its own counts for. */
const ASSUMED_SIZE = 5;

/** How many values a list counts for that comes with its record, such as the places where it stands in the text. */
const ASSUMED_VALUES = 3;

/** What a page has whose size the query does not say: such a query is refused when it is executed. */
const NO_SIZE = 1;

const INTROSPECTION_COST = 100;

type Variables = Readonly<Record<string, unknown>>;

/** What an operation costs with its variables, in units of about one record that is read. */
export type Cost = (variables: Variables) => number;

/** Says what a field costs by itself, where it is more than one record that is read. */
export function CostOf(cost: number): MethodDecorator & PropertyDecorator {
  return Extensions({ cost });
}

/**
 * What an operation costs, known before it is executed: one for each field that is read from the store or computed and for
 * each row of a list, however deep, so that the sizes of nested lists multiply. Of the types that a place can have the most
 * expensive counts; what `@skip` and `@include` leave out counts as well. The document has to be valid.
 */
export function costOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Cost {
  const root = schema.getRootType(operation.operation);
  if (root == null) return () => 0;
  return new CostCompiler(schema, document, operation).selection(root, [operation.selectionSet], () => NO_SIZE);
}

class CostCompiler {
  readonly #schema: GraphQLSchema;
  readonly #selected: SelectedFields;
  readonly #defaults: ReadonlyMap<string, unknown>;

  constructor(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) {
    this.#schema = schema;
    this.#selected = new SelectedFields(schema, fragmentsOf(document));
    this.#defaults = new Map(
      operation.variableDefinitions?.map(({ variable, defaultValue }) => [
        variable.name.value,
        defaultValue && valueFromASTUntyped(defaultValue),
      ]),
    );
  }

  /** What a selection costs for each object of the type; `rows` is how many rows the page has that the object may be. */
  selection(type: GraphQLObjectType, sets: readonly SelectionSetNode[], rows: Cost): Cost {
    const costs = this.#selected.of(type, sets).map((node) => this.#field(type, node, rows));
    return (variables) => costs.reduce((sum, cost) => sum + cost(variables), 0);
  }

  #field(parent: GraphQLObjectType, node: FieldNode, rows: Cost): Cost {
    const name = node.name.value;
    const field = parent.getFields()[name];
    if (field === undefined) return () => (name === '__typename' ? 0 : INTROSPECTION_COST);
    const own = ownCost(field);
    const named = getNamedType(field.type);
    if (isLeafType(named)) return () => own;
    const types = isAbstractType(named) ? this.#schema.getPossibleTypes(named) : isObjectType(named) ? [named] : [];
    const sets = node.selectionSet === undefined ? [] : [node.selectionSet];
    const size = this.#size(field, node.arguments ?? []);
    const inside = types.map((type) => this.selection(type, sets, size ?? rows));
    const each: Cost = (variables) => Math.max(0, ...inside.map((cost) => cost(variables)));
    if (!isListType(getNullableType(field.type))) return (variables) => own + each(variables);
    if (isPage(parent)) return (variables) => own + rows(variables) * (1 + each(variables));
    // What comes with its record costs nothing by itself.
    if (field.resolve === undefined) return (variables) => ASSUMED_VALUES * each(variables);
    const length = size ?? (() => ASSUMED_SIZE);
    return (variables) => own + length(variables) * (1 + each(variables));
  }

  /** How many rows a field is asked for; undefined where it takes no size. */
  #size({ args }: GraphQLField<unknown, unknown>, given: readonly ArgumentNode[]): Cost | undefined {
    const sizes = args.filter(({ name }) => name === 'first' || name === 'last');
    const ids = given.find(({ name }) => name.value === 'ids' || name.value === 'representations');
    if (ids !== undefined) return (variables) => this.#length(ids, variables);
    if (sizes.length === 0) return undefined;
    const fallback = Math.max(NO_SIZE, ...sizes.map(({ defaultValue }) => Number(defaultValue ?? NO_SIZE)));
    const asked = given.filter(({ name }) => sizes.some((size) => size.name === name.value));
    return (variables) => {
      const values = asked.map((argument) => this.#number(argument, variables)).filter((value) => value !== undefined);
      return values.length === 0 ? fallback : Math.max(...values);
    };
  }

  #number({ value }: ArgumentNode, variables: Variables): number | undefined {
    if (value.kind === Kind.INT) return Math.max(0, Number(value.value));
    const found = this.#variable(value, variables);
    return typeof found === 'number' ? Math.max(0, found) : undefined;
  }

  #length({ value }: ArgumentNode, variables: Variables): number {
    if (value.kind === Kind.LIST) return value.values.length;
    const found = this.#variable(value, variables);
    return Array.isArray(found) ? found.length : 1;
  }

  /** What a variable is in these variables, or else by default; undefined where the value is none. */
  #variable(value: ValueNode, variables: Variables): unknown {
    if (value.kind !== Kind.VARIABLE) return undefined;
    const name = value.name.value;
    return variables[name] === undefined ? this.#defaults.get(name) : variables[name];
  }
}

function ownCost({ resolve, extensions }: GraphQLField<unknown, unknown>): number {
  const { cost } = extensions as { readonly cost?: number };
  if (cost !== undefined) return cost;
  return resolve === undefined ? 0 : 1;
}

/** Whether a type is a page of a list: its rows are as many as the field was asked for that gives it. */
function isPage(type: GraphQLObjectType): boolean {
  return 'pageInfo' in type.getFields();
}
