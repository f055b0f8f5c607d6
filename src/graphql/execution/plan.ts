import {
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
  type ValueNode,
} from 'graphql';
import { type Fragments, SelectedFields } from '../selected-fields.js';
import { type Arguments, type Bind, type Bound, bindOf } from './bind.js';

/** How one object is made: its fields in the order of the answer. */
export interface ObjectPlan {
  readonly fields: readonly FieldPlan[];
}

/** How one field of an object is made, decided once for all objects of the place in the query. */
export interface FieldPlan {
  /** Its number within the operation: where an execution keeps what it bound to the field’s arguments. */
  readonly index: number;
  /** Its name in the answer. */
  readonly key: string;
  /** The property of the parent that answers it where nothing is bound to it. */
  readonly property: string;
  readonly nodes: readonly [FieldNode, ...FieldNode[]];
  readonly parentType: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  /** Undefined where the parent’s property is the answer. */
  readonly bind: Bind | undefined;
  /** What is bound already, because no variable is among the arguments. */
  readonly bound: Bound | undefined;
  readonly completion: Completion;
}

/** What is made of the value that answers a field, as its type says. */
export type Completion =
  | { readonly kind: 'LEAF'; readonly nullable: boolean; readonly type: GraphQLLeafType }
  | { readonly kind: 'LIST'; readonly nullable: boolean; readonly item: Completion }
  | {
      readonly kind: 'OBJECT';
      readonly nullable: boolean;
      readonly type: GraphQLObjectType;
      readonly selection: Selection;
    }
  | {
      readonly kind: 'ABSTRACT';
      readonly nullable: boolean;
      readonly type: GraphQLAbstractType;
      readonly selection: Selection;
    };

/** What is selected in one place of the query: for each type that the value there can have, a plan made when it is first met. */
export class Selection {
  readonly #compiler: Compiler;
  readonly #sets: readonly SelectionSetNode[];
  readonly #plans = new Map<GraphQLObjectType, ObjectPlan>();

  constructor(compiler: Compiler, sets: readonly SelectionSetNode[]) {
    this.#compiler = compiler;
    this.#sets = sets;
  }

  planFor(type: GraphQLObjectType): ObjectPlan {
    const known = this.#plans.get(type);
    if (known !== undefined) return known;
    const plan = this.#compiler.objectPlan(type, this.#sets);
    this.#plans.set(type, plan);
    return plan;
  }
}

/** Makes plans of one operation under given values of the variables that `@skip` and `@include` ask. */
export class Compiler {
  readonly #selected: SelectedFields;
  readonly #conditions: Arguments;
  #fields = 0;

  constructor(schema: GraphQLSchema, fragments: Fragments, conditions: Readonly<Record<string, boolean>>) {
    this.#selected = new SelectedFields(schema, fragments, (selection) => this.#isIncluded(selection));
    this.#conditions = conditions;
  }

  objectPlan(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): ObjectPlan {
    const groups = new Map<string, [FieldNode, ...FieldNode[]]>();
    for (const node of this.#selected.of(type, sets)) {
      const key = node.alias?.value ?? node.name.value;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [node]);
      else group.push(node);
    }
    const fields: FieldPlan[] = [];
    for (const [key, nodes] of groups) {
      const { value: name } = nodes[0].name;
      const definition = name === TypeNameMetaFieldDef.name ? TypeNameMetaFieldDef : type.getFields()[name];
      // A field that the type does not have is left out, as graphql-js does; validation lets none through.
      if (definition !== undefined) fields.push(this.#field(key, nodes, type, definition));
    }
    return { fields };
  }

  #field(
    key: string,
    nodes: readonly [FieldNode, ...FieldNode[]],
    parentType: GraphQLObjectType,
    definition: GraphQLField<unknown, unknown>,
  ): FieldPlan {
    const bind = definition === TypeNameMetaFieldDef ? () => () => parentType.name : bindOf(definition.resolve);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return {
      index: this.#fields++,
      key,
      property: definition.name,
      nodes,
      parentType,
      definition,
      bind,
      bound: bind && (nodes[0].arguments ?? []).every(({ value }) => isConstant(value)) ? bound(bind) : undefined,
      completion: this.#completion(definition.type, new Selection(this, sets)),
    };

    function bound(bind: Bind): Bound {
      return bind(getArgumentValues(definition, nodes[0]));
    }
  }

  #completion(type: GraphQLOutputType, selection: Selection, nullable = true): Completion {
    if (isNonNullType(type)) return this.#completion(type.ofType, selection, false);
    if (isListType(type)) return { kind: 'LIST', nullable, item: this.#completion(type.ofType, selection) };
    if (isLeafType(type)) return { kind: 'LEAF', nullable, type };
    return isAbstractType(type)
      ? { kind: 'ABSTRACT', nullable, type, selection }
      : { kind: 'OBJECT', nullable, type, selection };
  }

  #isIncluded(node: SelectionNode): boolean {
    if (node.directives === undefined || node.directives.length === 0) return true;
    if (getDirectiveValues(GraphQLSkipDirective, node, this.#conditions)?.['if'] === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, node, this.#conditions)?.['if'] !== false;
  }
}

function isConstant(value: ValueNode): boolean {
  if (value.kind === Kind.VARIABLE) return false;
  if (value.kind === Kind.LIST) return value.values.every(isConstant);
  return value.kind !== Kind.OBJECT || value.fields.every((field) => isConstant(field.value));
}

/** Whether plans can be made of all queries of a schema: every field is a property or bound, and no type asks its values what they are. */
export function isPlannable(schema: GraphQLSchema): boolean {
  const roots = [schema.getMutationType(), schema.getSubscriptionType()];
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__') && !roots.includes(type))
    .every((type) => isObjectType(type) && type.isTypeOf == null && fieldsArePlannable(type));
}

function fieldsArePlannable(type: GraphQLObjectType): boolean {
  return Object.values(type.getFields()).every(({ resolve }) => resolve === undefined || bindOf(resolve) !== undefined);
}
