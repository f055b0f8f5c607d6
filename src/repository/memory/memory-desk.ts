import { type Change, READING_ACTIONS } from '../../domain/change.js';
import { InvariantError } from '../../domain/errors.js';
import { type AnyId, type Id, isAnyId } from '../../domain/identity.js';
import type { IdentityCandidate } from '../../domain/identity-candidate.js';
import { compareCodePoints, nameKey } from '../../domain/names.js';
import type { ArticleRecord } from '../../domain/record.js';
import type { Person, Relationship, Role } from '../../domain/speaker.js';
import type { ArticleFile, ChangeFile, Desk, RecordKey, StoredRecords, StoredType } from '../desk.js';
import type { KnownRecords } from '../known-records.js';
import type { StoreOutcome } from '../repository.js';
import type { IngestedSource } from '../source-log.js';
import { admit } from './admission.js';
import { MemoryKnownRecords } from './known-records.js';
import { articleIdOf, names, RecordTables } from './record-tables.js';
import { newSlug } from './slugs.js';
import { storeEntities, storeRecord } from './storing.js';
import type { Tables } from './tables.js';

/** A desk over the tables of the store in memory, which takes back all that it did when its work throws. */
export class MemoryDesk implements Desk {
  readonly at: Date;
  readonly known: KnownRecords;
  readonly #tables: Tables;
  readonly #records: RecordTables;
  readonly #touched = new Set<Id<'Article'>>();
  readonly #removed: string[] = [];
  #nextUpdate: number;

  constructor(tables: Tables, at: number) {
    this.at = new Date(at);
    this.#nextUpdate = at;
    this.known = new MemoryKnownRecords(tables);
    this.#tables = tables;
    this.#records = new RecordTables(tables);
  }

  get changeNumber(): number {
    return this.#tables.changes.size + 1;
  }

