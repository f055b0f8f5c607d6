import type { Filtering } from './filters.js';
import type { RecordMapping } from './rows/mapping.js';

/** How a type's records are read: from which table, and which of its rows belong to which list. */
export interface CollectionSpec<
  Row extends object,
  Node extends object,
  Owner extends string = never,
  Order extends string = never,
  Filter = undefined,
> {
  readonly table: string;
  /** How a record is read from a row of the table, which goes by the name `n`. */
  readonly mapping: RecordMapping<Row, Node>;
  /** The id to look for in the place of the one asked for, `o.value`; for records that go on under another id. */
  readonly idOf?: string;
  readonly listings: Readonly<Record<Owner, Listing<Order>>>;
  /** What a row `n` has to fulfil; undefined is for what lists always show. */
  readonly filter?: (filter: Filter | undefined) => readonly Filtering[];
  /** Of rows that share the value of a column, show only the first of those that fulfil all else. */
  readonly firstOf?: (filter: Filter | undefined) => { readonly column: string; readonly order: string } | undefined;
}

/** The list that belongs to an owner. Fragments of SQL call its rows `n`, or `l` where it runs through a table that links. */
export interface Listing<Order extends string> {
  readonly through?: { readonly table: string; readonly nodeId: string };
  /** Which rows are in the list of the owner `o.value`. */
  readonly where: string;
  /** Which of them lists always show, all told, and said so that SQLite counts them by indexes and reads no row for it. */
  readonly whereShown?: string;
  /**
   * The key columns of each order, all ascending, the last of them the node's id; those of `l` need no second table. The
   * first is the order of an index, which a page of the list is a walk over.
   */
  readonly orders: Readonly<Partial<Record<Order, readonly string[]>>>;
}
