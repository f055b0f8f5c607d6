import { type RawBuilder, sql } from 'kysely';
import type { AnyId } from '../../domain/identity.js';
import type { Keys, Page, PageRequest } from '../page.js';
import type { Collection, Lookup, Nodes } from '../repository.js';
import { type Choice, type Condition, isChoice } from './filters.js';
import { groupByOwner, type Reader } from './reader.js';

/** How a type's records are read: from which table, and which of its rows belong to which list. */
export interface CollectionSpec<
  Row extends object,
  Node,
  Owner extends string = never,
  Order extends string = never,
  Filter = undefined,
> {
  readonly table: string;
  /** What to select of the table, which goes by the name `n`. */
  readonly columns: readonly string[];
  /** The id to look for in the place of the one asked for, `o.value`; for records that go on under another id. */
  readonly idOf?: string;
  readonly toNode: (row: Row) => Node;
  readonly listings: Readonly<Record<Owner, Listing<Order>>>;
  /** What a row `n` has to fulfil; undefined is for what lists always show. */
  readonly filter?: (filter: Filter | undefined) => readonly (Condition | Choice)[];
  /** Of rows that share the value of a column, show only the first of those that fulfil all else. */
  readonly firstOf?: (filter: Filter | undefined) => { readonly column: string; readonly order: string } | undefined;
}

/** The list that belongs to an owner. Fragments of SQL call its rows `n`, or `l` where it runs through a table that links. */
export interface Listing<Order extends string> {
  readonly through?: { readonly table: string; readonly nodeId: string };
  /** Which rows are in the list of the owner `o.value`. */
  readonly where: string;
  /** The key columns of each order, all ascending, the last of them the node's id; those of `l` need no second table. */
  readonly orders: Readonly<Partial<Record<Order, readonly string[]>>>;
}

/** Reads records in batches: each method is one SQL statement, however many keys it is asked with. */
export class SqliteCollection<
  Row extends object,
  Node extends { readonly id: AnyId },
  Owner extends string = never,
  Order extends string = never,
  Filter = undefined,
