/** What can be wrong with a store; docs/recovery.md says what each means. */
export type FindingCode =
  /** SQLite finds the file or an index of it damaged. */
  | 'DAMAGED'
  /** A backup’s bytes are not those that were written. */
  | 'ALTERED_BACKUP'
  /** The store is of an older version. */
  | 'OLDER_VERSION'
  /** A table, index or trigger is missing, is another one, or does not belong there. */
  | 'SCHEMA'
  /** A row names another that is not there. */
  | 'ORPHAN'
  /** A row cannot be read as what it should be. */
  | 'UNREADABLE'
  /** A record contradicts itself or its text. */
  | 'INVARIANT'
  /** What follows from other rows does not agree with them. */
  | 'DERIVED'
  /** Search would not find a text, or would find what is not there. */
  | 'SEARCH';

/** What to do about it. */
export const Remedy = {
  REINDEX: 'Run “onrecord reindex”.',
  RESTORE: 'Restore a backup with “onrecord restore”.',
  INDEX:
    'Restore a backup with “onrecord restore”; without one, “onrecord reindex” makes the index anew of the table as it is.',
  MIGRATE: 'Run “onrecord migrate”, then check again.',
  CORRECT: 'Restore a backup with “onrecord restore”, or correct or reject the record.',
  ANOTHER_BACKUP: 'Take another backup.',
  DROP: 'Take it out with SQLite’s own tools, unless you put it there.',
} as const;

/** One thing that is wrong, where, and what to do about it. */
export interface Finding {
  readonly code: FindingCode;
  readonly table: string | null;
  /** The id of the row; for rows that have none, what they are known by. */
  readonly id: string | null;
  readonly message: string;
  readonly remedy: string;
}

/** Findings of one code in one table that are not told one by one. */
export interface Untold {
  readonly code: FindingCode;
  readonly table: string | null;
  readonly count: number;
}

/** How many findings of one code in one table are told. */
const MOST_TOLD = 20;

/** Gathers what is wrong: the first of each kind, and how many there are. */
export class Findings {
  readonly told: Finding[] = [];
  readonly #counts = new Map<string, Untold>();

  add(finding: Finding): void {
    const { code, table } = finding;
    const key = `${code} ${table}`;
    const count = (this.#counts.get(key)?.count ?? 0) + 1;
    this.#counts.set(key, { code, table, count });
    if (count <= MOST_TOLD) this.told.push(finding);
  }

  has(code: FindingCode, table?: string): boolean {
    return [...this.#counts.values()].some((known) => known.code === code && (table ?? known.table) === known.table);
  }

  get count(): number {
    return [...this.#counts.values()].reduce((sum, { count }) => sum + count, 0);
  }

  untold(): Untold[] {
    return [...this.#counts.values()]
      .filter(({ count }) => count > MOST_TOLD)
      .map((kind) => ({ ...kind, count: kind.count - MOST_TOLD }));
  }
}
