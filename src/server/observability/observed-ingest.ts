import { Ingest, type Ingested, type ReadDocument } from '../../ingest/ingest-article.js';
import type { SourceDocument } from '../../ingest/source-document.js';
import type { IngestedSource } from '../../repository/source-log.js';
import type { Observability } from './observability.js';

/** Takes documents in as always, and counts, times and traces it. */
export class ObservedIngest extends Ingest {
  readonly #observability: Observability;

  constructor(observability: Observability, ...ingest: ConstructorParameters<typeof Ingest>) {
    super(...ingest);
    this.#observability = observability;
  }

  override async article(document: SourceDocument, actor: string, signal?: AbortSignal): Promise<Ingested> {
    const { articles } = this.#observability.metrics;
    try {
      const ingested = await this.#observability.part('ingest article', () => super.article(document, actor, signal));
      articles.add(ingested.outcome.toLowerCase());
      return ingested;
    } catch (error) {
      articles.add('failed');
      throw error;
    }
  }

  override read(document: SourceDocument, signal?: AbortSignal): Promise<ReadDocument> {
    return this.#step('read', () => super.read(document, signal));
  }

  override store(read: ReadDocument, actor: string, source?: IngestedSource): Promise<Ingested> {
    return this.#step('store', () => super.store(read, actor, source));
  }

  async #step<Value>(step: 'read' | 'store', work: () => Promise<Value>): Promise<Value> {
    const began = performance.now();
    const value = await this.#observability.part(`${step} article`, work);
    this.#observability.metrics.ingestDurations.add(step, (performance.now() - began) / 1000);
    return value;
  }
}
