/** Operations that have no name of their own in the metrics. */
export const OTHER = 'other';

/** Clients choose the names of their operations: more than this many, or longer ones, would be theirs to fill the memory with. */
const MOST_NAMES = 50;
const LONGEST_NAME = 64;

/** The names by which metrics tell operations apart: the first that come. */
export class OperationNames {
  readonly #names = new Set<string>();

  /** The name, or `other` for an operation without one and for one name too many. */
  labelOf(name: string | null): string {
    if (name === null || name.length > LONGEST_NAME) return OTHER;
    if (this.#names.has(name)) return name;
    if (this.#names.size >= MOST_NAMES) return OTHER;
    this.#names.add(name);
    return name;
  }
}
