import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { Extensions } from 'type-graphql';
import type { NeededProperties } from '../repository/needed-properties.js';

interface NeedsExtensions {
  /** The properties of its parent that a resolver reads. */
  readonly needs?: readonly string[];
  /** Those that it reads of other records, by their type; all of them where the list is null. */
  readonly needsOfOthers?: Readonly<Record<string, readonly string[] | null>>;
}

type PropertyOrPart<Parent> = {
  [Property in keyof Parent & string]:
    | Property
    | (NonNullable<Parent[Property]> extends object
        ? `${Property}.${keyof NonNullable<Parent[Property]> & string}`
        : never);
}[keyof Parent & string];

/**
 * Says which properties of its parent, besides the id, a resolver reads, or which part of one (as `property.part`). Without
 * it the parent is read whole.
 */
export function Needs<Parent>(...properties: PropertyOrPart<Parent>[]): MethodDecorator {
  return Extensions({ needs: properties } satisfies NeedsExtensions);
}

/** Says which properties a resolver reads of records that are not its parent, by type; null is for all of them. */
export function NeedsOfOthers(needs: NonNullable<NeedsExtensions['needsOfOthers']>): MethodDecorator {
  return Extensions({ needsOfOthers: needs } satisfies NeedsExtensions);
}

/**
 * What a document needs of the records that it asks for: nothing else is then read. It is found out once for a document,
 * whatever its variables are, so that fields behind `@skip` and `@include` count as asked for.
 */
export function neededProperties(schema: GraphQLSchema, document: DocumentNode): NeededProperties {
  const needs = new Needed();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field({ name }) {
        const parent = types.getParentType();
        const parents = isAbstractType(parent) ? schema.getPossibleTypes(parent) : isObjectType(parent) ? [parent] : [];
        for (const type of parents) needs.addField(type.name, type.getFields()[name.value]);
      },
    }),
  );
  return needs.byType();
}

/** Gathers needs; null is for a type that is needed whole. */
class Needed {
  readonly #byType = new Map<string, Set<string> | null>();

  addField(type: string, field: GraphQLField<unknown, unknown> | undefined): void {
    if (field === undefined) return;
    const { needs, needsOfOthers = {} }: NeedsExtensions = field.extensions;
    this.#add(type, needs ?? (field.resolve === undefined ? [field.name] : null));
    for (const [other, properties] of Object.entries(needsOfOthers)) this.#add(other, properties);
  }

  #add(type: string, properties: readonly string[] | null): void {
    const known = this.#byType.get(type);
    if (known === null) return;
    if (properties === null) this.#byType.set(type, null);
    else this.#byType.set(type, new Set([...(known ?? []), ...properties]));
  }

  byType(): NeededProperties {
    const entries = [...this.#byType].filter((entry): entry is [string, Set<string>] => entry[1] !== null);
    return new Map(entries);
  }
}
