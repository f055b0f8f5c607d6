import { type RawBuilder, sql } from 'kysely';
import type { AnyId } from '../../domain/identity.js';
import type { Page, PageRequest } from '../page.js';
import type { Collection, Lookup, Nodes } from '../repository.js';
import type { CollectionSpec } from './collection-spec.js';
import {
  type Condition,
  type Filtering,
  isChoice,
  isMembership,
  mostCounted,
  put,
  type Way,
  wayOf,
} from './filters.js';
import { whileInTime } from './in-time.js';
import { keyRows, keyTable } from './key-table.js';
import { atMost } from './limit.js';
import { type PageOrder, PageReader } from './page-reader.js';
import type { Reader, SqlText } from './reader.js';
import type { Projection } from './rows/mapping.js';

export interface CollectionOptions {
  /** The way in which all filters are put (see `Choice`); left out: the one that suits. */
  readonly way?: Way | undefined;
  /** The properties of records that are read; all of them where it is left out. */
  readonly properties?: ReadonlySet<string> | undefined;
}

interface RowsOptions {
  /** Whether the nodes are needed, and not only what links to them. */
  readonly needsNode?: boolean;
  /** Whether it is looked at the clock while rows are gone through. */
  readonly isTimed?: boolean;
  /** Which rows are in the list, where that is said in another way than for its pages. */
  readonly listed?: string | undefined;
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
  readonly #projection: Projection<Node>;
  readonly #way: Way | undefined;
  /** The SQL of questions whose text is always the same, by what decides it. */
  readonly #texts = new Map<string, string>();

  constructor(
    reader: Reader,
    spec: CollectionSpec<Row, Node, Owner, Order, Filter>,
    { way, properties }: CollectionOptions = {},
  ) {
    this.#reader = reader;
    this.#way = way;
    this.#spec = spec;
    this.#projection = properties === undefined ? spec.mapping.whole : spec.mapping.only(properties);
  }

  byIds(ids: readonly Node['id'][], signal?: AbortSignal): Promise<(Node | undefined)[]> {
    return this.#find(`n.id = ${this.#spec.idOf ?? 'o.value'}`, ids, signal);
  }

  by(key: string, values: readonly string[], signal?: AbortSignal): Promise<(Node | undefined)[]> {
    return this.#find(`n."${key}" = o.value`, values, signal);
  }

