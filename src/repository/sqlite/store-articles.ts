import { type Kysely, sql, type Transaction } from 'kysely';
import type { Article, SubjectId } from '../../domain/article.js';
import { OnRecordError } from '../../domain/errors.js';
import { type Id, isId, typeOfId } from '../../domain/identity.js';
import { checkRecord } from '../../domain/invariants.js';
import { nameKey } from '../../domain/names.js';
import type { ArticleRecord } from '../../domain/record.js';
import type { TextSpan } from '../../domain/span.js';
import type { UnnamedSource } from '../../domain/speaker.js';
import type { Statement } from '../../domain/statement.js';
import type { Statistic } from '../../domain/statistic.js';
import type { StoreOutcome } from '../repository.js';
import { insertRow } from './insert-row.js';
import { provenanceRow } from './rows/provenance.js';
import { storedReference, storedSpan } from './rows/span.js';
import { relationRow, statementRow } from './rows/statement.js';
import { statisticRow } from './rows/statistic.js';
import { SearchDocuments } from './search-documents.js';
import { freeSlug } from './slugs.js';
import { storeConflicts } from './store-conflicts.js';
import { EntityStore } from './store-entities.js';
import type { Tables } from './tables.js';

type NewArticle = ArticleRecord['article'];

/** Stores articles in one transaction; see `Repository.storeArticles`. */
export async function storeArticles(
  db: Kysely<Tables>,
  records: readonly ArticleRecord[],
  clock: () => Date,
): Promise<StoreOutcome> {
  for (const record of records) checkRecord(record);
  return db.transaction().execute(async (transaction) => {
    // Records of a batch may name each other’s people and places: references are checked when all are stored.
    await sql`pragma defer_foreign_keys = on`.execute(transaction);
    const outcome: StoreOutcome = { created: [], unchanged: [] };
    const created: ArticleRecord[] = [];
    const documents = new SearchDocuments(transaction);
    const entities = new EntityStore(transaction, documents);
    let updatedAt = await lastUpdate(transaction);
    for (const record of records) {
      if (await isStored(transaction, record)) {
        outcome.unchanged.push(record.article.id);
        continue;
      }
      updatedAt = Math.max(updatedAt + 1, clock().getTime());
      await entities.store(record);
      await storeArticle(transaction, record, updatedAt, documents);
      outcome.created.push(record.article.id);
      created.push(record);
    }
    // Only now is every statement of the batch there that a relation may lead to.
    for (const record of created) await storeRelations(transaction, record);
    await countStatements(transaction, created);
    await refuseUnknownCandidates(transaction, created);
    await documents.write();
    return outcome;
  });
}

/** The time of the last commit, which the next one's must exceed, whoever made it. */
async function lastUpdate(db: Transaction<Tables>): Promise<number> {
  const row = await db
    .selectFrom('article')
    .select(({ fn }) => fn.max('updated_at').as('last'))
    .executeTakeFirst();
  return row?.last ?? 0;
}

async function isStored(db: Transaction<Tables>, { article, revision }: ArticleRecord): Promise<boolean> {
  const stored = await db
    .selectFrom('article')
    .innerJoin('article_revision', 'article_revision.id', 'article.current_revision_id')
    .select('article_revision.text_hash')
    .where('article.id', '=', article.id)
    .executeTakeFirst();
  if (stored === undefined) return false;
  if (stored.text_hash === revision.textHash) return true;
  throw new OnRecordError(
    'CONFLICT',
    `The article “${article.title}” (${article.id}) is already stored with another text.`,
  );
}

async function storeArticle(
  db: Transaction<Tables>,
  record: ArticleRecord,
  updatedAt: number,
  documents: SearchDocuments,
): Promise<void> {
  const { article, revision } = record;
  const seq = await insertRow(db, 'article', {
    id: article.id,
    slug: await freeSlug(db, 'article', article.title, article.id),
    title: article.title,
    title_key: nameKey(article.title),
    url: article.url,
    publisher_id: article.publisherId,
    bylines: JSON.stringify(article.bylines),
    published_at: article.publishedAt.getTime(),
    published_precision: article.publishedPrecision,
    updated_at: updatedAt,
    language: article.language,
    word_count: article.wordCount,
    current_revision_id: article.currentRevisionId,
    retracted_at: article.retraction?.at.getTime() ?? null,
    retraction_reason: article.retraction?.reason ?? null,
  });
  await insertRow(db, 'article_revision', {
    id: revision.id,
    article_id: revision.articleId,
    number: revision.number,
    title: revision.title,
    text: revision.text,
    text_hash: revision.textHash,
    stored_at: updatedAt,
    reason: revision.reason,
  });
  await storeAppearances(db, record);
  for (const source of record.unnamedSources) await storeUnnamedSource(db, source);
  documents.addArticle(seq, record);
  for (const statement of record.statements) await storeStatement(db, statement, article, documents);
  for (const statistic of record.statistics) await storeStatistic(db, statistic, article, documents);
}

async function storeAppearances(db: Transaction<Tables>, record: ArticleRecord): Promise<void> {
  const { article, revision } = record;
  for (const { subjectId, mentions: unsorted } of record.appearances) {
    const mentions = inTextOrder(unsorted);
    await insertRow(db, 'appearance', {
      article_id: article.id,
      subject_id: subjectId,
      subject_type: typeOfId(subjectId) ?? 'Topic',
      position: mentions[0]?.start ?? listPosition(record, subjectId),
      revision_id: revision.id,
      mentions: JSON.stringify(mentions.map(storedSpan)),
      published_at: article.publishedAt.getTime(),
    });
  }
  const unresolved = record.unresolved.toSorted((a, b) => firstStart(a.spans) - firstStart(b.spans));
  for (const [position, reference] of unresolved.entries()) {
    await insertRow(db, 'unresolved', {
      article_id: article.id,
      position,
      revision_id: revision.id,
      reference: JSON.stringify(storedReference(reference)),
    });
  }
}

