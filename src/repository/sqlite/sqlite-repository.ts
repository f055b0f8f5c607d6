import { statSync } from 'node:fs';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Id, NodeType } from '../../domain/identity.js';
import type { ArticleRecord } from '../../domain/record.js';
import type { Series } from '../../domain/series.js';
import type { TextSpan } from '../../domain/span.js';
import type { Relationship, Role } from '../../domain/speaker.js';
import type { Reference, Statement } from '../../domain/statement.js';
import type { Desk } from '../desk.js';
import type { NeededProperties } from '../needed-properties.js';
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
import { ARTICLES, PLACES, PUBLISHERS, REVISIONS, TOPICS } from './articles.js';
import { CHANGES } from './changes.js';
import { SqliteCollection } from './collection.js';
import { comparisonsOf } from './comparisons.js';
import type { StatementMeter, StatementObserver } from './connection.js';
import { writeAt } from './desk/sqlite-desk.js';
import { isUnwritable, storeError } from './errors.js';
import { exportRecords } from './exporting.js';
import { areDisputed, hasFigures, pointsOf, seriesOf } from './figures.js';
import type { Way } from './filters.js';
import { IDENTITY_CANDIDATES } from './identity-candidates.js';
import { importRecords } from './importing.js';
import { beginBulk, endBulk, ensureIndexes } from './indexes.js';
import { SqliteKeyStore } from './key-store.js';
import { migrate } from './migrate.js';
import { isFile, openUnwritable, refuseUnwritable } from './open-unwritable.js';
import { BATCH, BULK, openWriter, STEADY } from './open-writer.js';
import { chainsOf, mentionsOf, relationshipsOf, rolesOf, unresolvedOf } from './parts.js';
import { SqliteQuotations } from './quotations.js';
import { Reader } from './reader.js';
import { SqliteSearch } from './search.js';
import { SqliteSourceLog } from './source-log.js';
import { ORGANIZATIONS, PEOPLE, UNNAMED_SOURCES } from './speakers.js';
import { coSpeakersOf, countStatements } from './statement-counts.js';
import { RELATIONS, STATEMENTS } from './statements.js';
import { METRICS, STATISTICS } from './statistics.js';
import type { Tables } from './tables.js';
import { utterancesOf } from './utterances.js';

export interface SqliteOptions {
  /** The store's file; it and its folder are made where they are missing. */
  readonly file: string;
  /**
   * For whoever stores very much at once and can do it again: more memory for the writer, and what was committed last may
   * be lost with the power, though not with the process. Where the store is empty, the indexes of lists are made when it
   * is closed.
   */
  readonly bulk?: boolean;
  /** For whoever stores one thing after the other while others read. */
  readonly batch?: boolean;
  /** Whether a store that cannot be written is opened all the same, to be read. */
  readonly readOnlyToo?: boolean;
  /** The way in which all filters are put (see `Choice`); for tests. */
  readonly way?: Way;
  /** What time it is; for tests. */
  readonly clock?: () => Date;
  /** Told of each SQL statement that reads. */
  readonly observer?: StatementObserver;
  /** Measures each SQL statement, those that write too. */
  readonly meter?: StatementMeter;
}

/** The embedded store: one SQLite file, one connection that writes and one that reads. */
export class SqliteRepository implements Repository {
  readonly articles;
  readonly revisions;
  readonly publishers;
  readonly topics;
  readonly places;
  readonly people;
  readonly organizations;
  readonly unnamedSources;
  readonly statements;
  readonly utterances;
  readonly relations;
  readonly metrics;
  readonly statistics;
  readonly changes;
  readonly identityCandidates;
  readonly search;
  readonly quotations;
  readonly keys;
  readonly sources;
  /** Whether nothing can be written: the file, its folder or its disk is read-only. */
  readonly isReadOnly: boolean;

  readonly #file: string;
  readonly #writer: Kysely<Tables>;
  readonly #reader: Reader;
  readonly #clock: () => Date;
  readonly #bulk: boolean;

  readonly #options: SqliteOptions;
  readonly #views = new WeakMap<NeededProperties, SqliteRepository>();

