import type { Article, ArticleRevision, Place, Publisher, SubjectId, Topic } from '../domain/article.js';
import type { AnyId, Id } from '../domain/identity.js';
import type { ArticleRecord } from '../domain/record.js';
import type { TextSpan } from '../domain/span.js';
import type { Organization, Person, Relationship, Role, UnnamedSource } from '../domain/speaker.js';
import type { Reference, Statement, StatementRelation, StatementRelationKind, Utterance } from '../domain/statement.js';
import type { Metric, Statistic } from '../domain/statistic.js';
import type { KeyTypes, Page, PageRequest } from './page.js';

/**
 * What the service asks of a store. Every question is for many at once and is answered in the order of its keys, one
 * answer for each; asking for no keys gives no answers. An aborted signal stops the work: the promise rejects with the
 * signal's reason.
 *
 * Lists show what stands, is not rejected and whose article is not retracted. By id everything answers.
 */
export interface Repository {
  readonly articles: Collection<Article, ArticleOwner, ArticleOrder> & Lookup<Article, 'slug' | 'url'>;
  readonly revisions: Collection<ArticleRevision, 'article', 'NUMBER_DESC'>;
  readonly publishers: Nodes<Publisher>;
  readonly topics: Collection<Topic, 'article', 'APPEARANCE_ASC'>;
  readonly places: Collection<Place, 'article', 'APPEARANCE_ASC'>;
  /** The id of a person who was merged answers with the person that remains. */
  readonly people: Collection<Person, 'all' | 'article', PersonOrder> & Lookup<Person, 'slug'>;
  readonly organizations: Collection<Organization, 'article', 'APPEARANCE_ASC'> & Lookup<Organization, 'slug'>;
  readonly unnamedSources: Nodes<UnnamedSource>;
  readonly statements: Collection<Statement, StatementOwner, StatementOrder>;
  readonly utterances: Nodes<Utterance>;
  readonly relations: Collection<StatementRelation, 'from' | 'to', 'RECORDED_ASC', RelationFilter>;
  readonly metrics: Nodes<Metric>;
  readonly statistics: Collection<Statistic, StatisticOwner, StatisticOrder>;

  /** Each person's roles, in the order in which they were recorded. */
  rolesOf(people: readonly Id<'Person'>[], signal?: AbortSignal): Promise<Role[][]>;
  /** Each person's relationships to others, in the order in which they were recorded. */
  relationshipsOf(people: readonly Id<'Person'>[], signal?: AbortSignal): Promise<Relationship[][]>;
  /** Where each article names each subject, in the order of the text. */
  mentionsOf(appearances: readonly AppearanceKey[], signal?: AbortSignal): Promise<TextSpan[][]>;
  /** The names that each article leaves open, in the order of the text. */
  unresolvedOf(articles: readonly Id<'Article'>[], signal?: AbortSignal): Promise<Reference[][]>;
  /** Each statement's chain of attribution, from the outermost report down to the statement itself. */
  chainsOf(statements: readonly Id<'Statement'>[], signal?: AbortSignal): Promise<Statement[][]>;

  /** Whether the store holds no article at all. */
  isEmpty(signal?: AbortSignal): Promise<boolean>;
  /**
   * Stores articles in one transaction: all of them or none. One that is there with the same text is left as it is; one
   * that is there with another text, and a relation to a statement that nobody has stored, are an OnRecordError (CONFLICT).
   */
  storeArticles(records: readonly ArticleRecord[]): Promise<StoreOutcome>;
  close(): Promise<void>;
}

/** Records that answer by id; undefined for an id that nothing has. */
export interface Nodes<Node extends { readonly id: AnyId }> {
  byIds(ids: readonly Node['id'][], signal?: AbortSignal): Promise<(Node | undefined)[]>;
}

/** Records that also stand in lists, each list belonging to an owner. Owners of one call share its page request. */
export interface Collection<
  Node extends { readonly id: AnyId },
  Owner extends string,
  Order extends string,
  Filter = undefined,
> extends Nodes<Node> {
  pages(
    owner: Owner,
    ids: readonly string[],
    request: PageRequest<Order, Filter>,
    signal?: AbortSignal,
  ): Promise<Page<Node>[]>;
  /** How many rows the whole list of each owner has. */
  counts(owner: Owner, ids: readonly string[], filter: Filter, signal?: AbortSignal): Promise<number[]>;
}

/** Records that answer by another unique name than their id. */
export interface Lookup<Node, Key extends string> {
  by(key: Key, values: readonly string[], signal?: AbortSignal): Promise<(Node | undefined)[]>;
}

/** The one id to ask with for the lists that belong to the whole store (owner `all`). */
export const WHOLE_STORE = '*';

/** Whose articles: everybody's, a publisher's, or those in which a person, organization, place or topic appears. */
export type ArticleOwner = 'all' | 'publisher' | 'subject';
/** Whose statements: `subject` those about it, `parent` those it reports, `statistic` those that dispute the figure. */
export type StatementOwner = 'all' | 'article' | 'speaker' | 'subject' | 'utterance' | 'parent' | 'statistic';
export type StatisticOwner = 'all' | 'article' | 'place' | 'statement';

export type ArticleOrder = 'PUBLISHED_AT_DESC';
export type PersonOrder = 'NAME_ASC' | 'APPEARANCE_ASC';
export type StatementOrder = 'SAID_AT_DESC' | 'POSITION_ASC';
export type StatisticOrder = 'AS_OF_DESC' | 'POSITION_ASC';

/** APPEARANCE is by first mention and goes with the owner `article` alone; POSITION is by article, then by place in the text. */
export const KEY_TYPES = {
  PUBLISHED_AT_DESC: ['number', 'string'],
  NUMBER_DESC: ['number', 'string'],
  NAME_ASC: ['string', 'string'],
  APPEARANCE_ASC: ['number', 'string'],
  SAID_AT_DESC: ['number', 'string'],
  AS_OF_DESC: ['number', 'string'],
  POSITION_ASC: ['string', 'number', 'string'],
  RECORDED_ASC: ['number', 'string'],
} as const satisfies KeyTypes<string>;

export interface RelationFilter {
  /** Any of these; null for all kinds. */
  readonly kinds: readonly StatementRelationKind[] | null;
}

export interface AppearanceKey {
  readonly articleId: Id<'Article'>;
  readonly subjectId: SubjectId;
}

export interface StoreOutcome {
  readonly created: Id<'Article'>[];
  readonly unchanged: Id<'Article'>[];
}
