import { sql, type Transaction } from 'kysely';
import { OnRecordError } from '../../domain/errors.js';
import { type Id, isId, typeOfId } from '../../domain/identity.js';
import { checkRecord } from '../../domain/invariants.js';
import { type ArticleRecord, positionOf } from '../../domain/record.js';
import type { TextSpan } from '../../domain/span.js';
import type { UnnamedSource } from '../../domain/speaker.js';
import type { Statement } from '../../domain/statement.js';
import type { Statistic } from '../../domain/statistic.js';
import type { StoreOutcome } from '../repository.js';
import { insertRow, insertRows } from './insert-row.js';
import { articleRow, revisionRow } from './rows/article.js';
import { storedReference, storedSpan } from './rows/span.js';
import { unnamedSourceRow } from './rows/speaker.js';
import { relationRow, statementRow } from './rows/statement.js';
import { statisticRow } from './rows/statistic.js';
import { SearchDocuments } from './search-documents.js';
import { freeSlug } from './slugs.js';
import { storeAbout, storeCandidates } from './store-about.js';
import { storeConflicts } from './store-conflicts.js';
import { EntityStore } from './store-entities.js';
import type { Tables } from './tables.js';

type NewArticle = ArticleRecord['article'];

/** What storing needs of the transaction that it is part of. */
export interface StoringContext {
  readonly db: Transaction<Tables>;
  readonly documents: SearchDocuments;
  readonly entities: EntityStore;
  /** The time at which the next article counts as updated. */
  nextUpdate(): number;
}

/** Stores articles in a transaction; see `Repository.storeArticles`. Search finds them when its documents are written. */
export async function storeArticles(context: StoringContext, records: readonly ArticleRecord[]): Promise<StoreOutcome> {
  for (const record of records) checkRecord(record);
  const { db, documents, entities } = context;
  const outcome: StoreOutcome = { created: [], unchanged: [] };
  const created: ArticleRecord[] = [];
  const hashes = await storedHashes(db, records);
  for (const record of records) {
    const { article, revision } = record;
    if (isStored(record, hashes.get(article.id))) {
      outcome.unchanged.push(article.id);
      continue;
    }
    await entities.store(record);
    await storeArticle(db, record, context.nextUpdate(), documents);
    hashes.set(article.id, revision.textHash);
    outcome.created.push(article.id);
    created.push(record);
  }
  // Only now is every statement of the batch there that a relation may lead to.
  for (const record of created) await storeRelations(db, record);
  await countStatements(db, created);
  await refuseUnknownCandidates(db, created);
  return outcome;
}

/** The hashes of the texts that the articles of the records have where they are stored already. */
async function storedHashes(
  db: Transaction<Tables>,
  records: readonly ArticleRecord[],
): Promise<Map<Id<'Article'>, string>> {
  const ids = JSON.stringify(records.map(({ article }) => article.id));
  const { rows } = await sql<{ id: Id<'Article'>; hash: string }>`select a.id, r.text_hash as hash
    from json_each(${ids}) o cross join article a on a.id = o.value
    cross join article_revision r on r.id = a.current_revision_id`.execute(db);
  return new Map(rows.map(({ id, hash }) => [id, hash]));
}

function isStored({ article, revision }: ArticleRecord, storedHash: string | undefined): boolean {
  if (storedHash === undefined) return false;
  if (storedHash === revision.textHash) return true;
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
  const slug = await freeSlug(db, 'article', article.title, article.id);
  const [seq = 0] = await insertRows(db, 'article', [articleRow(article, slug, updatedAt)]);
  await insertRow(db, 'article_revision', revisionRow(revision, updatedAt));
  await storeAppearances(db, record);
  await storeUnnamedSources(db, record.unnamedSources);
  documents.addArticle(seq, record);
  await storeStatements(db, record, documents);
  await storeStatistics(db, record, documents);
}

