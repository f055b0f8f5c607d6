import type { Tinypool } from 'tinypool';
import type { Day } from '../domain/dates.js';
import type { Extraction } from '../extraction/extraction.js';

export interface ReadingTask {
  readonly text: string;
  /** The day that relative dates are resolved against. */
  readonly published: Day;
  /** The slower and better of the two grades. */
  readonly accurate: boolean;
  /** Whether everybody else goes first. */
  readonly lowPriority: boolean;
}

/** Reads texts elsewhere than where queries are answered, so that these stay fast. */
export interface Extractor {
  /** Once the signal is aborted the text is not read any further; throws the signal’s reason then. */
  extract(text: string, published: Day, signal?: AbortSignal): Promise<Extraction>;
  close(): Promise<void>;
}

export interface ExtractorOptions {
  /** How many texts are read at once. */
  readonly workers: number;
  readonly accurate?: boolean;
  readonly lowPriority?: boolean;
}

/** How long a thread waits for the next text before it ends, in milliseconds: its models take some 150 MB. */
const IDLE = 60_000;

/** Reads in worker threads, which are started when they are first needed. */
export class ThreadedExtractor implements Extractor {
  readonly #options: Required<Omit<ExtractorOptions, 'workers'>>;
  readonly #workers: number;
  #pool: Promise<Tinypool> | undefined;

  constructor({ workers, accurate = false, lowPriority = false }: ExtractorOptions) {
    this.#workers = workers;
    this.#options = { accurate, lowPriority };
  }

  async extract(text: string, published: Day, signal?: AbortSignal): Promise<Extraction> {
    this.#pool ??= this.#openPool();
    const pool = await this.#pool;
    const task: ReadingTask = { text, published, ...this.#options };
    try {
      return await pool.run(task, { signal: signal ?? null });
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  }

  async close(): Promise<void> {
    const pool = await this.#pool;
    await pool?.destroy();
  }

  /** What runs the threads is loaded for the first text: a service answers queries before, and others read nothing. */
  async #openPool(): Promise<Tinypool> {
    const { Tinypool } = await import('tinypool');
    return new Tinypool({
      filename: new URL('./extraction-worker.js', import.meta.url).href,
      name: 'read',
      minThreads: 0,
      maxThreads: this.#workers,
      idleTimeout: IDLE,
      // A thread that waits by Atomics cannot be ended with the process.
      useAtomics: false,
    });
  }
}
