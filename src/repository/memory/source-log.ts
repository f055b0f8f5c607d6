import type { IngestedSource, SourceLog, Validators } from '../source-log.js';
import type { Guard } from './guard.js';
import type { Tables } from './tables.js';

/** What was ingested into a store in memory. */
export class MemorySourceLog implements SourceLog {
  readonly #guard: Guard;
  readonly #tables: Tables;

  constructor(guard: Guard, tables: Tables) {
    this.#guard = guard;
    this.#tables = tables;
  }

  async ingested(sources: readonly string[]): Promise<(IngestedSource | undefined)[]> {
    this.#guard.enter();
    return sources.map((source) => this.#tables.ingested.get(source));
  }

  async validatorsOf(url: string): Promise<Validators | undefined> {
    this.#guard.enter();
    return this.#tables.feeds.get(url);
  }

  async rememberFeed(url: string, validators: Validators): Promise<void> {
    this.#guard.enter();
    this.#tables.feeds.set(url, validators);
  }
}