  async #find(match: string, values: readonly string[], signal?: AbortSignal): Promise<(Node | undefined)[]> {
    if (values.length === 0) return [];
    const keys = keyTable(values);
    const { size, parameters } = keys;
    const text = this.#text(`${match} ${size}`, parameters, () =>
      sql.raw(`select o.key, ${this.#projection.selection} from ${keyRows(keys)} o
        cross join "${this.#spec.table}" n on ${match}`),
    );
    const found = Array.from<Node | undefined>({ length: values.length });
    for (const row of await this.#reader.values({ sql: text, parameters }, signal)) {
      const owner = Number(row[0]);
      const node = this.#projection.read(row, 1);
      const other = found[owner];
      if (other === undefined || node.id < other.id) found[owner] = node;
    }
    return found;
  }

  async pages(
    owner: Owner,
    ids: readonly string[],
    request: PageRequest<Order, Filter>,
    signal?: AbortSignal,
  ): Promise<Page<Node>[]> {
    if (ids.length === 0) return [];
    const columns = this.#spec.listings[owner].orders[request.order];
    if (columns === undefined) throw new TypeError(`There is no order ${request.order} for the owner ${owner}.`);
    const read = new PageReader(this.#projection, columns);
    const query = await this.#pageQuery(owner, ids, request, { columns, read }, signal);
    const groups: unknown[][][] = Array.from({ length: ids.length }, () => []);
    for (const row of await this.#reader.values(query, signal)) groups[Number(row[0])]?.push(row);
    return groups.map((group) => read.page(group, request));
  }

  async #pageQuery(
    owner: Owner,
    ids: readonly string[],
    request: PageRequest<Order, Filter>,
    order: PageOrder<Node>,
    signal?: AbortSignal,
  ): Promise<SqlText> {
    const { filter, direction, from, size } = request;
    if (filter != null && Object.keys(filter).length > 0) {
      const filters = await this.#chosen(filter, signal);
      return this.#reader.compile(this.#pageSql(owner, ids, request, order, filters));
    }
    const rest = [...(from ?? []), size + 1];
    const shape = `${owner} ${request.order} ${direction} ${from === null}`;
    const filters = this.#gathered(filter);
    if (ids.length === 1 && direction === 'FORWARD' && this.#isWhole(owner)) {
      const make = () => this.#wholeSql(owner, request, order, filters);
      return { sql: this.#text(`whole ${shape}`, rest, make), parameters: rest };
    }
    const parameters = [JSON.stringify(ids), ...rest];
    // A walk over an index that ends when the page is full needs no clock; what is put in order first does.
    const isTimed = !this.#isWhole(owner) && !this.#isIndexed(owner, request.order);
    const make = () => this.#pageSql(owner, ids, request, order, filters, { isTimed });
    return { sql: this.#text(shape, parameters, make), parameters };
  }

  #pageSql(
    owner: Owner,
    ids: readonly string[],
    request: PageRequest<Order, Filter>,
    { columns, read }: PageOrder<Node>,
    filters: readonly Condition[],
    { isTimed = true }: { readonly isTimed?: boolean } = {},
  ): RawBuilder<unknown> {
    const keys = request.direction === 'FORWARD' ? columns : columns.map((column) => `${column} desc`);
    const { table, row: name, node } = this.#source(owner);
    const row = sql.raw(name);
    const needsNode = columns.some((column) => column.startsWith('n.'));
    return sql`select o.key, ${sql.raw(read.selection)}
      from json_each(${JSON.stringify(ids)}) o
      cross join ${table} on ${row}.rowid in (
        select ${row}.rowid from ${this.#rows(owner, request.filter, filters, { needsNode, isTimed })} ${beyond(columns, request)}
        order by ${sql.raw(keys.join(', '))} ${atMost(request.size + 1)})
      ${node}`;
  }

  /** Whether a list is all of a table: its rows are then read in their order at once, without a list of owners. */
  #isWhole(owner: Owner): boolean {
    const { through, where } = this.#spec.listings[owner];
    return through === undefined && where === 'true';
  }

  #isIndexed(owner: Owner, order: Order): boolean {
    const [first] = Object.keys(this.#spec.listings[owner].orders);
    return order === first;
  }

  #wholeSql(
    owner: Owner,
    request: PageRequest<Order, Filter>,
    { columns, read }: PageOrder<Node>,
    filters: readonly Condition[],
  ): RawBuilder<unknown> {
    return sql`select 0, ${sql.raw(read.selection)}
      from ${this.#rows(owner, request.filter, filters, { isTimed: false })} ${beyond(columns, request)}
      order by ${sql.raw(columns.join(', '))} ${atMost(request.size + 1)}`;
  }

  /** The text of a question, compiled once; the parameters have to be those that its query would have. */
  #text(shape: string, parameters: readonly unknown[], make: () => RawBuilder<unknown>): string {
    const known = this.#texts.get(shape);
    if (known !== undefined) return known;
    const compiled = this.#reader.compile(make());
    const count = compiled.parameters.length || parameters.length;
    if (count !== parameters.length) throw new TypeError(`The question “${shape}” has ${count} parameters.`);
    this.#texts.set(shape, compiled.sql);
    return compiled.sql;
  }

  async counts(
    owner: Owner,
    ids: readonly string[],
    filter: Filter | undefined,
    signal?: AbortSignal,
  ): Promise<number[]> {
    if (ids.length === 0) return [];
    const isTimed = filter !== undefined || !this.#isWhole(owner);
    const make = () => {
      const { whereShown } = this.#spec.listings[owner];
      const listed = filter === undefined ? whereShown : undefined;
      const filters = listed === undefined ? this.#gathered(filter) : [];
      const { tables, where } = this.#fulfilling(owner, filters, { isTimed, listed });
      const first = this.#spec.firstOf?.(filter);
      // Of each group one row is shown, so that there are as many as there are groups.
      const counted = sql.raw(first === undefined ? '*' : `distinct n.${first.column}`);
      return sql`select o.key, (select count(${counted}) from ${tables} where ${where})
        from json_each(${JSON.stringify(ids)}) o`;
    };
    const parameters = [JSON.stringify(ids)];
    const query =
      filter === undefined
        ? { sql: this.#text(`count ${owner}`, parameters, make), parameters }
        : this.#reader.compile(make());
    const counts = Array.from<number>({ length: ids.length });
    for (const [index, count] of await this.#reader.values(query, signal)) counts[Number(index)] = Number(count);
    return counts;
  }

  /** The table whose rows make the list, the name by which the listing calls them, and the join that leads to the nodes. */
  #source(owner: Owner): Record<'table' | 'node', RawBuilder<unknown>> & { readonly row: 'n' | 'l' } {
    const { through } = this.#spec.listings[owner];
    const nodes = sql`${sql.table(this.#spec.table)} n`;
    if (through === undefined) return { table: nodes, row: 'n', node: sql`` };
    return {
      table: sql`${sql.table(through.table)} l`,
      row: 'l',
      node: sql`join ${nodes} on n.id = ${sql.raw(through.nodeId)}`,
    };
  }

  /** All rows of the list of `o.value`, as what stands behind `from`: tables, `where` and conditions. The nodes are `n`. */
  allRows(owner: Owner, filter: Filter | undefined): RawBuilder<unknown> {
    return this.#rows(owner, filter, this.#gathered(filter));
  }

  /** The conditions of a filter, each choice in the way that suits a whole list. */
  #gathered(filter: Filter | undefined): Condition[] {
    return this.#conditions(filter).map((each) => {
      if (isMembership(each)) return sql`n.id in ${each.ids}`;
      return isChoice(each) ? each.gathered : each;
    });
  }

  #conditions(filter: Filter | undefined): readonly Filtering[] {
    return this.#spec.filter?.(filter) ?? [];
  }

  /** The conditions of a filter, put in the way that suits a page: for this it is asked first how many rows fulfil them. */
  async #chosen(filter: Filter | undefined, signal?: AbortSignal): Promise<Condition[]> {
    const filters = this.#conditions(filter);
    const choices = filters.filter(isChoice);
    if (choices.length === 0) return this.#gathered(filter);
    const counts = choices.map((choice, index) => {
      const rows = sql`select 1 from (${choice.candidates}) ${atMost(mostCounted(choice) + 1)}`;
      return sql`(select count(*) from (${rows})) as ${sql.ref(`count${index}`)}`;
    });
    const [row] = await this.#reader.all(sql<Record<string, number>>`select ${sql.join(counts)}`, signal);
    const ways = new Map(
      choices.map((choice, index) => [choice, this.#way ?? wayOf(choice, row?.[`count${index}`] ?? 0)]),
    );
    // A column behind a plus is none that SQLite looks rows up by.
    const id = sql.raw([...ways].some(([{ byNumber }, way]) => byNumber && way === 'gathered') ? '+n.id' : 'n.id');
    return filters.map((each) => {
      if (isMembership(each)) return sql`${id} in ${each.ids}`;
      return isChoice(each) ? put(each, ways.get(each) ?? 'gathered') : each;
    });
  }

  #rows(
    owner: Owner,
    filter: Filter | undefined,
    filters: readonly Condition[],
    options: RowsOptions = {},
  ): RawBuilder<unknown> {
    const { tables, where } = this.#fulfilling(owner, filters, options);
    const first = this.#spec.firstOf?.(filter);
    if (first === undefined) return sql`${tables} where ${where}`;
    // Inside, `n` is each row of the group in turn; `g` is how the row outside goes by there.
    const column = sql.raw(first.column);
    return sql`${tables} join ${sql.table(this.#spec.table)} g on g.rowid = n.rowid
      where ${where} and n.rowid = (select n.rowid from ${tables}
        where n.${column} = g.${column} and ${where} order by ${sql.raw(first.order)} limit 1)`;
  }

  /** The rows of the list that fulfil some conditions, several of a group among them: the tables, and all that is asked of them. */
  #fulfilling(
    owner: Owner,
    filters: readonly Condition[],
    { needsNode = false, isTimed = true, listed = this.#spec.listings[owner].where }: RowsOptions,
  ): Record<'tables' | 'where', RawBuilder<unknown>> {
    const { table, row, node } = this.#source(owner);
    const hasNode = needsNode || filters.length > 0;
    const time = isTimed ? [whileInTime(hasNode ? 'n' : row)] : [];
    return {
      tables: sql`${table} ${hasNode ? node : sql``}`,
      where: sql.join([...time, sql.raw(listed), ...filters], sql` and `),
    };
  }
}

/** The condition that a row lies beyond the place a request goes on from. */
function beyond(columns: readonly string[], { from, direction }: PageRequest<string, unknown>): RawBuilder<unknown> {
  if (from === null) return sql``;
  const comparison = sql.raw(direction === 'FORWARD' ? '>' : '<');
  return sql`and (${sql.raw(columns.join(', '))}) ${comparison} (${sql.join(from)})`;
}
