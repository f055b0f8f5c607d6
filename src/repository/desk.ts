import type { Appearance, Article, ArticleRevision, Place, Publisher, Topic } from '../domain/article.js';
import type { Change } from '../domain/change.js';
import type { AnyId, Id } from '../domain/identity.js';
import type { IdentityCandidate } from '../domain/identity-candidate.js';
import { nameKey } from '../domain/names.js';
import type { ArticleRecord } from '../domain/record.js';
import type { Organization, Person, Relationship, Role, UnnamedSource } from '../domain/speaker.js';
import type { Reference, Statement, StatementRelation } from '../domain/statement.js';
import type { Metric, Statistic } from '../domain/statistic.js';
import type { KnownRecords } from './known-records.js';
import type { StoreOutcome } from './repository.js';
import type { IngestedSource } from './source-log.js';

/** An appearance with the key by which its article's list shows the subject. */
export interface StoredAppearance extends Appearance {
  /** Where the text first mentions the subject; for one that it never mentions, its place in the record's list. */
  readonly position: number;
}

/** The names that one article leaves open. */
export interface Unresolved {
  readonly articleId: Id<'Article'>;
  /** In the order of the text. */
  readonly references: readonly Reference[];
}

/** The records that a desk reads and writes one by one. */
export interface StoredRecords {
  readonly Publisher: Publisher;
  readonly Topic: Topic;
  readonly Place: Place;
  readonly Organization: Organization;
  readonly Person: Person;
  readonly Role: Role;
  readonly Relationship: Relationship;
  readonly Metric: Metric;
  /** `updatedAt` is the store's to give: whatever belongs to an article renews it. */
  readonly Article: Article;
  readonly ArticleRevision: ArticleRevision;
  readonly Appearance: StoredAppearance;
  readonly Unresolved: Unresolved;
  readonly UnnamedSource: UnnamedSource;
  readonly Statement: Statement;
  readonly Statistic: Statistic;
  readonly StatementRelation: StatementRelation;
}
export type StoredType = keyof StoredRecords;

/** A stored record's type and key: enough to find it. */
export interface RecordKey {
  readonly type: StoredType;
  readonly key: string;
}

/** What a record goes by at a desk: its id; for what has none, what makes it itself. */
export const KEYS: { readonly [Type in StoredType]: (record: StoredRecords[Type]) => string } = {
  Publisher: idOf,
  Topic: idOf,
  Place: idOf,
  Organization: idOf,
  Person: idOf,
  Role: ({ personId, title, organizationId }) => JSON.stringify([personId, nameKey(title), organizationId]),
  Relationship: ({ personId, kind, otherId }) => JSON.stringify([personId, kind, otherId]),
  Metric: idOf,
  Article: idOf,
  ArticleRevision: idOf,
  Appearance: ({ articleId, subjectId }) => JSON.stringify([articleId, subjectId]),
  Unresolved: ({ articleId }) => articleId,
  UnnamedSource: idOf,
  Statement: idOf,
  Statistic: idOf,
  StatementRelation: idOf,
};

function idOf({ id }: { readonly id: string }): string {
  return id;
}

/** Everything that the store has of one article, whatever its state. */
export interface ArticleFile {
  readonly article: Article;
  /** The current one. */
  readonly revision: ArticleRevision;
  readonly appearances: readonly StoredAppearance[];
  readonly unresolved: readonly Reference[];
  readonly unnamedSources: readonly UnnamedSource[];
  readonly statements: readonly Statement[];
  readonly statistics: readonly Statistic[];
  /** From and to its statements. */
  readonly relations: readonly StatementRelation[];
}

/** What a change did to one record: the fields it had before and has after, those that differ. Null: there was none. */
export interface RecordPatch extends RecordKey {
  readonly before: Fields | null;
  readonly after: Fields | null;
}

/** Fields of a record as JSON has them: a time is its ISO 8601 text. */
export type Fields = Readonly<Record<string, unknown>>;

/** A change with all that it did. */
export interface ChangeFile {
  readonly change: Change;
  readonly patches: readonly RecordPatch[];
}

/**
 * One transaction that writes: what is read at it is what it writes upon, and all that is put down is there at once when
 * it ends, or none. What the store derives (search, counts, which figures conflict) follows.
 */
export interface Desk {
  /** When all of it happens: later than every change and article before. */
  readonly at: Date;
  /** Which of all changes of the store the next one is that is kept, from 1 on. */
  readonly changeNumber: number;

  /** The records of these keys, in their order; undefined for one that is not there. Nobody answers for a former id. */
  read<Type extends StoredType>(type: Type, keys: readonly string[]): Promise<(StoredRecords[Type] | undefined)[]>;
  /** Puts a record in place of the one of its key, or adds it. The caller answers for its invariants. */
  put<Type extends StoredType>(type: Type, record: StoredRecords[Type]): Promise<void>;
  /** Takes a record away. That nothing names it any longer is checked when the transaction ends. */
  remove(type: StoredType, key: string): Promise<void>;

  /** Each id, or that of the person who remains where it is the id of somebody who was merged. */
  remainingIds(people: readonly Id<'Person'>[]): Promise<Id<'Person'>[]>;
  /** The people who go by a name, be it the canonical one or an alias, case and accents aside; by id. */
  peopleNamed(name: string): Promise<Person[]>;
  /** Everything of each article; undefined where there is none. */
  articleFiles(ids: readonly Id<'Article'>[]): Promise<(ArticleFile | undefined)[]>;
  /** The articles that name somebody or something, may mean it, or in which it speaks or claims a figure; by id. */
  articlesNaming(subjectId: AnyId): Promise<Id<'Article'>[]>;
  /** Roles and relationships of a person; `Relationship` also those that others have to them. */
  rolesOf(personId: Id<'Person'>): Promise<Role[]>;
  relationshipsOf(personId: Id<'Person'>): Promise<Relationship[]>;
  /** The records that name something by its id, a few of them at most. */
  referrers(id: AnyId): Promise<RecordKey[]>;
  /** A free slug for a new article, person or organization. */
  slugFor(type: 'Article' | 'Person' | 'Organization', name: string, id: AnyId): Promise<string>;

  /** What is known of what an article names. */
  readonly known: KnownRecords;
  /** Adds what an article says of its publisher and of people, organizations, places, topics and metrics to what is known. */
  storeEntities(record: ArticleRecord): Promise<void>;
  /** Stores new articles; see `Repository.storeArticles`. */
  storeArticles(records: readonly ArticleRecord[]): Promise<StoreOutcome>;

  /** Keeps pairs of people that may be one; of a pair that is known, the newer reason. */
  addIdentityCandidates(candidates: readonly IdentityCandidate[]): Promise<void>;
  /** Notes that a file or address was ingested whole. */
  noteIngested(source: IngestedSource): Promise<void>;

  /** Keeps a change and what it did. */
  addChange(file: ChangeFile): Promise<void>;
  changeFiles(ids: readonly Id<'Change'>[]): Promise<(ChangeFile | undefined)[]>;
  /**
   * The changes that touched a record after a change, and those by which its article (null where it belongs to none) was
   * read anew; the latest first, undone ones apart.
   */
  laterChanges(record: RecordKey, articleId: Id<'Article'> | null, after: Change): Promise<Change[]>;
  /** Notes that a change was taken back by another, or (null) that it holds again. */
  markUndone(change: Id<'Change'>, by: Id<'Change'> | null): Promise<void>;
}
