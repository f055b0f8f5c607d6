import type { Id } from '../../domain/identity.js';
import type { ArticleRecord } from '../../domain/record.js';
import type { Series } from '../../domain/series.js';
import type { TextSpan } from '../../domain/span.js';
import type { Relationship, Role } from '../../domain/speaker.js';
import type { Reference, Statement } from '../../domain/statement.js';
import type { Desk } from '../desk.js';
import { LAST } from '../page.js';
import type { QuotationIndex } from '../quotations.js';
import type { RecordLine } from '../record-line.js';
import type {
  AppearanceKey,
  CarriedFigure,
  ComparedFigure,
  ComparisonRequest,
  CoSpeaker,
  PointRequest,
  Repository,
  SeriesPoint,
  StatementCountRequest,
  StatementGroup,
  StoreOutcome,
} from '../repository.js';
import type { SearchIndex } from '../search.js';
import { type Collections, collectionsOf } from './collections.js';
import { comparisonsOf, hasFigures, pointsOf, seriesOf } from './figures.js';
import { isDisputed } from './filters.js';
import { Guard } from './guard.js';
import { MemoryKeyStore } from './key-store.js';
import { MemoryDesk } from './memory-desk.js';
import { quotationsOf } from './quotations.js';
import { importLines, recordLines } from './record-lines.js';
import { searchOf } from './search.js';
import { MemorySourceLog } from './source-log.js';
import { coSpeakersOf, countStatements } from './statement-counts.js';
import { Tables } from './tables.js';

export interface MemoryRepositoryOptions {
  /** What time it is; of the machine where left out. */
  readonly clock?: () => Date;
}

/** A store that lives in memory: for tests, and as the reference that other stores are compared with. Plain rather than fast. */
export class MemoryRepository implements Repository {
  readonly #tables = new Tables();
  readonly #guard = new Guard();
  readonly #clock: () => Date;
  /** Settles when the desk that was opened last is closed. */
  #writing: Promise<unknown> = Promise.resolve();

  readonly articles: Collections['articles'];
  readonly revisions: Collections['revisions'];
  readonly publishers: Collections['publishers'];
  readonly topics: Collections['topics'];
  readonly places: Collections['places'];
  readonly people: Collections['people'];
  readonly organizations: Collections['organizations'];
  readonly unnamedSources: Collections['unnamedSources'];
  readonly statements: Collections['statements'];
  readonly utterances: Collections['utterances'];
  readonly relations: Collections['relations'];
  readonly metrics: Collections['metrics'];
  readonly statistics: Collections['statistics'];
  readonly changes: Collections['changes'];
  readonly identityCandidates: Collections['identityCandidates'];
  readonly search: SearchIndex;
  readonly quotations: QuotationIndex;
  readonly keys: MemoryKeyStore;
  readonly sources: MemorySourceLog;

