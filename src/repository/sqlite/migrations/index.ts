import type { Migration } from 'kysely/migration';
import { up as store } from './0001-store.js';

/** All migrations by name, in the order in which they run. One that has been released never changes: add another. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-store': { up: store },
};
