import { sql, type Transaction } from 'kysely';
import type { Id } from '../../../domain/identity.js';
import type { ArticleFile } from '../../desk.js';
import { toUnnamedSource } from '../rows/speaker.js';
import { toRelation, toStatement } from '../rows/statement.js';
import { toStatistic } from '../rows/statistic.js';
import type {
  AppearanceTable,
  RelationTable,
  StatementTable,
  StatisticTable,
  Tables,
  UnnamedSourceTable,
} from '../tables.js';
import { ARTICLE_STORE, REVISION_STORE, toAppearance, UNRESOLVED_STORE } from './article-stores.js';

/** Everything that the store has of each article, whatever its state, in the order of storing. */
export async function articleFilesOf(
  db: Transaction<Tables>,
  ids: readonly Id<'Article'>[],
): Promise<(ArticleFile | undefined)[]> {
  const files: (ArticleFile | undefined)[] = [];
  for (const id of ids) files.push(await articleFileOf(db, id));
  return files;
}

async function articleFileOf(db: Transaction<Tables>, id: Id<'Article'>): Promise<ArticleFile | undefined> {
  const [article] = await ARTICLE_STORE.read(db, [id]);
  if (article === undefined) return undefined;
  const [revision] = await REVISION_STORE.read(db, [article.currentRevisionId]);
  if (revision === undefined) throw new TypeError(`The article ${id} has no current revision.`);
  const [unresolved] = await UNRESOLVED_STORE.read(db, [id]);
  const appearances = await sql<AppearanceTable>`select * from appearance where article_id = ${id}
    order by position, subject_id`.execute(db);
  const sources = await sql<UnnamedSourceTable>`select * from unnamed_source where article_id = ${id}
    order by rowid`.execute(db);
  const statements = await sql<StatementTable>`select * from statement where article_id = ${id} order by seq`.execute(
    db,
  );
  const statistics = await sql<StatisticTable>`select * from statistic where article_id = ${id} order by seq`.execute(
    db,
  );
  const relations = await sql<RelationTable>`select * from relation where
    from_id in (select id from statement where article_id = ${id})
    or to_id in (select id from statement where article_id = ${id}) order by recorded_at, id`.execute(db);
  return {
    article,
    revision,
    appearances: appearances.rows.map(toAppearance),
    unresolved: unresolved?.references ?? [],
    unnamedSources: sources.rows.map(toUnnamedSource),
    statements: statements.rows.map(toStatement),
    statistics: statistics.rows.map(toStatistic),
    relations: relations.rows.map(toRelation),
  };
}
