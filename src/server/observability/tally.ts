/** A metric as it is told to whoever collects it. */
interface Described {
  readonly name: string;
  readonly help: string;
  /** What its values are told apart by; undefined where there is one alone. */
  readonly label: string | undefined;
}

/** Counts by a label. It is cheap to add to: what collects metrics asks for the counts when it wants them. */
export class Tally implements Described {
  readonly name: string;
  readonly help: string;
  readonly label: string;
  readonly #counts = new Map<string, number>();

  constructor(name: string, label: string, help: string, values: readonly string[] = []) {
    this.name = name;
    this.label = label;
    this.help = help;
    // A rate begins at nothing only where somebody says that there was nothing.
    for (const value of values) this.#counts.set(value, 0);
  }

  add(value: string, count = 1): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + count);
  }

  get counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }
}

/** How often a value was at most each bound: the buckets of a histogram, each without those below it. */
export interface Distribution {
  readonly buckets: number[];
  sum: number;
  count: number;
}

/** Distributions by a label, as cheap to add to as a tally. */
export class Distributions implements Described {
  readonly name: string;
  readonly help: string;
  readonly label: string;
  readonly bounds: readonly number[];
  readonly #distributions = new Map<string, Distribution>();

  constructor(name: string, label: string, help: string, bounds: readonly number[]) {
    this.name = name;
    this.label = label;
    this.help = help;
    this.bounds = bounds;
  }

  add(label: string, value: number): void {
    const distribution = this.#distributions.get(label) ?? this.#make(label);
    distribution.sum += value;
    distribution.count += 1;
    const { bounds } = this;
    let index = 0;
    while (index < bounds.length && value > (bounds[index] ?? 0)) index += 1;
    distribution.buckets[index] = (distribution.buckets[index] ?? 0) + 1;
  }

  get distributions(): ReadonlyMap<string, Distribution> {
    return this.#distributions;
  }

  #make(label: string): Distribution {
    const made: Distribution = { buckets: Array.from({ length: this.bounds.length + 1 }, () => 0), sum: 0, count: 0 };
    this.#distributions.set(label, made);
    return made;
  }
}
