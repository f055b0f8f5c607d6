import type { Article, ArticleRevision, Place, Publisher, SubjectId, Topic } from '../domain/article.js';
import type { Change } from '../domain/change.js';
import type { Comparison, ComparisonVerdict } from '../domain/comparison.js';
import type { Day } from '../domain/dates.js';
import type { AnyId, Id } from '../domain/identity.js';
import type { IdentityCandidate } from '../domain/identity-candidate.js';
import type { ArticleRecord } from '../domain/record.js';
import type { Series } from '../domain/series.js';
import type { TextSpan } from '../domain/span.js';
import type { Organization, Person, Relationship, Role, UnnamedSource } from '../domain/speaker.js';
import type { Reference, Statement, StatementRelation, Utterance } from '../domain/statement.js';
import type { Metric, Statistic } from '../domain/statistic.js';
import type { Desk } from './desk.js';
import type {
  ArticleFilter,
  ChangeFilter,
  DayRange,
  NameFilter,
  PersonFilter,
  RelationFilter,
  StatementFilter,
  StatisticFilter,
} from './filters.js';
import type { KeyStore } from './key-store.js';
import type { NeededProperties } from './needed-properties.js';
import type { ArticleOrder, PersonOrder, StatementOrder, StatisticOrder, SubjectOrder } from './orders.js';
import type { Page, PageRequest } from './page.js';
import type { QuotationIndex } from './quotations.js';
import type { RecordLine } from './record-line.js';
import type { SearchIndex } from './search.js';
import type { SourceLog } from './source-log.js';

/**
 * What the service asks of a store. Every question is for many at once and is answered in the order of its keys, one
 * answer for each; asking for no keys gives no answers. An aborted signal stops the work: the promise rejects with the
 * signal's reason.
 *
 * Lists show what stands, is not rejected and whose article is not retracted. By id everything answers.
 */
export interface Repository {
  readonly articles: Collection<Article, ArticleOwner, ArticleOrder, ArticleFilter> & Lookup<Article, 'slug' | 'url'>;
  readonly revisions: Collection<ArticleRevision, 'article', 'NUMBER_DESC'>;
  readonly publishers: Collection<Publisher, 'all', 'NAME_ASC', NameFilter>;
  readonly topics: Collection<Topic, SubjectOwner, SubjectOrder, NameFilter>;
  readonly places: Collection<Place, SubjectOwner, SubjectOrder, NameFilter>;
  /** The id of a person who was merged answers with the person that remains. */
  readonly people: Collection<Person, SubjectOwner, PersonOrder, PersonFilter> & Lookup<Person, 'slug'>;
  readonly organizations: Collection<Organization, SubjectOwner, SubjectOrder, NameFilter> &
    Lookup<Organization, 'slug'>;
  readonly unnamedSources: Nodes<UnnamedSource>;
  readonly statements: Collection<Statement, StatementOwner, StatementOrder, StatementFilter>;
  readonly utterances: Nodes<Utterance>;
  readonly relations: Collection<StatementRelation, 'from' | 'to', 'RECORDED_ASC', RelationFilter>;
  readonly metrics: Collection<Metric, 'all', 'NAME_ASC', NameFilter>;
  readonly statistics: Collection<Statistic, StatisticOwner, StatisticOrder, StatisticFilter>;
  /** The latest first. */
  readonly changes: Collection<Change, 'all', 'AT_DESC', ChangeFilter>;
  /** Pairs of people who are both there, those for whom the most speaks first. */
  readonly identityCandidates: Collection<IdentityCandidate, 'all', 'SCORE_DESC'>;
  readonly search: SearchIndex;
  readonly quotations: QuotationIndex;
  readonly keys: KeyStore;
  readonly sources: SourceLog;

  /** The same store, whose lists and records are read with no more than what is needed; of search and of what is written all. */
  needing(needs: NeededProperties): Repository;

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
  /** Who else speaks in the articles in which each person speaks, most of them first, then by id. */
  coSpeakersOf(people: readonly Id<'Person'>[], size: number, signal?: AbortSignal): Promise<CoSpeaker[][]>;
  /** How many statements there are of each kind, the most first; null stands for those that have none. */
  countStatements(request: StatementCountRequest, signal?: AbortSignal): Promise<StatementGroup[]>;

  /**
   * What each figure is when it is compared with the other listed figures of its series; those that are nearest to it in
   * date first, undated ones last, then by id. To a figure without a date the latest are nearest. Looks at the first
   * COMPARED of them, and at all that conflict with it.
   */
  comparisonsOf(
    figures: readonly Id<'Statistic'>[],
    request: ComparisonRequest,
    signal?: AbortSignal,
  ): Promise<ComparedFigure[][]>;
  /** Whether a listed statement disputes, doubts or denies each figure, or all that the figure’s statement says. */
  areDisputed(figures: readonly CarriedFigure[], signal?: AbortSignal): Promise<boolean[]>;
  /** Whether each series has a dated figure in lists. */
  hasFigures(series: readonly Series[], signal?: AbortSignal): Promise<boolean[]>;
  /** The series of each metric that have dated figures, those with the most first, then by their keys. */
  seriesOf(metrics: readonly Id<'Metric'>[], size: number, signal?: AbortSignal): Promise<Series[][]>;
  /** The points of each series in a range of days, the earliest first. */
  pointsOf(series: readonly Series[], request: PointRequest, signal?: AbortSignal): Promise<SeriesPoint[][]>;