  constructor({ clock = () => new Date() }: MemoryRepositoryOptions = {}) {
    this.#clock = clock;
    const collections = collectionsOf(this.#tables, this.#guard);
    this.articles = collections.articles;
    this.revisions = collections.revisions;
    this.publishers = collections.publishers;
    this.topics = collections.topics;
    this.places = collections.places;
    this.people = collections.people;
    this.organizations = collections.organizations;
    this.unnamedSources = collections.unnamedSources;
    this.statements = collections.statements;
    this.utterances = collections.utterances;
    this.relations = collections.relations;
    this.metrics = collections.metrics;
    this.statistics = collections.statistics;
    this.changes = collections.changes;
    this.identityCandidates = collections.identityCandidates;
    this.search = searchOf(this.#tables, this.#guard);
    this.quotations = quotationsOf(this.#tables, this.#guard);
    this.keys = new MemoryKeyStore(this.#guard, clock);
    this.sources = new MemorySourceLog(this.#guard, this.#tables);
  }

  async rolesOf(people: readonly Id<'Person'>[], signal?: AbortSignal): Promise<Role[][]> {
    this.#guard.enter(signal);
    return people.map((id) => this.#tables.roles.filter(({ personId }) => personId === this.#tables.currentId(id)));
  }

  async relationshipsOf(people: readonly Id<'Person'>[], signal?: AbortSignal): Promise<Relationship[][]> {
    this.#guard.enter(signal);
    return people.map((id) =>
      this.#tables.relationships.filter(({ personId }) => personId === this.#tables.currentId(id)),
    );
  }

  async mentionsOf(appearances: readonly AppearanceKey[], signal?: AbortSignal): Promise<TextSpan[][]> {
    this.#guard.enter(signal);
    return appearances.map(({ articleId, subjectId }) => {
      const found = this.#tables.appearancesOf(articleId, this.#tables.currentId(subjectId));
      return found.flatMap(({ mentions }) => mentions).sort((a, b) => a.start - b.start);
    });
  }

  async unresolvedOf(articles: readonly Id<'Article'>[], signal?: AbortSignal): Promise<Reference[][]> {
    this.#guard.enter(signal);
    return articles.map((id) =>
      [...(this.#tables.unresolved.get(id) ?? [])].sort((a, b) => firstStart(a) - firstStart(b)),
    );
  }

  async chainsOf(statements: readonly Id<'Statement'>[], signal?: AbortSignal): Promise<Statement[][]> {
    this.#guard.enter(signal);
    return statements.map((id) => this.#tables.chainOf(id));
  }

  async coSpeakersOf(people: readonly Id<'Person'>[], size: number, signal?: AbortSignal): Promise<CoSpeaker[][]> {
    this.#guard.enter(signal);
    return people.map((id) => coSpeakersOf(this.#tables, id, size));
  }

  async countStatements(request: StatementCountRequest, signal?: AbortSignal): Promise<StatementGroup[]> {
    this.#guard.enter(signal);
    return countStatements(this.#tables, request);
  }

  async comparisonsOf(
    figures: readonly Id<'Statistic'>[],
    request: ComparisonRequest,
    signal?: AbortSignal,
  ): Promise<ComparedFigure[][]> {
    this.#guard.enter(signal);
    return figures.map((id) => comparisonsOf(this.#tables, id, request));
  }

  async areDisputed(figures: readonly CarriedFigure[], signal?: AbortSignal): Promise<boolean[]> {
    this.#guard.enter(signal);
    return figures.map(({ id }) => {
      const figure = this.#tables.statistics.get(id);
      return figure !== undefined && isDisputed(this.#tables, figure);
    });
  }

  async hasFigures(series: readonly Series[], signal?: AbortSignal): Promise<boolean[]> {
    this.#guard.enter(signal);
    return series.map((each) => hasFigures(this.#tables, each));
  }

  async seriesOf(metrics: readonly Id<'Metric'>[], size: number, signal?: AbortSignal): Promise<Series[][]> {
    this.#guard.enter(signal);
    return metrics.map((id) => seriesOf(this.#tables, id, size));
  }

  async pointsOf(series: readonly Series[], request: PointRequest, signal?: AbortSignal): Promise<SeriesPoint[][]> {
    this.#guard.enter(signal);
    return series.map((each) => pointsOf(this.#tables, each, request));
  }

  async articlesNotReadBy(version: string | null): Promise<Id<'Article'>[]> {
    this.#guard.enter();
    const { articles, statements, statistics } = this.#tables;
    const claims = [...statements.values(), ...statistics.values()];
    const asideFor = ({ provenance: { origin, agentVersion } }: (typeof claims)[number]) =>
      origin === 'SEED' || (origin === 'ENGINE' && version !== null && agentVersion === version);
    const aside = new Set(claims.filter(asideFor).map(({ articleId }) => articleId));
    return [...articles.values()]
      .filter(({ id, retraction }) => retraction === null && !aside.has(id))
      .map(({ id }) => id);
  }

  /** What is in memory is there whole. */
  needing(): this {
    return this;
  }

  async isEmpty(signal?: AbortSignal): Promise<boolean> {
    this.#guard.enter(signal);
    return this.#tables.articles.size === 0;
  }

  storeArticles(records: readonly ArticleRecord[]): Promise<StoreOutcome> {
    return this.write((desk) => desk.storeArticles(records));
  }

  write<T>(work: (desk: Desk) => Promise<T>): Promise<T> {
    return this.#exclusively(async () => {
      const desk = new MemoryDesk(this.#tables, Math.max(this.#clock().getTime(), this.#lastTime() + 1));
      const result = await work(desk);
      desk.finish();
      return result;
    });
  }

  async *exportRecords(): AsyncIterable<RecordLine> {
    this.#guard.enter();
    yield* recordLines(this.#tables);
  }

  importRecords(lines: AsyncIterable<RecordLine>): Promise<number> {
    return this.#exclusively(() => importLines(this.#tables, lines));
  }

  async #exclusively<T>(work: () => Promise<T>): Promise<T> {
    this.#guard.enter();
    const written = this.#writing.then(async () => {
      const restore = this.#tables.snapshot();
      try {
        return await work();
      } catch (error) {
        restore();
        throw error;
      }
    });
    this.#writing = written.catch(() => undefined);
    return written;
  }

  #lastTime(): number {
    const { articles, changes } = this.#tables;
    const times = [
      ...[...articles.values()].map(({ updatedAt }) => updatedAt),
      ...[...changes.values()].map(({ at }) => at),
    ];
    return times.reduce((last, time) => Math.max(last, time.getTime()), 0);
  }

  async close(): Promise<void> {
    this.#guard.close();
  }
}

/** Where the first words of a reference stand; one without words comes after all others. */
function firstStart({ spans }: Reference): number {
  return Math.min(LAST, ...spans.map(({ start }) => start));
}
