import { type ColumnReference, DERIVED_TABLES, referenceForeignKeys } from '../reference-schema.js';
import { type CheckContext, rowsOf } from './check-context.js';
import { Remedy } from './findings.js';
import { keyOf } from './row-keys.js';

/** What no foreign key says; `condition` is true of the rows that name something. */
const UNDECLARED: readonly (ColumnReference & { readonly condition?: string })[] = [
  { table: 'article', column: 'current_revision_id', parent: 'article_revision', parentColumn: 'id' },
  // Who compiled a record may have put the reason here in words.
  ...['statement', 'statistic'].map((table) => ({
    ...{ table, column: 'last_change', parent: 'change', parentColumn: 'id', condition: `last_change glob 'chg_*'` },
  })),
];

/** The tables whose rows `named` has one for each. */
const NAMED = ['topic', 'place', 'organization', 'person', 'unnamed_source'];

/** Finds rows that name what is not there. What a change did, and who may have been one, is named when it is gone, too. */
export async function checkReferences(context: CheckContext): Promise<void> {
  for (const reference of [...(await referenceForeignKeys()), ...UNDECLARED]) findOrphans(context, reference);
  findNobodies(context);
  findFormerPeople(context);
  findForeignRevisions(context);
  confirmBySqlite(context);
}

function findOrphans(
  context: CheckContext,
  { table, column, parent, parentColumn, condition = 'true' }: (typeof UNDECLARED)[number],
): void {
  const remedy = DERIVED_TABLES.has(table) ? Remedy.REINDEX : Remedy.RESTORE;
  const text = `select ${keyOf(table)} as id, "${column}" as missing from "${table}" n where "${column}" is not null and ${condition}
    and not exists (select 1 from "${parent}" p where p."${parentColumn}" = n."${column}")`;
  for (const { id, missing } of rowsOf<{ id: unknown; missing: unknown }>(context, text)) {
    const message = `Its ${column} is ${missing}, which is not in ${parent}.`;
    context.findings.add({ code: 'ORPHAN', table, id: String(id), message, remedy });
  }
}

function findNobodies(context: CheckContext): void {
  const text = `select id from named where ${NAMED.map((table) => `id not in (select id from ${table})`).join(' and ')}`;
  for (const { id } of rowsOf<{ id: string }>(context, text)) {
    const message = 'Nobody and nothing has this id.';
    context.findings.add({ code: 'ORPHAN', table: 'named', id, message, remedy: Remedy.REINDEX });
  }
}

function findFormerPeople(context: CheckContext): void {
  for (const { id } of rowsOf<{ id: string }>(
    context,
    'select id from former_person where id in (select id from person)',
  )) {
    const message = 'It is the former id of a person, and there is still a person of this id.';
    context.findings.add({ code: 'ORPHAN', table: 'former_person', id, message, remedy: Remedy.RESTORE });
  }
}

function findForeignRevisions(context: CheckContext): void {
  for (const table of ['appearance', 'unresolved', 'statement', 'statistic']) {
    const text = `select ${keyOf(table)} as id, revision_id from ${table} n
      where exists (select 1 from article_revision r where r.id = n.revision_id and r.article_id <> n.article_id)`;
    for (const { id, revision_id } of rowsOf<{ id: string; revision_id: string }>(context, text)) {
      const message = `Its revision ${revision_id} is one of another article.`;
      context.findings.add({ code: 'ORPHAN', table, id, message, remedy: Remedy.RESTORE });
    }
  }
}

/** SQLite’s own look at the foreign keys that the store has, should it know of others. */
function confirmBySqlite(context: CheckContext): void {
  const { findings } = context;
  for (const { table, rowid, parent } of rowsOf<{ table: string; rowid: number | null; parent: string }>(
    context,
    'pragma foreign_key_check',
  )) {
    if (findings.has('ORPHAN', table)) continue;
    const message = `SQLite: its row ${rowid ?? ''} names what is not in ${parent}.`;
    findings.add({ code: 'ORPHAN', table, id: null, message, remedy: Remedy.RESTORE });
  }
}
