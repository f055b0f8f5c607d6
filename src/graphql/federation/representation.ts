import type { GraphQLSchema } from 'graphql';
import { InputError } from '../../domain/errors.js';
import { parseId, shorten, withArticle } from '../node/id-argument.js';
import { ENTITY_TYPES, type EntityId, type EntityType, isEntityType } from './entities.js';

/** Reads which entity a representation stands for; throws an InputError that names what of the argument is wrong. */
export function parseRepresentation(argument: string, representation: unknown, schema: GraphQLSchema): EntityId {
  if (typeof representation !== 'object' || representation === null || Array.isArray(representation)) {
    throw new InputError(argument, `The argument \`${argument}\` takes an object with \`__typename\` and \`id\`.`);
  }
  // Whatever else a gateway sends along is not needed to know the entity.
  const { __typename, id }: { __typename?: unknown; id?: unknown } = representation;
  const type = parseType(`${argument}.__typename`, __typename, schema);
  if (typeof id !== 'string') {
    const found = id == null ? 'has none' : 'has something else';
    throw new InputError(
      `${argument}.id`,
      `The argument \`${argument}.id\` takes the id of ${withArticle(type)} as a string, but \`${argument}\` ${found}.`,
    );
  }
  return parseId(`${argument}.id`, id, type);
}

function parseType(argument: string, name: unknown, schema: GraphQLSchema): EntityType {
  if (typeof name === 'string' && isEntityType(name)) return name;
  throw new InputError(
    argument,
    `The argument \`${argument}\` takes one of ${ENTITY_TYPES.join(', ')}, but ${found(name, schema)}.`,
  );
}

function found(name: unknown, schema: GraphQLSchema): string {
  if (name == null) return 'is missing';
  if (typeof name !== 'string') return 'is no string';
  return `is “${shorten(name)}”, which ${schema.getType(name) ? 'has no key' : 'is no type of On Record'}`;
}
