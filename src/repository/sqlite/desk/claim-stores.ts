import { sql } from 'kysely';
import type { Article } from '../../../domain/article.js';
import type { Id } from '../../../domain/identity.js';
import type { Statement, StatementRelation } from '../../../domain/statement.js';
import type { Statistic } from '../../../domain/statistic.js';
import { insertRow } from '../insert-row.js';
import { relationRow, statementRow, toRelation, toStatement } from '../rows/statement.js';
import { statisticRow, toStatistic } from '../rows/statistic.js';
import { storeAbout } from '../store-about.js';
import { storeConflicts } from '../store-conflicts.js';
import { type DeskContext, type RecordStore, readById, removeById } from './record-store.js';

/** What of its article decides whether lists and search show a claim, and where. */
type Home = Pick<Article, 'publishedAt' | 'retraction'>;

export const STATEMENT_STORE: RecordStore<Statement> = {
  read: readById('statement', toStatement),
  async write(context, statement) {
    const { db, documents } = context;
    const home = await homeOf(context, statement.articleId);
    const before = await rowOf(context, 'statement', statement.id);
    await insertRow(db, 'statement', statementRow(statement, home.retraction !== null), 'replace');
    await sql`delete from about where statement_id = ${statement.id}`.execute(db);
    await storeAbout(db, [statement]);
    const row = await rowOf(context, 'statement', statement.id);
    if (row !== undefined) documents.replaceStatement(row.seq, statement, home, { listed: row.listed === 1 });
    context.recount(before?.speaker_id ?? null);
    context.recount(statement.speakerId);
    context.touch(statement.articleId);
  },
  async remove(context, id) {
    const row = await rowOf(context, 'statement', id);
    if (row === undefined) return;
    context.documents.removeStatement(row.seq, await homeOf(context, row.article_id));
    await sql`delete from about where statement_id = ${id}`.execute(context.db);
    await removeById(context, 'statement', id);
    context.recount(row.speaker_id);
    context.touch(row.article_id);
  },
};

export const STATISTIC_STORE: RecordStore<Statistic> = {
  read: readById('statistic', toStatistic),
  async write(context, statistic) {
    const { db } = context;
    const home = await homeOf(context, statistic.articleId);
    await insertRow(db, 'statistic', statisticRow(statistic, home.retraction !== null), 'replace');
    await forgetConflicts(context, statistic.id);
    await storeConflicts(db, [statistic]);
    await indexStatistic(context, statistic, home);
    context.touch(statistic.articleId);
  },
  async remove(context, id) {
    const row = await rowOf(context, 'statistic', id);
    if (row === undefined) return;
    await forgetConflicts(context, id);
    context.documents.removeStatistic(row.seq, await homeOf(context, row.article_id));
    await removeById(context, 'statistic', id);
    context.touch(row.article_id);
  },
};

export const RELATION_STORE: RecordStore<StatementRelation> = {
  read: readById('relation', toRelation),
  async write(context, relation) {
    await insertRow(context.db, 'relation', relationRow(relation), 'replace');
    await touchEnds(context, relation.id);
  },
  async remove(context, id) {
    await touchEnds(context, id);
    await removeById(context, 'relation', id);
  },
};

/** Shows or hides all claims of an article, as its retraction asks, in lists and in search. */
export async function hideOrShowClaims(context: DeskContext, article: Article): Promise<void> {
  const { db, documents } = context;
  const retracted = article.retraction === null ? 0 : 1;
  await sql`update statement set retracted = ${retracted} where article_id = ${article.id}`.execute(db);
  await sql`update statistic set retracted = ${retracted} where article_id = ${article.id}`.execute(db);
  const { rows: statements } =
    await sql<StatementRow>`select * from statement where article_id = ${article.id}`.execute(db);
  for (const row of statements) {
    documents.replaceStatement(row.seq, toStatement(row), article, { listed: row.listed === 1 });
    context.recount(row.speaker_id);
  }
  const { rows: figures } = await sql<StatisticRow>`select * from statistic where article_id = ${article.id}`.execute(
    db,
  );
  for (const row of figures) await indexStatistic(context, toStatistic(row), article);
}

async function indexStatistic(context: DeskContext, statistic: Statistic, home: Home): Promise<void> {
  const row = await rowOf(context, 'statistic', statistic.id);
  if (row === undefined) return;
  context.documents.removeStatistic(row.seq, home);
  if (row.listed === 1) await context.documents.addStatistics([{ seq: row.seq, statistic }], home);
}

async function forgetConflicts({ db }: DeskContext, id: string): Promise<void> {
  await sql`delete from conflict where other_id = ${id} and statistic_id in (
    select other_id from conflict where statistic_id = ${id})`.execute(db);
  await sql`delete from conflict where statistic_id = ${id}`.execute(db);
}

/** A relation shows in the articles of both its statements. */
async function touchEnds(context: DeskContext, id: string): Promise<void> {
  const { rows } = await sql<{ article_id: Id<'Article'> }>`select s.article_id from relation r
    join statement s on s.id in (r.from_id, r.to_id) where r.id = ${id}`.execute(context.db);
  for (const { article_id } of rows) context.touch(article_id);
}

async function homeOf({ db }: DeskContext, articleId: Id<'Article'>): Promise<Home> {
  const row = await db
    .selectFrom('article')
    .select(['published_at', 'retracted_at', 'retraction_reason'])
    .where('id', '=', articleId)
    .executeTakeFirstOrThrow();
  const { published_at, retracted_at, retraction_reason } = row;
  const retraction = retracted_at === null ? null : { at: new Date(retracted_at), reason: retraction_reason ?? '' };
  return { publishedAt: new Date(published_at), retraction };
}

type Claim = { readonly seq: number; readonly listed: number };
type StatementRow = Parameters<typeof toStatement>[0] & Claim;
type StatisticRow = Parameters<typeof toStatistic>[0] & Claim;

async function rowOf(context: DeskContext, table: 'statement', id: string): Promise<StatementRow | undefined>;
async function rowOf(context: DeskContext, table: 'statistic', id: string): Promise<StatisticRow | undefined>;
async function rowOf({ db }: DeskContext, table: 'statement' | 'statistic', id: string): Promise<unknown> {
  const { rows } = await sql`select * from ${sql.table(table)} where id = ${id}`.execute(db);
  return rows[0];
}
