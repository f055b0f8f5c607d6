import { isMap, isScalar, isSeq } from 'yaml';
import { InvariantError } from '../../domain/errors.js';
import { SeedError } from './seed-error.js';

/** The file that a value stands in. */
export interface SeedSource {
  readonly path: string;
  lineAt(offset: number): number;
}

/** A value of a seed file that knows its name and place, and says both when it cannot be used. */
export class SeedValue {
  readonly name: string;
  readonly #source: SeedSource;
  readonly #node: unknown;
  readonly #offset: number;

  constructor(source: SeedSource, node: unknown, offset: number, name: string) {
    this.name = name;
    this.#source = source;
    this.#node = node;
    this.#offset = offset;
  }

  get path(): string {
    return this.#source.path;
  }

  get line(): number {
    return this.#source.lineAt(this.#offset);
  }

  /** What is wrong with this value, with its place before the message. */
  error(message: string, options?: ErrorOptions): SeedError {
    return new SeedError(this.path, this.line, message, options);
  }

  /** Gives what `make` gives; an InvariantError that it throws becomes an error at this value. */
  attempt<T>(make: () => T): T {
    try {
      return make();
    } catch (cause) {
      throw cause instanceof InvariantError ? this.error(cause.message, { cause }) : cause;
    }
  }

  text(): string {
    const value = this.#scalar();
    if (typeof value === 'string' && value.trim() !== '') return value;
    throw this.error(`${this.name} takes text; put quotation marks around it where YAML reads something else.`);
  }

  number(): number {
    const value = this.#scalar();
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    throw this.error(`${this.name} takes a number, written without separators: 8961.`);
  }

  flag(): boolean {
    const value = this.#scalar();
    if (typeof value === 'boolean') return value;
    throw this.error(`${this.name} takes true or false.`);
  }

  /** One of the values of an enumeration. */
  oneOf<T extends string>(values: Readonly<Record<T, T>>): T {
    const allowed = Object.values<T>(values);
    const text = this.#scalar();
    const value = allowed.find((candidate) => candidate === text);
    if (value !== undefined) return value;
    throw this.error(`${this.name} takes one of ${allowed.join(', ')}.`);
  }

  /** The members of a list; a value that is not a list is a list of one. */
  items(): SeedValue[] {
    if (!isSeq(this.#node)) return [this];
    return this.#node.items.map((item) => new SeedValue(this.#source, item, startOf(item) ?? this.#offset, this.name));
  }

  /** Whether the value is a mapping and not a plain one or a list. */
  isMapping(): boolean {
    return isMap(this.#node);
  }

  /** What a mapping holds, in its order, each with its key; the key is a value that stands where it is written. */
  entries(): { key: SeedValue; value: SeedValue }[] {
    if (!isMap(this.#node)) throw this.error(`${this.name} takes a mapping: each entry under a key of its own.`);
    return this.#node.items.map((pair) => {
      const offset = startOf(pair.key) ?? this.#offset;
      const key = new SeedValue(this.#source, pair.key, offset, 'A key');
      // What is wrong with a whole list or mapping is reported at its key, not at the line below it.
      const start = isScalar(pair.value) ? (startOf(pair.value) ?? offset) : offset;
      return { key, value: new SeedValue(this.#source, pair.value, start, key.text()) };
    });
  }

  /** A mapping with a fixed set of fields. A field without a value counts as left out. */
  record<Field extends string>(fields: readonly Field[]): SeedRecord<Field> {
    const takes = `It takes ${fields.join(', ')}.`;
    if (!isMap(this.#node)) throw this.error(`${this.name} takes a mapping of fields. ${takes}`);
    const values = new Map<string, SeedValue>();
    for (const { key, value } of this.entries()) {
      const name = key.text();
      if (!fields.some((field) => field === name)) throw key.error(`There is no field “${name}” here. ${takes}`);
      if (value.#scalar() !== null) values.set(name, value);
    }
    return new SeedRecord(this, values);
  }

  /** The value of a scalar, null for one that is empty, undefined for a list or mapping. */
  #scalar(): unknown {
    if (this.#node === null) return null;
    return isScalar(this.#node) ? this.#node.value : undefined;
  }
}

/** The fields of a mapping, checked for names that it does not take. */
export class SeedRecord<Field extends string> {
  readonly #owner: SeedValue;
  readonly #values: ReadonlyMap<string, SeedValue>;

  constructor(owner: SeedValue, values: ReadonlyMap<string, SeedValue>) {
    this.#owner = owner;
    this.#values = values;
  }

  /** A field that must be there. */
  required(field: Field): SeedValue {
    const value = this.#values.get(field);
    if (value === undefined) throw this.#owner.error(`${this.#owner.name} needs the field “${field}”.`);
    return value;
  }

  /** A field that may be left out. */
  optional(field: Field): SeedValue | undefined {
    return this.#values.get(field);
  }

  /** The members of a list that may be left out. */
  items(field: Field): SeedValue[] {
    return this.#values.get(field)?.items() ?? [];
  }
}

function startOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined;
}