  private constructor(
    options: SqliteOptions,
    writer: Kysely<Tables>,
    reader: Reader,
    { isReadOnly = false, needs }: { readonly isReadOnly?: boolean; readonly needs?: NeededProperties } = {},
  ) {
    const { file, bulk = false, clock = () => new Date(), way } = options;
    const needed = (type: NodeType) => ({ way, properties: needs?.get(type) });
    this.#options = options;
    this.#bulk = bulk;
    this.isReadOnly = isReadOnly;
    this.#file = file;
    this.#writer = writer;
    this.#reader = reader;
    this.#clock = clock;
    this.articles = new SqliteCollection(reader, ARTICLES, needed('Article'));
    this.revisions = new SqliteCollection(reader, REVISIONS, needed('ArticleRevision'));
    this.publishers = new SqliteCollection(reader, PUBLISHERS, needed('Publisher'));
    this.topics = new SqliteCollection(reader, TOPICS, needed('Topic'));
    this.places = new SqliteCollection(reader, PLACES, needed('Place'));
    this.people = new SqliteCollection(reader, PEOPLE, needed('Person'));
    this.organizations = new SqliteCollection(reader, ORGANIZATIONS, needed('Organization'));
    this.unnamedSources = new SqliteCollection(reader, UNNAMED_SOURCES, needed('UnnamedSource'));
    this.statements = new SqliteCollection(reader, STATEMENTS, needed('Statement'));
    this.utterances = utterancesOf(reader);
    this.relations = new SqliteCollection(reader, RELATIONS, needed('StatementRelation'));
    this.metrics = new SqliteCollection(reader, METRICS, needed('Metric'));
    this.statistics = new SqliteCollection(reader, STATISTICS, needed('Statistic'));
    this.changes = new SqliteCollection(reader, CHANGES, needed('Change'));
    this.identityCandidates = new SqliteCollection(reader, IDENTITY_CANDIDATES, needed('IdentityCandidate'));
    this.search = new SqliteSearch(reader);
    this.quotations = new SqliteQuotations(reader);
    this.keys = new SqliteKeyStore({ file, writer, reader, clock });
    this.sources = new SqliteSourceLog({ file, writer, reader });
  }

  /** Opens the store and brings it to this version. Throws an OnRecordError (STORE_UNAVAILABLE) that says why it cannot. */
  static async open(options: SqliteOptions): Promise<SqliteRepository> {
    const { file, readOnlyToo = false, observer, meter } = options;
    try {
      return await SqliteRepository.#openToWrite(options);
    } catch (error) {
      if (!readOnlyToo || !isUnwritable(error) || !isFile(file)) throw error;
      const writer = await openUnwritable(file).catch((reason: unknown) => {
        throw storeError(file, reason);
      });
      return new SqliteRepository(options, writer, new Reader(file, { observer, meter }), { isReadOnly: true });
    }
  }