  async read<Type extends StoredType>(
    type: Type,
    keys: readonly string[],
  ): Promise<(StoredRecords[Type] | undefined)[]> {
    return keys.map((key) => this.#records.get(type, key));
  }

  async put<Type extends StoredType>(type: Type, record: StoredRecords[Type]): Promise<void> {
    this.#records.set(type, record);
    this.#touch(record);
  }

  async remove(type: StoredType, key: string): Promise<void> {
    const record = this.#records.get(type, key);
    if (record === undefined) return;
    this.#records.delete(type, key);
    this.#touch(record);
    this.#removed.push(key);
  }

  async remainingIds(people: readonly Id<'Person'>[]): Promise<Id<'Person'>[]> {
    const all = [...this.#tables.people.values()];
    return people.map((id) => all.find(({ formerIds }) => formerIds.includes(id))?.id ?? id);
  }

  async peopleNamed(name: string): Promise<Person[]> {
    const key = nameKey(name);
    return [...this.#tables.people.values()]
      .filter((person) => [person.name, ...person.aliases].some((known) => nameKey(known) === key))
      .sort((a, b) => compareCodePoints(a.id, b.id));
  }

  async articleFiles(ids: readonly Id<'Article'>[]): Promise<(ArticleFile | undefined)[]> {
    return ids.map((id) => this.#articleFile(id));
  }

  async articlesNaming(subjectId: AnyId): Promise<Id<'Article'>[]> {
    return [...this.#tables.articles.values()]
      .map(({ id }) => this.#articleFile(id))
      .filter((file) => file !== undefined)
      .filter(({ appearances, unresolved, statements, statistics }) =>
        [appearances, unresolved, statements, statistics].some((records) => names(records, subjectId)),
      )
      .map(({ article }) => article.id)
      .sort(compareCodePoints);
  }

  async rolesOf(personId: Id<'Person'>): Promise<Role[]> {
    return this.#tables.roles.filter((role) => role.personId === personId);
  }

  async relationshipsOf(id: Id<'Person'>): Promise<Relationship[]> {
    return this.#tables.relationships.filter(({ personId, otherId }) => personId === id || otherId === id);
  }

  async referrers(id: AnyId): Promise<RecordKey[]> {
    return this.#records.referrers(id);
  }

  async slugFor(type: 'Article' | 'Person' | 'Organization', name: string, id: AnyId): Promise<string> {
    const { articles, people, organizations } = this.#tables;
    const others = { Article: articles, Person: people, Organization: organizations }[type];
    return newSlug(name, id, others.values());
  }

  async storeEntities(record: ArticleRecord): Promise<void> {
    storeEntities(this.#tables, record);
  }

  async storeArticles(batch: readonly ArticleRecord[]): Promise<StoreOutcome> {
    const { records, created, unchanged } = admit(this.#tables, batch);
    for (const record of records) storeRecord(this.#tables, record, new Date(this.#nextUpdate++));
    return { created, unchanged };
  }

  async addIdentityCandidates(candidates: readonly IdentityCandidate[]): Promise<void> {
    for (const candidate of candidates) this.#tables.identityCandidates.set(candidate.id, candidate);
  }

  async noteIngested(source: IngestedSource): Promise<void> {
    this.#tables.ingested.set(source.source, source);
  }

  async addChange(file: ChangeFile): Promise<void> {
    this.#tables.changes.set(file.change.id, file.change);
    this.#tables.patches.set(file.change.id, file.patches);
  }

  async changeFiles(ids: readonly Id<'Change'>[]): Promise<(ChangeFile | undefined)[]> {
    return ids.map((id) => {
      const change = this.#tables.changes.get(id);
      return change && { change, patches: this.#tables.patches.get(id) ?? [] };
    });
  }

  async laterChanges({ type, key }: RecordKey, articleId: Id<'Article'> | null, after: Change): Promise<Change[]> {
    const touches = ({ id }: Change) =>
      this.#tables.patches.get(id)?.some((patch) => patch.type === type && patch.key === key) ?? false;
    const reads = ({ action, targetIds }: Change) =>
      READING_ACTIONS.some((reading) => reading === action) && targetIds.some((id) => id === articleId);
    return [...this.#tables.changes.values()]
      .filter((change) => change.at > after.at && change.undoneById === null && change.action !== 'UNDO')
      .filter((change) => touches(change) || reads(change))
      .sort((a, b) => b.at.getTime() - a.at.getTime());
  }

  async markUndone(id: Id<'Change'>, by: Id<'Change'> | null): Promise<void> {
    const change = this.#tables.changes.get(id);
    if (change !== undefined) this.#tables.changes.set(id, { ...change, undoneById: by });
  }

  /** Renews the articles that were touched, and throws where something names what is no longer there. */
  finish(): void {
    for (const id of this.#touched) {
      const article = this.#tables.articles.get(id);
      if (article !== undefined) this.#tables.articles.set(id, { ...article, updatedAt: new Date(this.#nextUpdate++) });
    }
    for (const key of this.#removed) {
      if (!isAnyId(key) || this.#tables.has(key)) continue;
      if (this.#records.referrers(key).length > 0) {
        throw new InvariantError('The articles name somebody or something that is neither in them nor in the store.');
      }
    }
  }

  #touch(record: StoredRecords[StoredType]): void {
    const articleId = articleIdOf(record);
    if (articleId !== undefined) this.#touched.add(articleId);
    if (!('fromId' in record)) return;
    for (const id of [record.fromId, record.toId]) {
      const statement = this.#tables.statements.get(id);
      if (statement !== undefined) this.#touched.add(statement.articleId);
    }
  }

  #articleFile(id: Id<'Article'>): ArticleFile | undefined {
    const { articles, revisions, appearances, unresolved, ...tables } = this.#tables;
    const article = articles.get(id);
    const revision = article && revisions.get(article.currentRevisionId);
    if (article === undefined || revision === undefined) return undefined;
    const own = <Owned extends { readonly articleId: string }>(records: Iterable<Owned>) =>
      [...records].filter(({ articleId }) => articleId === id);
    const statements = own(tables.statements.values());
    const ids = new Set<string>(statements.map((statement) => statement.id));
    return {
      article,
      revision,
      appearances: own(appearances).sort(
        (a, b) => a.position - b.position || compareCodePoints(a.subjectId, b.subjectId),
      ),
      unresolved: unresolved.get(id) ?? [],
      unnamedSources: own(tables.unnamedSources.values()),
      statements,
      statistics: own(tables.statistics.values()),
      relations: [...tables.relations.values()]
        .filter(({ fromId, toId }) => ids.has(fromId) || ids.has(toId))
        .sort(
          (a, b) =>
            a.provenance.recordedAt.getTime() - b.provenance.recordedAt.getTime() || compareCodePoints(a.id, b.id),
        ),
    };
  }
}
