import { type CheckContext, rowsOf } from './check-context.js';
import { Remedy } from './findings.js';

/** How many damages SQLite looks for before it gives up. */
const MOST_DAMAGES = 1000;

/** What SQLite itself finds wrong: pages, rows that are in no index, values of another type, the search index’s structure. */
export function checkIntegrity(context: CheckContext): void {
  const { findings } = context;
  for (const row of rowsOf<{ integrity_check: string }>(context, `pragma integrity_check(${MOST_DAMAGES})`)) {
    const message = row.integrity_check;
    if (message === 'ok') continue;
    const index = /index (?<name>\w+)$/u.exec(message)?.groups?.['name'];
    const search = /search_[a-z_]+/u.exec(message)?.[0];
    const remedy = search !== undefined ? Remedy.REINDEX : index !== undefined ? Remedy.INDEX : Remedy.RESTORE;
    findings.add({ code: 'DAMAGED', table: search ?? index ?? null, id: null, message: `SQLite: ${message}.`, remedy });
  }
}
