import { compareKey } from '../compare-keys.js';
import type { Keys, Page, PageRequest, PageRow } from '../page.js';
import type { Projection } from './rows/mapping.js';

/** An order of a list: its key columns, and what reads its pages. */
export interface PageOrder<Node extends object> {
  readonly columns: readonly string[];
  readonly read: PageReader<Node>;
}

type Row = readonly unknown[];

/** Reads pages from rows that begin with the index of the owner. */
export class PageReader<Node extends object> {
  /** What to select behind the owner: the columns of the record, and those keys that are not among them. */
  readonly selection: string;
  readonly #projection: Projection<Node>;
  /** Where in a row the keys of the order stand. */
  readonly #keys: readonly number[];

  constructor(projection: Projection<Node>, columns: readonly string[]) {
    const own = projection.columns.map((name) => `n.${name}`);
    const added = columns.filter((column) => !own.includes(column));
    const all = [...own, ...added];
    this.#projection = projection;
    this.#keys = columns.map((column) => all.indexOf(column) + 1);
    this.selection = [projection.selection, ...added].join(', ');
  }

  /** The page that some rows make, which are one more than its size where the list goes on, and in any order. */
  page(rows: Row[], { size, direction }: PageRequest<string, unknown>): Page<Node> {
    // SQLite would put all lists of a batch in order at once, for which it takes longer than for all else.
    if (!this.#areInOrder(rows)) rows.sort((a, b) => this.#compare(a, b));
    const hasMore = rows.length > size;
    const kept = !hasMore ? rows : direction === 'FORWARD' ? rows.slice(0, size) : rows.slice(1);
    return { rows: kept.map((row) => this.#row(row)), hasMore };
  }

  #areInOrder(rows: readonly Row[]): boolean {
    return rows.every((row, index) => {
      const next = rows[index + 1];
      return next === undefined || this.#compare(row, next) <= 0;
    });
  }

  #compare(a: Row, b: Row): number {
    for (const index of this.#keys) {
      const difference = compareKey(a[index], b[index]);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  #row(values: Row): PageRow<Node> {
    const keys = this.#keys;
    return {
      node: this.#projection.read(values, 1),
      // Looked up when somebody wants a cursor.
      get keys(): Keys {
        return keys.map((index) => {
          const value = values[index];
          if (typeof value === 'string' || typeof value === 'number') return value;
          throw new TypeError(`A key of an order is ${value}.`);
        });
      },
    };
  }
}
