import { Kysely, sql, type Transaction } from 'kysely';
import { OnRecordError } from '../../../domain/errors.js';
import { StoreDialect } from '../dialect.js';
import { isDamage, isFromSqlite, storeError } from '../errors.js';
import { pendingMigrations } from '../migrate.js';
import { openReading, refuseMissing } from '../open-reading.js';
import { whenUnlocked } from '../patience.js';
import { sealOf } from '../seal.js';
import type { Tables } from '../tables.js';
import type { CheckContext } from './check-context.js';
import { DERIVED_CHECKS } from './derived.js';
import { checkEvidence } from './evidence.js';
import { type Finding, type FindingCode, Findings, Remedy, type Untold } from './findings.js';
import { checkIntegrity } from './integrity.js';
import { reasonOf } from './reason.js';
import { checkRecords } from './records.js';
import { checkReferences } from './references.js';
import { checkSchema } from './schema.js';
import { SEARCH_CHECKS } from './search.js';
import { checkValues } from './values.js';

/** What a check came to. */
export interface StoreCheck {
  /** How many articles were read back. */
  readonly articles: number;
  /** How many things are wrong, those that are not told one by one included. */
  readonly count: number;
  readonly findings: readonly Finding[];
  readonly untold: readonly Untold[];
}

/**
 * Looks for all that can be wrong with a store, as one moment sees it, whoever writes meanwhile, and writes nothing.
 * Throws an OnRecordError (STORE_UNAVAILABLE) where the file cannot be read at all, is none of On Record’s, or is of a
 * newer version.
 */
export async function checkStore(file: string): Promise<StoreCheck> {
  refuseMissing(file);
  const findings = new Findings();
  try {
    if ((await sealOf(file)) === 'BROKEN') {
      const message = 'Its bytes are not those that “onrecord backup” wrote: it is damaged, or was changed since.';
      findings.add({ code: 'ALTERED_BACKUP', table: null, id: null, message, remedy: Remedy.ANOTHER_BACKUP });
    }
    const connection = await whenUnlocked(() => openReading(file));
    const db = new Kysely<Tables>({ dialect: new StoreDialect({ database: connection }) });
    try {
      // A connection that only reads cannot take the write lock, with which the dialect's own transactions begin.
      await sql`begin`.execute(db);
      const pending = await pendingMigrations(db, file);
      const articles = await runChecks({ db: db as unknown as Transaction<Tables>, connection, findings }, pending);
      return { articles, count: findings.count, findings: findings.told, untold: findings.untold() };
    } finally {
      await db.destroy();
    }
  } catch (error) {
    throw storeError(file, error);
  }
}

async function runChecks(context: CheckContext, pending: readonly string[]): Promise<number> {
  const { findings } = context;
  await attempt(context, () => checkIntegrity(context));
  if (pending.length > 0) {
    const message = `The store is of an older version: it lacks ${pending.join(', ')}.`;
    findings.add({ code: 'OLDER_VERSION', table: null, id: null, message, remedy: Remedy.MIGRATE });
    return 0;
  }
  let articles = 0;
  const checks: readonly ((context: CheckContext) => void | Promise<void>)[] = [
    checkSchema,
    checkReferences,
    checkValues,
    async () => {
      articles = await checkRecords(context);
    },
    checkEvidence,
    ...DERIVED_CHECKS,
    ...SEARCH_CHECKS,
  ];
  for (const check of checks) await attempt(context, () => check(context));
  return articles;
}

/** The findings that keep other parts of the check from their end. */
const KEEPING: readonly FindingCode[] = ['DAMAGED', 'UNREADABLE', 'SCHEMA', 'ORPHAN'];

/** Does a part of the check. What is damaged or missing may keep it from its end, which is found then, too. */
async function attempt({ findings }: CheckContext, check: () => void | Promise<void>): Promise<void> {
  try {
    await check();
  } catch (error) {
    if (error instanceof OnRecordError) throw error;
    if (isFromSqlite(error)) {
      // A full or failing disk is no fault of the store, and what the schema lacks is a finding of its own.
      if (!isDamage(error) && storeError('', error) !== error) throw error;
      if (isDamage(error) || !findings.has('SCHEMA')) {
        const message = `SQLite: ${reasonOf(error)}`;
        findings.add({ code: 'DAMAGED', table: null, id: null, message, remedy: Remedy.RESTORE });
      }
      return;
    }
    // In a store that is whole so far it is a defect of the check.
    if (!KEEPING.some((code) => findings.has(code))) throw error;
    const message = `A part of it could not be checked: ${reasonOf(error)}`;
    findings.add({ code: 'UNREADABLE', table: null, id: null, message, remedy: Remedy.RESTORE });
  }
}