/** The place of a subject without mentions: that in the record's list of its kind. */
function listPosition({ topics, places, organizations, people }: ArticleRecord, subjectId: SubjectId): number {
  return Math.max(
    0,
    ...[topics, places, organizations, people].map((list) => list.findIndex(({ id }) => id === subjectId)),
  );
}

function inTextOrder(spans: readonly TextSpan[]): TextSpan[] {
  return spans.toSorted((a, b) => a.start - b.start);
}

function firstStart(spans: readonly TextSpan[]): number {
  return Math.min(...spans.map(({ start }) => start));
}

async function storeUnnamedSource(db: Transaction<Tables>, source: UnnamedSource): Promise<void> {
  await insertRow(db, 'named', { id: source.id });
  await insertRow(db, 'unnamed_source', {
    id: source.id,
    article_id: source.articleId,
    description: source.description,
    source_kind: source.sourceKind,
    plural: source.plural ? 1 : 0,
    affiliation_id: source.affiliationId,
    ...provenanceRow(source.provenance),
  });
}

async function storeStatement(
  db: Transaction<Tables>,
  statement: Statement,
  article: NewArticle,
  documents: SearchDocuments,
): Promise<void> {
  const seq = await insertRow(db, 'statement', statementRow(statement, article.retraction !== null));
  documents.addStatement(seq, statement, article, { listed: isListed(statement, article) });
  const subjects = new Set(statement.about.flatMap(({ subjectId }) => subjectId ?? []));
  for (const subjectId of subjects) {
    await insertRow(db, 'about', {
      statement_id: statement.id,
      subject_id: subjectId,
      said_to: statement.said?.to ?? null,
    });
  }
}

async function storeStatistic(
  db: Transaction<Tables>,
  statistic: Statistic,
  article: NewArticle,
  documents: SearchDocuments,
): Promise<void> {
  const row = statisticRow(statistic, article.retraction !== null);
  const seq = await insertRow(db, 'statistic', row);
  if (isListed(statistic, article)) await documents.addStatistic(seq, statistic, article);
  await storeConflicts(db, statistic, row.series);
}

/** Whether lists show a statement or figure: if it stands, is not rejected and its article is not retracted. */
function isListed({ standing, provenance }: Statement | Statistic, { retraction }: NewArticle): boolean {
  return standing === 'STANDS' && provenance.review !== 'REJECTED' && retraction === null;
}

/** Adds the listed statements of new articles to what is counted of the people who make them. */
async function countStatements(db: Transaction<Tables>, records: readonly ArticleRecord[]): Promise<void> {
  const added = new Map<Id<'Person'>, number>();
  for (const { article, statements } of records) {
    for (const statement of statements) {
      const { speakerId } = statement;
      if (speakerId === null || !isId(speakerId, 'Person') || !isListed(statement, article)) continue;
      added.set(speakerId, (added.get(speakerId) ?? 0) + 1);
    }
  }
  for (const [id, count] of added) {
    await sql`update person set statement_count = statement_count + ${count} where id = ${id}`.execute(db);
  }
}

async function storeRelations(db: Transaction<Tables>, { article, relations }: ArticleRecord): Promise<void> {
  for (const relation of relations) {
    const { toId, toStatisticId } = relation;
    const statement = db.selectFrom('statement').select('id').where('id', '=', toId);
    await refuseUnlessStored(statement, `the statement ${toId}`, article);
    if (toStatisticId !== null) {
      const figure = db.selectFrom('statistic').select('id').where('id', '=', toStatisticId);
      await refuseUnlessStored(
        figure.where('statement_id', '=', toId),
        `the figure ${toStatisticId} in ${toId}`,
        article,
      );
    }
    await insertRow(db, 'relation', relationRow(relation));
  }
}

async function refuseUnlessStored(
  query: { executeTakeFirst(): Promise<object | undefined> },
  what: string,
  article: Pick<Article, 'title'>,
): Promise<void> {
  if ((await query.executeTakeFirst()) === undefined) {
    throw new OnRecordError(
      'CONFLICT',
      `The article “${article.title}” relates a statement to ${what}, which is not stored.`,
    );
  }
}

/** Candidates stand in JSON, where no foreign key looks. */
async function refuseUnknownCandidates(db: Transaction<Tables>, records: readonly ArticleRecord[]): Promise<void> {
  for (const { article, statements, unresolved } of records) {
    const references = [...unresolved, ...statements.flatMap(({ about }) => about)];
    const speakers = statements.flatMap(({ speakerCandidateIds }) => speakerCandidateIds);
    const candidates = [...speakers, ...references.flatMap(({ candidateIds }) => candidateIds)];
    const { rows } = await sql<{ id: string }>`select value as id from json_each(${JSON.stringify(candidates)})
      where value not in (select id from named) limit 1`.execute(db);
    if (rows[0] !== undefined) {
      throw new OnRecordError(
        'BAD_USER_INPUT',
        `The article “${article.title}” has the candidate ${rows[0].id}, which is not stored.`,
      );
    }
  }
}
