/** A value that is read from several columns, or made of one. */
export class Derived<Value> {
  readonly columns: readonly string[];
  readonly read: (...values: never[]) => Value;

  constructor(columns: readonly string[], read: (...values: never[]) => Value) {
    this.columns = columns;
    this.read = read;
  }
}

/** Makes what derives values from the columns of one table. */
export function derivedFrom<Row extends object>() {
  return <const Columns extends readonly (keyof Row & string)[], Value>(
    columns: Columns,
    read: (...values: { [Index in keyof Columns]: Row[Columns[Index]] }) => Value,
  ) => new Derived<Value>(columns, read as unknown as (...values: never[]) => Value);
}

/** A property of which only one part is read, as `property.part`: where that part is all that somebody needs of it. */
export type Parts<Node> = Readonly<Partial<Record<`${keyof Node & string}.${string}`, Derived<object | null>>>>;

/** For each property of a record the column that has it as it is, or what derives it. */
export type Properties<Row, Node> = {
  readonly [Property in keyof Node]-?: ColumnOf<Row, Node[Property]> | Derived<Node[Property]>;
};

interface MappingOptions<Node> {
  readonly parts?: Parts<Node>;
  readonly expressions?: Readonly<Record<string, string>>;
}

type ColumnOf<Row, Value> = {
  [Column in keyof Row & string]: Row[Column] extends Value ? Column : never;
}[keyof Row & string];

/** How records of one type are read from rows: the whole of them, or those of their properties that somebody needs. */
export class RecordMapping<Row extends object, Node extends object> {
  readonly whole: Projection<Node>;
  readonly #properties: readonly Property[];
  readonly #parts: ReadonlyMap<string, Derived<object | null> | undefined>;
  readonly #expressions: Readonly<Record<string, string>>;

  /** `expressions` is the SQL of columns that are none of the table, which goes by the name `n`. */
  constructor(properties: Properties<Row, Node>, { parts, expressions = {} }: MappingOptions<Node> = {}) {
    this.#parts = new Map(Object.entries<Derived<object | null> | undefined>(parts ?? {}));
    this.#properties = Object.entries<string | Derived<unknown>>(properties).map(([name, from]) =>
      typeof from === 'string' ? { name, columns: [from] } : { name, columns: from.columns, read: from.read },
    );
    this.#expressions = expressions;
    this.whole = new Projection(this.#properties, [], expressions);
  }

  /** What reads these properties and the id alone. A record that it gives refuses to be asked for any other. */
  only(names: ReadonlySet<string>): Projection<Node> {
    const wanted = this.#properties.flatMap((property) => this.#wanted(property, names));
    const missing = this.#properties
      .map(({ name }) => name)
      .filter((name) => !wanted.some((each) => each.name === name));
    return new Projection(wanted, missing, this.#expressions);
  }

  #wanted(property: Property, names: ReadonlySet<string>): Property[] {
    const { name } = property;
    if (name === 'id' || names.has(name)) return [property];
    const wanted = [...names].filter((each) => each.startsWith(`${name}.`));
    const [part, ...more] = wanted.flatMap((each) => this.#parts.get(each) ?? []);
    if (part === undefined) return wanted.length === 0 ? [] : [property];
    return more.length > 0 ? [property] : [{ name, columns: part.columns, read: part.read }];
  }

  /** The record of a row that has all columns under their names. */
  readonly toNode = (row: Row): Node => this.whole.read(this.whole.columns.map((column) => Reflect.get(row, column)));
}

interface Property {
  readonly name: string;
  readonly columns: readonly string[];
  /** Undefined where the one column’s value is the property’s. */
  readonly read?: (...values: never[]) => unknown;
}

/** What reads some properties of records from rows that are lists of values. */
export class Projection<Node extends object> {
  /** The names of the columns, in the order in which `read` takes their values. */
  readonly columns: readonly string[];
  /** The same as SQL, of the table `n`. */
  readonly selection: string;
  readonly #readers: readonly {
    readonly name: string;
    readonly read: (values: readonly unknown[], from: number) => unknown;
  }[];
  readonly #Record: new () => object;

  constructor(
    properties: readonly Property[],
    missing: readonly string[],
    expressions: Readonly<Record<string, string>>,
  ) {
    const columns = [...new Set(properties.flatMap((property) => property.columns))];
    this.columns = columns;
    this.selection = columns.map((name) => expressions[name] ?? `n."${name}"`).join(', ');
    this.#readers = properties.map(({ name, columns: own, read }) => ({
      name,
      read: readerOf(
        own.map((column) => columns.indexOf(column)),
        read,
      ),
    }));
    this.#Record = recordWithout(missing);
  }

  /** The record in a row whose values begin behind the first `from` ones. */
  read(values: readonly unknown[], from = 0): Node {
    const record = new this.#Record() as Record<string, unknown>;
    for (const { name, read } of this.#readers) record[name] = read(values, from);
    return record as Node;
  }
}

function readerOf(
  indexes: readonly number[],
  read: ((...values: never[]) => unknown) | undefined,
): (values: readonly unknown[], from: number) => unknown {
  const [first = 0] = indexes;
  if (read === undefined) return (values, from) => values[from + first];
  return (values, from) =>
    Reflect.apply(
      read,
      undefined,
      indexes.map((index) => values[from + index]),
    );
}

/** The class of records that were read without some of their properties: to ask for one of them is a defect, not a null. */
function recordWithout(missing: readonly string[]): new () => object {
  class PartialRecord {}
  for (const name of missing) {
    Object.defineProperty(PartialRecord.prototype, name, {
      get() {
        throw new TypeError(`The property ${name} was not read: say where it is used that it is needed.`);
      },
    });
  }
  return missing.length === 0 ? Object : PartialRecord;
}