> implements Nodes<Node>, Collection<Node, Owner, Order, Filter>, Lookup<Node, string>
{
  readonly #reader: Reader;
  readonly #spec: CollectionSpec<Row, Node, Owner, Order, Filter>;
  readonly #columns: RawBuilder<unknown>;
  readonly #few: number | undefined;

  constructor(reader: Reader, spec: CollectionSpec<Row, Node, Owner, Order, Filter>, few?: number) {
    this.#reader = reader;
    this.#few = few;
    this.#spec = spec;
    this.#columns = sql.raw(spec.columns.map((column) => (column.includes(' ') ? column : `n."${column}"`)).join(', '));
  }

  byIds(ids: readonly Node['id'][], signal?: AbortSignal): Promise<(Node | undefined)[]> {
    return this.#find(sql.raw(`n.id = ${this.#spec.idOf ?? 'o.value'}`), ids, signal);
  }

  by(key: string, values: readonly string[], signal?: AbortSignal): Promise<(Node | undefined)[]> {
    return this.#find(sql`${sql.ref(`n.${key}`)} = o.value`, values, signal);
  }

  async #find(
    match: RawBuilder<unknown>,
    values: readonly string[],
    signal?: AbortSignal,
  ): Promise<(Node | undefined)[]> {
    if (values.length === 0) return [];
    const rows = await this.#reader.all(
      sql<Row & { owner: number }>`select o.key as owner, ${this.#columns} from json_each(${JSON.stringify(values)}) o
        join ${sql.table(this.#spec.table)} n on ${match} order by o.key, n.id`,
      signal,
    );
    return groupByOwner(values.length, rows).map(([row]) => (row === undefined ? undefined : this.#spec.toNode(row)));
  }

  async pages(
    owner: Owner,
    ids: readonly string[],
    request: PageRequest<Order, Filter>,
    signal?: AbortSignal,
  ): Promise<Page<Node>[]> {
    if (ids.length === 0) return [];
    const { orders } = this.#spec.listings[owner];
    const columns = orders[request.order];
    if (columns === undefined) throw new TypeError(`There is no order ${request.order} for the owner ${owner}.`);
    const keys = sql.raw(columns.join(', '));
    const selected = sql.raw(columns.map((column, index) => `${column} as key${index}`).join(', '));
    const { table, row, node } = this.#source(owner);
    const needsNode = columns.some((column) => column.startsWith('n.'));
    const filters = await this.#chosen(request.filter, signal);
    const rows = await this.#reader.all(
      sql<Row & { owner: number }>`select o.key as owner, ${selected}, ${this.#columns}
        from json_each(${JSON.stringify(ids)}) o
        cross join ${table} on ${row}.rowid in (
          select ${row}.rowid from ${this.#rows(owner, request.filter, filters, { needsNode })} ${beyond(columns, request)}
          order by ${request.direction === 'FORWARD' ? keys : descending(columns)} limit ${request.size + 1})
        ${node}
        order by o.key, ${keys}`,
      signal,
    );
    return groupByOwner(ids.length, rows).map((group) => this.#page(group, request, columns.length));
  }

  #page(
    rows: readonly (Row & { owner: number })[],
    { size, direction }: PageRequest<Order, Filter>,
    keyCount: number,
  ): Page<Node> {
    const hasMore = rows.length > size;
    const kept = !hasMore ? rows : direction === 'FORWARD' ? rows.slice(0, size) : rows.slice(1);
    return { rows: kept.map((row) => ({ node: this.#spec.toNode(row), keys: keysOf(row, keyCount) })), hasMore };
  }

  async counts(
    owner: Owner,
    ids: readonly string[],
    filter: Filter | undefined,
    signal?: AbortSignal,
  ): Promise<number[]> {
    if (ids.length === 0) return [];
    const rows = await this.#reader.all(
      sql<{ count: number }>`select (select count(*) from ${this.allRows(owner, filter)}) as count
        from json_each(${JSON.stringify(ids)}) o order by o.key`,
      signal,
    );
    return rows.map((row) => row.count);
  }

  /** The table whose rows make the list, the name by which the listing calls them, and the join that leads to the nodes. */
  #source(owner: Owner): Record<'table' | 'row' | 'node', RawBuilder<unknown>> {
    const { through } = this.#spec.listings[owner];
    const nodes = sql`${sql.table(this.#spec.table)} n`;
    if (through === undefined) return { table: nodes, row: sql.raw('n'), node: sql`` };
    return {
      table: sql`${sql.table(through.table)} l`,
      row: sql.raw('l'),
      node: sql`join ${nodes} on n.id = ${sql.raw(through.nodeId)}`,
    };
  }

  /**
   * All rows of the list of `o.value`, as what stands behind `from`: tables, `where` and conditions. The nodes are `n`;
   * what stands beside them is joined where it is given.
   */
  allRows(owner: Owner, filter: Filter | undefined, beside?: RawBuilder<unknown>): RawBuilder<unknown> {
    const filters = this.#conditions(filter).map((each) => (isChoice(each) ? each.gathered : each));
    return this.#rows(owner, filter, filters, { beside });
  }

  #conditions(filter: Filter | undefined): readonly (Condition | Choice)[] {
    return this.#spec.filter?.(filter) ?? [];
  }

  /** The conditions of a filter, put in the way that suits a page: for this it is asked first how many rows fulfil them. */
  async #chosen(filter: Filter | undefined, signal?: AbortSignal): Promise<Condition[]> {
    const filters = this.#conditions(filter);
    const choices = filters.filter(isChoice);
    if (choices.length === 0) return filters.flatMap((each) => (isChoice(each) ? [] : [each]));
    const fewOf = ({ few }: Choice) => this.#few ?? few;
    const counts = choices.map((choice, index) => {
      const rows = sql`select 1 from (${choice.candidates}) limit ${fewOf(choice) + 1}`;
      return sql`(select count(*) from (${rows})) as ${sql.ref(`count${index}`)}`;
    });
    const [row] = await this.#reader.all(sql<Record<string, number>>`select ${sql.join(counts)}`, signal);
    const isFew = (choice: Choice) => (row?.[`count${choices.indexOf(choice)}`] ?? 0) <= fewOf(choice);
    return filters.map((each) => (!isChoice(each) ? each : isFew(each) ? each.gathered : each.oneByOne));
  }

  #rows(
    owner: Owner,
    filter: Filter | undefined,
    filters: readonly Condition[],
    { needsNode = false, beside }: { readonly needsNode?: boolean; readonly beside?: RawBuilder<unknown> | undefined },
  ): RawBuilder<unknown> {
    const { table, node } = this.#source(owner);
    const { firstOf, listings } = this.#spec;
    const where = sql.join([sql.raw(listings[owner].where), ...filters], sql` and `);
    const hasNode = needsNode || beside !== undefined || filters.length > 0;
    const tables = sql`${table} ${hasNode ? node : sql``}`;
    const first = firstOf?.(filter);
    if (first === undefined) return sql`${tables} ${beside ?? sql``} where ${where}`;
    // Inside, `n` is each row of the group in turn; `g` is how the row outside goes by there.
    const column = sql.raw(first.column);
    return sql`${tables} join ${sql.table(this.#spec.table)} g on g.rowid = n.rowid ${beside ?? sql``}
      where ${where} and n.rowid = (select n.rowid from ${tables}
        where n.${column} = g.${column} and ${where} order by ${sql.raw(first.order)} limit 1)`;
  }
}

/** The condition that a row lies beyond the place a request goes on from. */
function beyond(columns: readonly string[], { from, direction }: PageRequest<string, unknown>): RawBuilder<unknown> {
  if (from === null) return sql``;
  const comparison = sql.raw(direction === 'FORWARD' ? '>' : '<');
  return sql`and (${sql.raw(columns.join(', '))}) ${comparison} (${sql.join(from)})`;
}

function descending(columns: readonly string[]): RawBuilder<unknown> {
  return sql.raw(columns.map((column) => `${column} desc`).join(', '));
}

function keysOf(row: object, count: number): Keys {
  return Array.from({ length: count }, (_, index) => {
    const value: unknown = Reflect.get(row, `key${index}`);
    if (typeof value !== 'string' && typeof value !== 'number')
      throw new TypeError(`Key ${index} of an order is ${value}.`);
    return value;
  });
}