  static async #openToWrite(options: SqliteOptions): Promise<SqliteRepository> {
    const { file, bulk, batch, readOnlyToo, observer, meter } = options;
    const writer = await openWriter(file, bulk ? BULK : batch ? BATCH : STEADY, meter);
    try {
      await migrate(writer, file);
      // A store that needs nothing is open by now, written or not.
      if (readOnlyToo) await refuseUnwritable(writer);
      const reader = new Reader(file, { observer, meter });
      const repository = new SqliteRepository(options, writer, reader);
      if (bulk && (await repository.isEmpty())) await beginBulk(writer);
      else await ensureIndexes(writer);
      return repository;
    } catch (error) {
      await writer.destroy();
      throw storeError(file, error);
    }
  }

  needing(needs: NeededProperties): SqliteRepository {
    const known = this.#views.get(needs);
    if (known !== undefined) return known;
    const view = new SqliteRepository(this.#options, this.#writer, this.#reader, {
      isReadOnly: this.isReadOnly,
      needs,
    });
    this.#views.set(needs, view);
    return view;
  }

  rolesOf(people: readonly Id<'Person'>[], signal?: AbortSignal): Promise<Role[][]> {
    return rolesOf(this.#reader, people, signal);
  }

  relationshipsOf(people: readonly Id<'Person'>[], signal?: AbortSignal): Promise<Relationship[][]> {
    return relationshipsOf(this.#reader, people, signal);
  }

  mentionsOf(appearances: readonly AppearanceKey[], signal?: AbortSignal): Promise<TextSpan[][]> {
    return mentionsOf(this.#reader, appearances, signal);
  }

  unresolvedOf(articles: readonly Id<'Article'>[], signal?: AbortSignal): Promise<Reference[][]> {
    return unresolvedOf(this.#reader, articles, signal);
  }

  chainsOf(statements: readonly Id<'Statement'>[], signal?: AbortSignal): Promise<Statement[][]> {
    return chainsOf(this.#reader, statements, signal);
  }

  coSpeakersOf(people: readonly Id<'Person'>[], size: number, signal?: AbortSignal): Promise<CoSpeaker[][]> {
    return coSpeakersOf(this.#reader, people, size, signal);
  }

  countStatements(request: StatementCountRequest, signal?: AbortSignal): Promise<StatementGroup[]> {
    return countStatements(this.#reader, this.statements, request, signal);
  }

  comparisonsOf(
    figures: readonly Id<'Statistic'>[],
    request: ComparisonRequest,
    signal?: AbortSignal,
  ): Promise<ComparedFigure[][]> {
    return comparisonsOf(this.#reader, this.statistics, figures, request, signal);
  }

  areDisputed(figures: readonly CarriedFigure[], signal?: AbortSignal): Promise<boolean[]> {
    return areDisputed(this.#reader, figures, signal);
  }

  hasFigures(series: readonly Series[], signal?: AbortSignal): Promise<boolean[]> {
    return hasFigures(this.#reader, series, signal);
  }

  seriesOf(metrics: readonly Id<'Metric'>[], size: number, signal?: AbortSignal): Promise<Series[][]> {
    return seriesOf(this.#reader, metrics, size, signal);
  }

  pointsOf(series: readonly Series[], request: PointRequest, signal?: AbortSignal): Promise<SeriesPoint[][]> {
    return pointsOf(this.#reader, series, request, signal);
  }

  async articlesNotReadBy(version: string | null): Promise<Id<'Article'>[]> {
    const rows = await this.#reader.all(
      sql<{ id: Id<'Article'> }>`select id from article where retracted_at is null
        and id not in (${articlesWithClaims(sql`origin = 'SEED'`)})
        and id not in (${articlesWithClaims(sql`origin = 'ENGINE' and agent_version = ${version}`)})
        order by seq`,
    );
    return rows.map(({ id }) => id);
  }

  async isEmpty(signal?: AbortSignal): Promise<boolean> {
    const rows = await this.#reader.all(sql`select 1 from article limit 1`, signal);
    return rows.length === 0;
  }

  /** How large the store is: its articles, retracted ones too, and its files in bytes. */
  async size(): Promise<{ readonly articles: number; readonly databaseBytes: number; readonly walBytes: number }> {
    const [row] = await this.#reader.all(sql<{ count: number }>`select count(*) as count from article`);
    const bytesOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    return { articles: row?.count ?? 0, databaseBytes: bytesOf(this.#file), walBytes: bytesOf(`${this.#file}-wal`) };
  }

  storeArticles(records: readonly ArticleRecord[]): Promise<StoreOutcome> {
    return this.write((desk) => desk.storeArticles(records));
  }

  write<T>(work: (desk: Desk) => Promise<T>): Promise<T> {
    return this.#written(() => writeAt(this.#writer, this.#clock, work));
  }

  exportRecords(): AsyncIterable<RecordLine> {
    return exportRecords(this.#file);
  }

  importRecords(lines: AsyncIterable<RecordLine>): Promise<number> {
    return this.#written(() => importRecords(this.#writer, lines));
  }

  async #written<T>(write: () => Promise<T>): Promise<T> {
    this.#reader.refuseWhenClosed();
    try {
      return await write();
    } catch (error) {
      throw storeError(this.#file, error);
    }
  }

  async close(): Promise<void> {
    await this.#reader.close();
    try {
      if (this.#bulk) await endBulk(this.#writer);
    } catch (error) {
      throw storeError(this.#file, error);
    } finally {
      await this.#writer.destroy();
    }
  }
}

function articlesWithClaims(condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select article_id from statement where ${condition} union select article_id from statistic where ${condition}`;
}
