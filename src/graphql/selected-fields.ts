import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** The fragments of a document, by name. */
export function fragmentsOf({ definitions }: DocumentNode): Fragments {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** Finds which fields selections have for a type, through fragments, as the specification’s CollectFields does. */
export class SelectedFields {
  readonly #schema: GraphQLSchema;
  readonly #fragments: Fragments;
  readonly #isIncluded: (selection: SelectionNode) => boolean;

  /** `isIncluded` leaves selections out; without it all of them count. */
  constructor(
    schema: GraphQLSchema,
    fragments: Fragments,
    isIncluded: (selection: SelectionNode) => boolean = () => true,
  ) {
    this.#schema = schema;
    this.#fragments = fragments;
    this.#isIncluded = isIncluded;
  }

  /** The fields in the order of the document; one that is selected twice is there twice, each fragment once. */
  of(type: GraphQLObjectType, sets: readonly SelectionSetNode[], visited = new Set<string>()): FieldNode[] {
    return sets
      .flatMap(({ selections }) => selections)
      .filter(this.#isIncluded)
      .flatMap((selection): FieldNode[] => {
        if (selection.kind === Kind.FIELD) return [selection];
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#unvisited(selection.name.value, visited);
        return fragment !== undefined && this.#applies(fragment.typeCondition?.name.value, type)
          ? this.of(type, [fragment.selectionSet], visited)
          : [];
      });
  }

  #unvisited(name: string, visited: Set<string>): FragmentDefinitionNode | undefined {
    if (visited.has(name)) return undefined;
    visited.add(name);
    return this.#fragments.get(name);
  }

  #applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const named = this.#schema.getType(condition);
    return named !== undefined && isAbstractType(named) && this.#schema.isSubType(named, type);
  }
}