async function storeAppearances(db: Transaction<Tables>, record: ArticleRecord): Promise<void> {
  const { article, revision } = record;
  const appearances = record.appearances.map((appearance) => ({
    article_id: article.id,
    subject_id: appearance.subjectId,
    subject_type: typeOfId(appearance.subjectId) ?? 'Topic',
    position: positionOf(appearance, record),
    revision_id: revision.id,
    mentions: JSON.stringify(inTextOrder(appearance.mentions).map(storedSpan)),
    published_at: article.publishedAt.getTime(),
  }));
  await insertRows(db, 'appearance', appearances);
  await storeCandidates(
    db,
    article.id,
    record.unresolved.flatMap(({ candidateIds }) => candidateIds),
  );
  const unresolved = record.unresolved.toSorted((a, b) => firstStart(a.spans) - firstStart(b.spans));
  const references = unresolved.map((reference, position) => ({
    article_id: article.id,
    position,
    revision_id: revision.id,
    reference: JSON.stringify(storedReference(reference)),
  }));
  await insertRows(db, 'unresolved', references);
}

function inTextOrder(spans: readonly TextSpan[]): TextSpan[] {
  return spans.toSorted((a, b) => a.start - b.start);
}

function firstStart(spans: readonly TextSpan[]): number {
  return Math.min(...spans.map(({ start }) => start));
}

async function storeUnnamedSources(db: Transaction<Tables>, sources: readonly UnnamedSource[]): Promise<void> {
  const names = sources.map(({ id }) => ({ id }));
  await insertRows(db, 'named', names);
  await insertRows(db, 'unnamed_source', sources.map(unnamedSourceRow));
}

async function storeStatements(
  db: Transaction<Tables>,
  { article, statements }: ArticleRecord,
  documents: SearchDocuments,
): Promise<void> {
  const rows = statements.map((statement) => statementRow(statement, article.retraction !== null));
  const numbers = await insertRows(db, 'statement', rows);
  for (const [index, statement] of statements.entries())
    documents.addStatement(numbers[index] ?? 0, statement, article, { listed: isListed(statement, article) });
  await storeAbout(db, statements);
}

async function storeStatistics(
  db: Transaction<Tables>,
  { article, statistics }: ArticleRecord,
  documents: SearchDocuments,
): Promise<void> {
  const rows = statistics.map((statistic) => statisticRow(statistic, article.retraction !== null));
  const numbers = await insertRows(db, 'statistic', rows);
  const listed = statistics
    .map((statistic, index) => ({ seq: numbers[index] ?? 0, statistic }))
    .filter(({ statistic }) => isListed(statistic, article));
  await documents.addStatistics(listed, article);
  await storeConflicts(db, statistics);
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
  await sql`update person set statement_count = statement_count + (o.value ->> 1)
    from json_each(${JSON.stringify([...added])}) o where person.id = o.value ->> 0`.execute(db);
}

async function storeRelations(db: Transaction<Tables>, { article, relations }: ArticleRecord): Promise<void> {
  if (relations.length === 0) return;
  const ends = JSON.stringify(relations.map(({ toId, toStatisticId }) => [toId, toStatisticId]));
  const { rows } = await sql<{ toId: string; toStatisticId: string | null; isThere: number }>`
    select toId, toStatisticId, isThere from (
      select key, value ->> 0 as toId, value ->> 1 as toStatisticId,
        exists (select 1 from statement s where s.id = value ->> 0) as isThere
      from json_each(${ends}))
    where not isThere or (toStatisticId is not null and not exists (
      select 1 from statistic n where n.id = toStatisticId and n.statement_id = toId))
    order by key limit 1`.execute(db);
  const [missing] = rows;
  if (missing !== undefined) {
    const { toId, toStatisticId, isThere } = missing;
    const what = isThere === 1 ? `the figure ${toStatisticId} in ${toId}` : `the statement ${toId}`;
    throw new OnRecordError(
      'CONFLICT',
      `The article “${article.title}” relates a statement to ${what}, which is not stored.`,
    );
  }
  await insertRows(db, 'relation', relations.map(relationRow));
}

/** Candidates stand in JSON, where no foreign key looks. */
async function refuseUnknownCandidates(db: Transaction<Tables>, records: readonly ArticleRecord[]): Promise<void> {
  for (const { article, statements, unresolved } of records) {
    const references = [...unresolved, ...statements.flatMap(({ about }) => about)];
    const speakers = statements.flatMap(({ speakerCandidateIds }) => speakerCandidateIds);
    const candidates = [...speakers, ...references.flatMap(({ candidateIds }) => candidateIds)];
    if (candidates.length === 0) continue;
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
