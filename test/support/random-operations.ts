import fc, { type GeneratorValue } from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** A query with its variables. */
export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, boolean | number>>;
}

/** What may be asked about: ids by type, names for addresses, and words that a text has. */
export interface Known {
  readonly ids: readonly string[];
  readonly slugs: readonly string[];
  readonly words: readonly string[];
}

const DEEPEST = 5;

/** Queries that are valid for a schema, whatever else they are: some ask for what is not there or give arguments that are refused. */
export function randomOperations(schema: GraphQLSchema, known: Known): fc.Arbitrary<RandomOperation> {
  return fc.gen().map((value) => new Operation(schema, known, value).make());
}

class Operation {
  readonly #schema: GraphQLSchema;
  readonly #known: Known;
  readonly #random: GeneratorValue;
  readonly #variables = new Map<string, { readonly type: string; readonly value: boolean | number }>();
  #aliases = 0;

  constructor(schema: GraphQLSchema, known: Known, random: GeneratorValue) {
    this.#schema = schema;
    this.#known = known;
    this.#random = random;
  }

  make(): RandomOperation {
    const root = this.#schema.getQueryType();
    if (root == null) throw new TypeError('The schema has no queries.');
    const selection = this.#selection(root, DEEPEST);
    const variables = [...this.#variables];
    const declared = variables.map(([name, { type }]) => `$${name}: ${type}!`).join(', ');
    return {
      query: `query Random${declared === '' ? '' : `(${declared})`} ${selection}`,
      variables: Object.fromEntries(variables.map(([name, { value }]) => [name, value])),
    };
  }

  #selection(type: GraphQLOutputType, depth: number): string {
    const named = getNamedType(type);
    if (isObjectType(named)) return `{ ${this.#fields(named, depth).join(' ')} }`;
    if (!isAbstractType(named)) return '';
    const types = this.#some(this.#schema.getPossibleTypes(named), 3);
    const fragments = types.map(
      (each) => `... on ${each.name}${this.#directive()} { ${this.#fields(each, depth).join(' ')} }`,
    );
    return `{ __typename ${fragments.join(' ')} }`;
  }

  #fields(type: GraphQLObjectType, depth: number): string[] {
    const fields = Object.values(type.getFields()).filter((field) => depth > 1 || isLeafField(field));
    // Fields get names of their own: two of one name in one place would have to ask the same.
    return this.#some(fields.length === 0 ? [] : fields, 4)
      .map((field) => {
        const selection = this.#selection(field.type, depth - 1);
        return `f${this.#aliases++}: ${field.name}${this.#arguments(field)}${this.#directive()} ${selection}`;
      })
      .concat(this.#oneIn(3) || fields.length === 0 ? ['__typename'] : []);
  }

  #directive(): string {
    if (!this.#oneIn(8)) return '';
    const name = this.#one(['skip', 'include']);
    return ` @${name}(if: ${this.#oneIn(2) ? this.#variable('Boolean', this.#random(fc.boolean)) : this.#random(fc.boolean)})`;
  }

  #arguments({ args }: GraphQLField<unknown, unknown>): string {
    const given = args.filter((arg) => isNonNullType(arg.type) || arg.name === 'first' || this.#oneIn(5));
    if (given.length === 0) return '';
    return `(${given.map((arg) => `${arg.name}: ${this.#value(arg, arg.type)}`).join(', ')})`;
  }

  #value(arg: Pick<GraphQLArgument, 'name'>, type: GraphQLInputType): string {
    if (isNonNullType(type)) return this.#value(arg, type.ofType);
    if (isListType(type)) return `[${this.#value(arg, type.ofType)}]`;
    if (isEnumType(type)) return this.#one(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) || this.#oneIn(4));
      return `{${fields.map((field) => `${field.name}: ${this.#value(field, field.type)}`).join(', ')}}`;
    }
    return this.#scalar(arg.name, type.name);
  }

  #scalar(argument: string, type: string): string {
    switch (type) {
      case 'Int':
      case 'NonNegativeInt': {
        const size = this.#oneIn(25) ? this.#one([0, 101, -1]) : this.#random(fc.integer, { min: 1, max: 5 });
        return this.#oneIn(3) ? this.#variable('Int', size) : String(size);
      }
      case 'ID':
        return JSON.stringify(this.#one(this.#known.ids));
      case 'Boolean':
        return String(this.#random(fc.boolean));
      case 'Float':
        return String(this.#one([0, 1, 100.5]));
      case 'Date':
        return '"2020-03-22"';
      case 'DateTime':
        return '"2020-03-22T12:00:00Z"';
      case 'URL':
        return '"https://news.example/story"';
      default:
        return JSON.stringify(this.#one(argument === 'slug' ? this.#known.slugs : this.#known.words));
    }
  }

  #variable(type: string, value: boolean | number): string {
    const name = `v${this.#variables.size}`;
    this.#variables.set(name, { type, value });
    return `$${name}`;
  }

  #oneIn(count: number): boolean {
    return this.#random(fc.integer, { min: 1, max: count }) === 1;
  }

  #one<Item>(items: readonly Item[]): Item {
    const item = items[this.#random(fc.nat, { max: items.length - 1 })];
    if (item === undefined) throw new RangeError('There is nothing to choose from.');
    return item;
  }

  /** From one to `most` of a list, each once; none of an empty one. */
  #some<Item>(items: readonly Item[], most: number): Item[] {
    const rest = [...items];
    const count = Math.min(items.length, this.#random(fc.integer, { min: 1, max: most }));
    return Array.from({ length: count }, () => rest.splice(rest.indexOf(this.#one(rest)), 1)).flat();
  }
}

function isLeafField({ type }: GraphQLField<unknown, unknown>): boolean {
  const named = getNamedType(type);
  return !isObjectType(named) && !isAbstractType(named);
}
