import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from 'graphql';

/** A place in a schema’s arguments that takes a text, be it an id, an address or a date. */
export interface StringSlot {
  /** The type whose field has the argument. */
  readonly parent: string;
  readonly field: GraphQLField<unknown, unknown>;
  /** The argument, and below it the fields of inputs. */
  readonly path: readonly string[];
}

const NO_TEXTS = new Set(['Int', 'Float', 'Boolean']);

/** All such places, found by walking the schema: what is new in it is among them. */
export function stringSlots(schema: GraphQLSchema): StringSlot[] {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'));
  return types.flatMap((type) =>
    (isObjectType(type) ? Object.values(type.getFields()) : []).flatMap((field) =>
      field.args.flatMap((arg) => pathsBelow(arg.type, [arg.name])).map((path) => ({ parent: type.name, field, path })),
    ),
  );
}

function pathsBelow(type: GraphQLInputType, path: readonly string[]): (readonly string[])[] {
  const named = getNamedType(type);
  if (isInputObjectType(named)) {
    return Object.values(named.getFields())
      .filter(({ name }) => !path.includes(name))
      .flatMap((field) => pathsBelow(field.type, [...path, field.name]));
  }
  return isScalarType(named) && !NO_TEXTS.has(named.name) ? [path] : [];
}

/** A value for an input that has the text at the path, and elsewhere no more than it must, which `filler` gives. */
export function valueWith(
  type: GraphQLInputType,
  path: readonly string[],
  text: string,
  filler: (field: string, type: GraphQLNamedType) => unknown,
  name = '',
): unknown {
  if (isNonNullType(type)) return valueWith(type.ofType, path, text, filler, name);
  if (isListType(type)) return [valueWith(type.ofType, path, text, filler, name)];
  if (!isInputObjectType(type)) return path.length === 1 && path[0] === name ? text : filler(name, type);
  const [, next] = path;
  const given = Object.values(type.getFields()).filter((field) => field.name === next || isNonNullType(field.type));
  return Object.fromEntries(
    given.map((field) => [
      field.name,
      valueWith(field.type, field.name === next ? path.slice(1) : [], text, filler, field.name),
    ]),
  );
}

/** Selects all ids and totals that are at most `depth` types away: what an answer shows. */
export function selectionOf(schema: GraphQLSchema, type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isAbstractType(named)) {
    const hasId = schema.getPossibleTypes(named).filter((each) => 'id' in each.getFields());
    return `{ __typename ${hasId.map((each) => `... on ${each.name} { id }`).join(' ')} }`;
  }
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields()).filter(({ args }) => args.length === 0);
  const selected = fields.flatMap((field) => {
    if (field.name === 'id' || field.name === 'totalCount') return [field.name];
    const below = getNamedType(field.type);
    if (isScalarType(below) || isEnumType(below) || depth === 0 || 'id' in named.getFields()) return [];
    return [`${field.name} ${selectionOf(schema, field.type, depth - 1)}`];
  });
  return `{ __typename ${selected.join(' ')} }`;
}
