import { hash } from 'node:crypto';
import { OnRecordError } from '../domain/errors.js';
import type { Id } from '../domain/identity.js';
import { ENGINE_VERSION } from '../extraction/version.js';
import type { Repository } from '../repository/repository.js';
import type { IngestedSource } from '../repository/source-log.js';
import { inOrder } from './in-order.js';
import type { Ingest, IngestOutcome, ReadDocument } from './ingest-article.js';
import { readDocuments } from './readers/read-documents.js';
import type { Known, ReadResult } from './source-document.js';
import type { OpenedSource, SourceReader } from './source-reader.js';
import { type SourcePlace, sourceName } from './sources.js';

/** What became of one document, or of a source that could not be read. */
export type BatchResult =
  | { readonly place: string; readonly outcome: IngestOutcome; readonly articleId: Id<'Article'> }
  /** A source of so many documents that was stored whole before, and is what it was then. */
  | { readonly place: string; readonly outcome: 'UNCHANGED'; readonly documents: number }
  | { readonly place: string; readonly outcome: 'FAILED'; readonly error: OnRecordError };

export interface BatchOptions {
  readonly actor: string;
  /** What is said of the documents explicitly, which wins over what they say. */
  readonly given: Known;
  /** How many documents may be read ahead of the one that is stored next. */
  readonly ahead: number;
  /** Where it stops once it is aborted: between two documents. */
  readonly signal?: AbortSignal;
}

/** One document of a source, or what came in its place. */
interface Task {
  readonly source: OpenSource;
  readonly result: Exclude<ReadResult, { kind: 'link' }>;
  readonly isLast: boolean;
}

/** A source while its documents are stored. */
interface OpenSource {
  /** By which the store remembers it; null for one that is not there a second time. */
  readonly name: string | null;
  readonly fingerprint: string;
  readonly whenStored: (() => Promise<void>) | undefined;
  documents: number;
  isWhole: boolean;
}

/** What gives a result when its turn comes. */
type Turn = () => Promise<BatchResult>;

/** Ingests sources, one transaction a document, in the order of the input however many are read at once. */
export class Batch {
  readonly #repository: Repository;
  readonly #ingest: Ingest;
  readonly #reader: SourceReader;
  readonly #options: BatchOptions;

  constructor(repository: Repository, ingest: Ingest, reader: SourceReader, options: BatchOptions) {
    this.#repository = repository;
    this.#ingest = ingest;
    this.#reader = reader;
    this.#options = options;
  }

  /** Gives each result as soon as its document is committed. */
  async *run(places: Iterable<SourcePlace>): AsyncGenerator<BatchResult, void, undefined> {
    const { ahead, signal } = this.#options;
    for await (const turn of inOrder(this.#tasks(places), ahead, (task) => this.#read(task))) {
      yield await turn();
      if (signal?.aborted) return;
    }
  }

  /** Reads a task’s document, and gives what stores it. */
  async #read(task: Task | BatchResult): Promise<Turn> {
    if ('outcome' in task) return async () => task;
    const turn = await this.#readOne(task);
    return async () => {
      const result = await turn();
      const { source, isLast } = task;
      if (result.outcome === 'FAILED') source.isWhole = false;
      if (isLast && source.isWhole) await source.whenStored?.();
      return result;
    };
  }

  async #readOne({ source, result, isLast }: Task): Promise<Turn> {
    const { place } = result;
    try {
      if (result.kind === 'refusal') throw result.error;
      const read = await this.#ingest.read(result.document);
      return () => this.#store(place, read, source, isLast);
    } catch (error) {
      if (!(error instanceof OnRecordError)) throw error;
      return async () => ({ place, outcome: 'FAILED', error });
    }
  }

  async #store(place: string, read: ReadDocument, source: OpenSource, isLast: boolean): Promise<BatchResult> {
    source.documents++;
    const note = isLast && source.isWhole ? noteOf(source) : undefined;
    try {
      return { place, ...(await this.#ingest.store(read, this.#options.actor, note)) };
    } catch (error) {
      // A store that cannot be written ends the batch; what is wrong with one article does not.
      if (!(error instanceof OnRecordError) || error.code === 'STORE_UNAVAILABLE') throw error;
      return { place, outcome: 'FAILED', error };
    }
  }

  /** The documents of all sources, each source read when its turn comes. */
  async *#tasks(places: Iterable<SourcePlace>): AsyncGenerator<Task | BatchResult, void, undefined> {
    for (const place of places) {
      if (this.#options.signal?.aborted) return;
      try {
        yield* this.#tasksOf(place);
      } catch (error) {
        if (!(error instanceof OnRecordError)) throw error;
        yield { place: sourceName(place) ?? 'standard input', outcome: 'FAILED', error };
      }
    }
  }

  async *#tasksOf(place: SourcePlace): AsyncGenerator<Task | BatchResult, void, undefined> {
    const name = sourceName(place);
    const [known] = name === null ? [] : await this.#repository.sources.ingested([name]);
    const opened = await this.#reader.read(place);
    if (opened === null) {
      yield { place: name ?? '', outcome: 'UNCHANGED', documents: known?.documents ?? 0 };
      return;
    }
    const fingerprint = this.#fingerprintOf(opened);
    if (known?.fingerprint === fingerprint) {
      await opened.whenStored?.();
      yield { place: opened.name, outcome: 'UNCHANGED', documents: known.documents };
      return;
    }
    const { whenStored } = opened;
    yield* this.#documentsOf(opened, { name, fingerprint, whenStored, documents: 0, isWhole: true });
  }

  async *#documentsOf(opened: OpenedSource, source: OpenSource): AsyncGenerator<Task, void, undefined> {
    let held: Task['result'] | undefined;
    for await (const result of this.#followed(readDocuments(opened, { given: this.#options.given }))) {
      if (held !== undefined) yield { source, result: held, isLast: false };
      held = result;
    }
    if (held !== undefined) yield { source, result: held, isLast: true };
  }

  /** What was found in a source, with the pages in place of the links that lead to them. */
  async *#followed(results: Iterable<ReadResult>): AsyncGenerator<Task['result'], void, undefined> {
    for (const result of results) {
      if (result.kind === 'link') yield* this.#reader.follow(result, this.#options.given);
      else yield result;
    }
  }

  /** What a source was when it was ingested: its bytes, what was said of it, and which engine read it. */
  #fingerprintOf({ bytes }: OpenedSource): string {
    const told = JSON.stringify([ENGINE_VERSION, this.#options.given]);
    return hash('sha256', Buffer.concat([Buffer.from(`${told}\n`), bytes]));
  }
}

function noteOf({ name, fingerprint, documents }: OpenSource): IngestedSource | undefined {
  return name === null ? undefined : { source: name, fingerprint, documents };
}
