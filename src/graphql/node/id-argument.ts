import { InputError } from '../../domain/errors.js';
import { type AnyId, type Id, isId, type NodeType, typeOfId } from '../../domain/identity.js';

/** Reads an id of one of the given types (of any, where none is given) from an argument; throws an InputError that names it. */
export function parseId<T extends NodeType = NodeType>(argument: string, value: string, ...types: readonly T[]): Id<T> {
  const type = typeOfId(value);
  if (type === undefined)
    throw new InputError(
      argument,
      `The argument \`${argument}\` is “${shorten(value)}”, which is not an id of On Record.`,
    );
  if (isWanted(value, types)) return value;
  throw new InputError(
    argument,
    `The argument \`${argument}\` takes the id of ${types.map(withArticle).join(' or ')}, but ${value} is that of ${withArticle(type)}.`,
  );
}

function isWanted<T extends NodeType>(id: string, types: readonly T[]): id is Id<T> & AnyId {
  return types.length === 0 || isId(id, ...types);
}

export function withArticle(type: NodeType): string {
  return /^[AEIOU]/.test(type) ? `an ${type}` : `a ${type}`;
}

export function shorten(value: string): string {
  return value.length <= 40 ? value : `${value.slice(0, 39)}…`;
}
