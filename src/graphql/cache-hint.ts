import {
  type DocumentNode,
  type GraphQLSchema,
  TypeInfo,
  TypeNameMetaFieldDef,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { Extensions } from 'type-graphql';

interface CacheExtensions {
  /** For how many seconds an answer may be kept. */
  readonly cacheFor?: number;
}

/** For how many seconds what any commit can change may be kept: all fields that say nothing else. */
export const CHANGING_SECONDS = 10;

/** For how many seconds what never changes may be kept. */
export const UNCHANGING_SECONDS = 86_400;

/** Says for how many seconds a field, or each field of a type that says nothing itself, may be kept by caches. */
export function CacheFor(seconds: number): ClassDecorator & MethodDecorator & PropertyDecorator {
  return Extensions({ cacheFor: seconds } satisfies CacheExtensions);
}

/**
 * For how many seconds an answer to a document may be kept: as long as the field that may be kept shortest. It is found out
 * once for a document, so that fields behind `@skip` and `@include` count as asked for.
 */
export function cacheSeconds(schema: GraphQLSchema, document: DocumentNode): number {
  const types = new TypeInfo(schema);
  let seconds = UNCHANGING_SECONDS;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field({ name }) {
        if (name.value === TypeNameMetaFieldDef.name) return;
        const ofField: CacheExtensions = types.getFieldDef()?.extensions ?? {};
        const ofType: CacheExtensions = types.getParentType()?.extensions ?? {};
        seconds = Math.min(seconds, ofField.cacheFor ?? ofType.cacheFor ?? CHANGING_SECONDS);
      },
    }),
  );
  return seconds;
}
