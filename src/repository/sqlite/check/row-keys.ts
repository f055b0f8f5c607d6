import type { Tables } from '../tables.js';

/** Tables of rows without an id of their own, and how SQL gives what their rows are known by. */
const KEYS: Readonly<Partial<Record<keyof Tables, string>>> = {
  known_name: 'node_id',
  match_name: 'node_id',
  role: `person_id || ' ' || title_key`,
  relationship: `person_id || ' ' || other_id`,
  appearance: `article_id || ' ' || subject_id`,
  unresolved: `article_id || ' ' || position`,
  about: `statement_id || ' ' || subject_id`,
  candidate: `article_id || ' ' || subject_id`,
  conflict: `statistic_id || ' ' || other_id`,
  change_target: 'change_id',
  change_patch: `change_id || ' ' || key`,
  ingested: 'source',
  feed: 'url',
};

/** How SQL gives what a row of a table is known by, in a statement that reads this table. */
export function keyOf(table: string): string {
  return Object.hasOwn(KEYS, table) ? (Reflect.get(KEYS, table) as string) : 'id';
}