  /**
   * The articles in which a version of the engine has found nothing yet, in the order of storing; null: whatever has been
   * found. Without those that were compiled by hand (SEED) or taken back.
   */
  articlesNotReadBy(version: string | null): Promise<Id<'Article'>[]>;
  /** Whether the store holds no article at all. */
  isEmpty(signal?: AbortSignal): Promise<boolean>;
  /**
   * Stores articles in one transaction: all of them or none. One that is there with the same text is left as it is; one
   * that is there with another text, and a relation to a statement that nobody has stored, are an OnRecordError (CONFLICT).
   */
  storeArticles(records: readonly ArticleRecord[]): Promise<StoreOutcome>;
  /**
   * Does work at a desk: what it puts down is there at once when the promise resolves, and nothing of it when the work
   * throws. One desk is open at a time, so that work must not ask the repository for another.
   */
  write<T>(work: (desk: Desk) => Promise<T>): Promise<T>;
  /** Every record of the store as it is at one moment, in the order of EXPORTED_TYPES and, in a type, of storing. */
  exportRecords(): AsyncIterable<RecordLine>;
  /**
   * Puts down what another store exported, all of it or nothing, and gives how many records there were. Throws an
   * OnRecordError (CONFLICT) where the store is not empty.
   */
  importRecords(lines: AsyncIterable<RecordLine>): Promise<number>;
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
  counts(owner: Owner, ids: readonly string[], filter: Filter | undefined, signal?: AbortSignal): Promise<number[]>;
}

/** Records that answer by another unique name than their id. */
export interface Lookup<Node, Key extends string> {
  by(key: Key, values: readonly string[], signal?: AbortSignal): Promise<(Node | undefined)[]>;
}

/** The one id to ask with for the lists that belong to the whole store (owner `all`). */
export const WHOLE_STORE = '*';

/** Whose articles: everybody's, a publisher's, or those in which a person, organization, place or topic appears. */
export type ArticleOwner = 'all' | 'publisher' | 'subject';
/** Everybody or everything, or those that appear in an article. */
export type SubjectOwner = 'all' | 'article';
/**
 * Whose statements: `subject` those about it, `parent` those it reports, `statistic` those that dispute the figure.
 */
export type StatementOwner = 'all' | 'article' | 'speaker' | 'subject' | 'utterance' | 'parent' | 'statistic';
/** Whose figures: `conflict` those that conflict with a figure, `point` those of a point of a series (see `pointKey`). */
export type StatisticOwner = 'all' | 'article' | 'place' | 'statement' | 'conflict' | 'point';

/** Somebody who speaks in the same articles as another, and in how many of them. */
export interface CoSpeaker {
  readonly personId: Id<'Person'>;
  readonly articleCount: number;
}

export const StatementGrouping = {
  SPEAKER: 'SPEAKER',
  SPEAKER_STATUS: 'SPEAKER_STATUS',
  PUBLISHER: 'PUBLISHER',
  TOPIC: 'TOPIC',
  KIND: 'KIND',
  FORCE: 'FORCE',
} as const;
export type StatementGrouping = keyof typeof StatementGrouping;

export interface StatementCountRequest {
  readonly grouping: StatementGrouping;
  readonly filter: StatementFilter | undefined;
  /** How many groups at most. */
  readonly size: number;
}

export interface StatementGroup {
  /** The id of the speaker, publisher or topic, or the value that the statements share. */
  readonly key: string | null;
  readonly count: number;
}

/** How many figures one figure is compared with at most, beside those that conflict with it. */
export const COMPARED = 100;

export interface ComparisonRequest {
  /** Any of these; left out: all. */
  readonly verdicts?: readonly ComparisonVerdict[];
  readonly size: number;
}

/** Another figure, and what the comparison with it gives. */
export interface ComparedFigure extends Comparison {
  readonly other: Statistic;
}

export interface PointRequest {
  readonly asOf: DayRange;
  readonly size: number;
}

/** All listed figures of a series that hold for one last day. */
export interface SeriesPoint {
  readonly series: Series;
  readonly asOf: Day;
  /** The least that any of them says; null where one leaves that end open. */
  readonly low: number | null;
  /** The most that any of them says; null where one leaves that end open. */
  readonly high: number | null;
  /** Whether two of them conflict. */
  readonly conflicting: boolean;
}

/** A figure, and the statement that carries it. */
export type CarriedFigure = Pick<Statistic, 'id' | 'statementId'>;

export interface AppearanceKey {
  readonly articleId: Id<'Article'>;
  readonly subjectId: SubjectId;
}

export interface StoreOutcome {
  readonly created: Id<'Article'>[];
  readonly unchanged: Id<'Article'>[];
}
