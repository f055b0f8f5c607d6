import { defaultFieldResolver, type GraphQLSchema, isAbstractType, isObjectType } from 'graphql';

/**
 * Changes what the just-in-time mode cannot compile as it is: it takes no promise for an abstract type’s name, which is
 * what type-graphql’s wrapper around `resolveType` gives, and does not call functions that stand for plain fields, which
 * pages have for what is rarely asked. Neither costs it anything.
 */
export function makeCompilable(schema: GraphQLSchema, lean: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) {
      const same = lean.getType(type.name);
      if (isAbstractType(same)) type.resolveType = same.resolveType;
    }
    if (!isObjectType(type)) continue;
    const { totalCount, startCursor, endCursor } = type.getFields();
    for (const field of [totalCount, startCursor, endCursor]) if (field) field.resolve ??= defaultFieldResolver;
  }
}
