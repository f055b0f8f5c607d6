import { sql } from 'kysely';
import type { ArticleRevision } from '../../../domain/article.js';
import type { Id } from '../../../domain/identity.js';
import type { ArticleFile } from '../../desk.js';
import { ARTICLE_STORE, toAppearance, UNRESOLVED_STORE } from '../desk/article-stores.js';
import { toRevision } from '../rows/article.js';
import { toUnnamedSource } from '../rows/speaker.js';
import { toRelation, toStatement } from '../rows/statement.js';
import { toStatistic } from '../rows/statistic.js';
import type {
  AppearanceTable,
  RelationTable,
  RevisionTable,
  StatementTable,
  StatisticTable,
  UnnamedSourceTable,
} from '../tables.js';
import type { CheckContext } from './check-context.js';

/** All of one article, as a desk has it, but of relations only those from its statements, and with all of its wordings. */
export interface WholeArticle extends ArticleFile {
  readonly revisions: readonly ArticleRevision[];
}

/**
 * Notes which rows belong to which article, in a table of this connection’s own: there is no index of those that no list
 * shows, and one look through all rows for each article would take days.
 */
export function gatherClaims({ connection }: CheckContext): void {
  connection.exec(`
    create table temp.claim (article_id text, part text, place integer, primary key (article_id, part, place)) without rowid;
    insert into temp.claim select article_id, 'statement', seq from main.statement;
    insert into temp.claim select article_id, 'statistic', seq from main.statistic;
    insert into temp.claim select article_id, 'unnamed_source', rowid from main.unnamed_source`);
}

/** Reads an article back; undefined where its current wording is missing. */
export async function wholeArticle(context: CheckContext, id: Id<'Article'>): Promise<WholeArticle | undefined> {
  const { db } = context;
  const [article] = await ARTICLE_STORE.read(db, [id]);
  const { rows } = await sql<RevisionTable>`select * from article_revision where article_id = ${id}
    order by number`.execute(db);
  const revisions = rows.map(toRevision);
  const revision = revisions.find(({ id: revisionId }) => revisionId === article?.currentRevisionId);
  if (article === undefined || revision === undefined) return undefined;
  const [unresolved] = await UNRESOLVED_STORE.read(db, [id]);
  const appearances = await sql<AppearanceTable>`select * from appearance where article_id = ${id}
    order by position, subject_id`.execute(db);
  const statements = claimsOf<StatementTable>(context, 'statement', id);
  const relations =
    await sql<RelationTable>`select r.* from json_each(${JSON.stringify(statements.map((row) => row.id))}) o
    join relation r on r.from_id = o.value`.execute(db);
  return {
    ...{ article, revision, revisions, unresolved: unresolved?.references ?? [] },
    appearances: appearances.rows.map(toAppearance),
    unnamedSources: claimsOf<UnnamedSourceTable>(context, 'unnamed_source', id).map(toUnnamedSource),
    statements: statements.map(toStatement),
    statistics: claimsOf<StatisticTable>(context, 'statistic', id).map(toStatistic),
    relations: relations.rows.map(toRelation),
  };
}

function claimsOf<Row>({ connection }: CheckContext, table: string, id: string): Row[] {
  const text = `select n.* from temp.claim c cross join main.${table} n on n.rowid = c.place
    where c.article_id = ? and c.part = ? order by c.place`;
  return connection.prepare(text).all([id, table]) as Row[];
}
