import { type Kysely, sql, type Transaction } from 'kysely';
import type { Change } from '../../../domain/change.js';
import { type AnyId, type Id, isId } from '../../../domain/identity.js';
import type { IdentityCandidate } from '../../../domain/identity-candidate.js';
import type { ArticleRecord } from '../../../domain/record.js';
import type { Person, Relationship, Role } from '../../../domain/speaker.js';
import type { ArticleFile, ChangeFile, Desk, RecordKey, StoredRecords, StoredType } from '../../desk.js';
import type { KnownRecords } from '../../known-records.js';
import type { StoreOutcome } from '../../repository.js';
import type { IngestedSource } from '../../source-log.js';
import { insertRow } from '../insert-row.js';
import { recountStatements } from '../recount-statements.js';
import { toRelationship, toRole } from '../rows/speaker.js';
import { SearchDocuments } from '../search-documents.js';
import { freeSlug } from '../slugs.js';
import { storeArticles } from '../store-articles.js';
import { EntityStore } from '../store-entities.js';
import type { RelationshipTable, RoleTable, Tables } from '../tables.js';
import { articleFilesOf } from './article-files.js';
import { addChange, changeFilesOf, laterChanges, markUndone } from './change-store.js';
import type { DeskContext, RecordStore } from './record-store.js';
import { RECORD_STORES } from './record-stores.js';
import { articlesNaming, peopleNamed, referrersOf, remainingIds } from './references.js';
import { SqliteKnownRecords } from './sqlite-known-records.js';

/** Does work at a desk, in one transaction. */
export function writeAt<T>(db: Kysely<Tables>, clock: () => Date, work: (desk: Desk) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (transaction) => {
    // Records may name each other in any order: references are checked when all are put down.
    await sql`pragma defer_foreign_keys = on`.execute(transaction);
    const desk = new SqliteDesk(transaction, {
      at: Math.max((await lastTime(transaction)) + 1, clock().getTime()),
      changeNumber: (await changesIn(transaction)) + 1,
    });
    const result = await work(desk);
    await desk.finish();
    return result;
  });
}

/** The time of the last article or change, which the next one's must exceed, whoever made it. */
async function lastTime(db: Transaction<Tables>): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`select max(
    coalesce((select max(updated_at) from article), 0), coalesce((select max(at) from change), 0)) as last`.execute(db);
  return rows[0]?.last ?? 0;
}

async function changesIn(db: Transaction<Tables>): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`select max(seq) as last from change`.execute(db);
  return rows[0]?.last ?? 0;
}

class SqliteDesk implements Desk, DeskContext {
  readonly db: Transaction<Tables>;
  readonly documents: SearchDocuments;
  readonly at: Date;
  readonly known: KnownRecords;
  readonly #entities: EntityStore;
  readonly #touched = new Set<Id<'Article'>>();
  readonly #recounted = new Set<string>();
  changeNumber: number;
  #nextUpdate: number;

  constructor(db: Transaction<Tables>, { at, changeNumber }: { readonly at: number; readonly changeNumber: number }) {
    this.db = db;
    this.at = new Date(at);
    this.changeNumber = changeNumber;
    this.#nextUpdate = at;
    this.known = new SqliteKnownRecords(db);
    this.documents = new SearchDocuments(db);
    this.#entities = new EntityStore(db, this.documents);
  }

  touch(articleId: Id<'Article'>): void {
    this.#touched.add(articleId);
  }

  recount(speakerId: string | null): void {
    if (speakerId !== null && isId(speakerId, 'Person')) this.#recounted.add(speakerId);
  }

  read<Type extends StoredType>(type: Type, keys: readonly string[]): Promise<(StoredRecords[Type] | undefined)[]> {
    return storeOf(type).read(this.db, keys);
  }

  put<Type extends StoredType>(type: Type, record: StoredRecords[Type]): Promise<void> {
    return storeOf(type).write(this, record);
  }

  remove(type: StoredType, key: string): Promise<void> {
    return storeOf(type).remove(this, key);
  }

  remainingIds(people: readonly Id<'Person'>[]): Promise<Id<'Person'>[]> {
    return remainingIds(this.db, people);
  }

  peopleNamed(name: string): Promise<Person[]> {
    return peopleNamed(this.db, name);
  }

  articleFiles(ids: readonly Id<'Article'>[]): Promise<(ArticleFile | undefined)[]> {
    return articleFilesOf(this.db, ids);
  }

  articlesNaming(subjectId: AnyId): Promise<Id<'Article'>[]> {
    return articlesNaming(this.db, subjectId);
  }

  async rolesOf(personId: Id<'Person'>): Promise<Role[]> {
    const { rows } = await sql<RoleTable>`select * from role where person_id = ${personId} order by position`.execute(
      this.db,
    );
    return rows.map(toRole);
  }

  async relationshipsOf(personId: Id<'Person'>): Promise<Relationship[]> {
    const { rows } = await sql<RelationshipTable>`select * from relationship
      where person_id = ${personId} or other_id = ${personId} order by position`.execute(this.db);
    return rows.map(toRelationship);
  }

  referrers(id: AnyId): Promise<RecordKey[]> {
    return referrersOf(this.db, id);
  }

  slugFor(type: 'Article' | 'Person' | 'Organization', name: string, id: AnyId): Promise<string> {
    const table = { Article: 'article', Person: 'person', Organization: 'organization' } as const;
    return freeSlug(this.db, table[type], name, id);
  }

  storeEntities(record: ArticleRecord): Promise<void> {
    return this.#entities.store(record);
  }

  storeArticles(records: readonly ArticleRecord[]): Promise<StoreOutcome> {
    const { db, documents } = this;
    return storeArticles({ db, documents, entities: this.#entities, nextUpdate: () => this.#nextUpdate++ }, records);
  }

  async addIdentityCandidates(candidates: readonly IdentityCandidate[]): Promise<void> {
    for (const { id, personIds, why, score } of candidates) {
      const [personId, otherId] = personIds;
      await insertRow(
        this.db,
        'identity_candidate',
        { id, person_id: personId, other_id: otherId, why, score },
        'replace',
      );
    }
  }

  async noteIngested({ source, fingerprint, documents }: IngestedSource): Promise<void> {
    await sql`insert or replace into ingested (source, fingerprint, documents)
      values (${source}, ${fingerprint}, ${documents})`.execute(this.db);
  }

  async addChange(file: ChangeFile): Promise<void> {
    await addChange(this.db, file);
    this.changeNumber++;
  }

  changeFiles(ids: readonly Id<'Change'>[]): Promise<(ChangeFile | undefined)[]> {
    return changeFilesOf(this.db, ids);
  }

  laterChanges(record: RecordKey, articleId: Id<'Article'> | null, after: Change): Promise<Change[]> {
    return laterChanges(this.db, record, articleId, after);
  }

  markUndone(change: Id<'Change'>, by: Id<'Change'> | null): Promise<void> {
    return markUndone(this.db, change, by);
  }

  /** Puts down what follows from what was written. */
  async finish(): Promise<void> {
    for (const articleId of this.#touched) {
      await sql`update article set updated_at = ${this.#nextUpdate++} where id = ${articleId}`.execute(this.db);
    }
    await recountStatements(this.db, this.#recounted);
    await this.documents.write();
  }
}

function storeOf<Type extends StoredType>(type: Type): RecordStore<StoredRecords[Type]> {
  return RECORD_STORES[type];
}
