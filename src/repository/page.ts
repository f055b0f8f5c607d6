/**
 * The place of a row in an order: the row's keys in that order, the last of which is its id. All keys ascend and none is
 * null (a descending order negates, "nulls last" is a key above all others), so that the rows after a place are those
 * whose keys are greater, compared from left to right.
 */
export type Keys = readonly (string | number)[];

/** Which stretch of an ordered list is asked for. */
export interface PageRequest<Order extends string, Filter = never> {
  readonly order: Order;
  /** What the list is narrowed to; undefined shows what lists always show. */
  readonly filter: Filter | undefined;
  /** How many rows at most; from 1. */
  readonly size: number;
  /** FORWARD: the first rows after `from`; BACKWARD: the last rows before it. Either way rows come in the list's order. */
  readonly direction: 'FORWARD' | 'BACKWARD';
  /** Where to go on from, itself excluded; null for the list's beginning (or end, when walking BACKWARD). */
  readonly from: Keys | null;
}

export interface Page<Node> {
  readonly rows: readonly PageRow<Node>[];
  /** Whether the list goes on in the direction of the request. */
  readonly hasMore: boolean;
}

export interface PageRow<Node> {
  readonly node: Node;
  readonly keys: Keys;
}

/** For each order the types of its keys, by which a place that comes from outside can be checked. */
export type KeyTypes<Order extends string> = Readonly<Record<Order, readonly ('string' | 'number')[]>>;

/** The key of rows that have no value in an order, which puts them last in it: a number above all others. */
export const LAST = 9_007_199_254_740_991;
