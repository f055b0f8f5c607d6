import { type DocumentNode, Kind, type SelectionNode, type SelectionSetNode } from 'graphql';
import { type Fragments, fragmentsOf } from '../../graphql/selected-fields.js';
import type { DOCUMENT_LIMITS } from './limits.js';

/** What a document counts, fragments as often as they are spread. */
export type Measures = { readonly [Name in Exclude<keyof typeof DOCUMENT_LIMITS, 'tokens'>]: number };

const NOTHING: Measures = { depth: 0, fields: 0, aliases: 0, rootFields: 0, directives: 0 };

/**
 * Measures a document without following it further than once: what a fragment counts is found out once, however often it is
 * spread, so that one whose fragments double at each step takes no longer than another. Of several operations in a document
 * the sum is measured, and with it what none of them uses, since all of it is validated.
 */
export function measureDocument(document: DocumentNode): Measures {
  const measurer = new Measurer(fragmentsOf(document));
  let total = NOTHING;
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const inside = measurer.selections(definition.selectionSet);
    total = beside(total, { ...inside, directives: inside.directives + count(definition.directives) });
  }
  return beside(total, { ...measurer.unused(), rootFields: 0 });
}

class Measurer {
  readonly #fragments: Fragments;
  readonly #measured = new Map<string, Measures>();

  constructor(fragments: Fragments) {
    this.#fragments = fragments;
  }

  selections({ selections }: SelectionSetNode): Measures {
    return selections.map((selection) => this.#selection(selection)).reduce(beside, NOTHING);
  }

  /** What those fragments count that nothing has led to so far. */
  unused(): Measures {
    return [...this.#fragments.keys()].reduce(
      (sum, name) => (this.#measured.has(name) ? sum : beside(sum, this.#fragment(name))),
      NOTHING,
    );
  }

  #selection(selection: SelectionNode): Measures {
    const directives = count(selection.directives);
    if (selection.kind === Kind.FIELD) {
      const inside = selection.selectionSet === undefined ? NOTHING : this.selections(selection.selectionSet);
      return {
        depth: inside.depth + 1,
        fields: inside.fields + 1,
        aliases: inside.aliases + (selection.alias === undefined ? 0 : 1),
        rootFields: 1,
        directives: inside.directives + directives,
      };
    }
    const inside =
      selection.kind === Kind.INLINE_FRAGMENT
        ? this.selections(selection.selectionSet)
        : this.#fragment(selection.name.value);
    return { ...inside, directives: inside.directives + directives };
  }

  #fragment(name: string): Measures {
    const known = this.#measured.get(name);
    if (known !== undefined) return known;
    const fragment = this.#fragments.get(name);
    if (fragment === undefined) return NOTHING;
    // One that leads to itself counts nothing there: validation refuses it.
    this.#measured.set(name, NOTHING);
    const inside = this.selections(fragment.selectionSet);
    const measures = { ...inside, directives: inside.directives + count(fragment.directives) };
    this.#measured.set(name, measures);
    return measures;
  }
}

function beside(one: Measures, other: Measures): Measures {
  return {
    depth: Math.max(one.depth, other.depth),
    fields: one.fields + other.fields,
    aliases: one.aliases + other.aliases,
    rootFields: one.rootFields + other.rootFields,
    directives: one.directives + other.directives,
  };
}

function count(directives: readonly unknown[] | undefined): number {
  return directives?.length ?? 0;
}
