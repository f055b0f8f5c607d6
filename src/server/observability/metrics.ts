import { OperationNames } from './operation-names.js';
import { Distributions, Tally } from './tally.js';

/** How a request ended. */
export const OUTCOMES = ['ok', 'client_error', 'server_error', 'refused', 'aborted'] as const;
export type Outcome = (typeof OUTCOMES)[number];

const INGEST_OUTCOMES = ['created', 'revised', 'unchanged', 'failed'] as const;

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const LONGER_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const KEYS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** What a service counts; docs/operations.md has the table. */
export class Metrics {
  readonly operations = new OperationNames();

  readonly requests = new Tally(
    'onrecord_requests_total',
    'outcome',
    'Requests, by how they ended; those for health and metrics are not counted.',
    OUTCOMES,
  );
  readonly durations = new Distributions(
    'onrecord_request_duration_seconds',
    'operation',
    'Time from the head of a request to the end of its answer, by the name of its operation.',
    SECONDS,
  );
  readonly errors = new Tally('onrecord_errors_total', 'code', 'Errors in answers, by code.');
  readonly statements = new Tally(
    'onrecord_sql_statements_total',
    'operation',
    'SQL statements that were run for requests, by the name of their operation.',
  );
  readonly rows = new Tally(
    'onrecord_sql_rows_total',
    'operation',
    'Rows that SQL statements gave, by the name of the operation that they were run for.',
  );
  readonly batches = new Distributions(
    'onrecord_loader_batch_size',
    'loader',
    'Keys that a loader loaded at once.',
    KEYS,
  );
  readonly cacheHits = new Tally(
    'onrecord_cache_hits_total',
    'cache',
    'What was found in a cache: parsed documents, plans of operations, persisted queries.',
    ['document', 'plan', 'persisted_query'],
  );
  readonly cacheMisses = new Tally('onrecord_cache_misses_total', 'cache', 'What was not found in a cache.', [
    'document',
    'plan',
    'persisted_query',
  ]);
  readonly articles = new Tally(
    'onrecord_ingest_articles_total',
    'outcome',
    'Articles that clients sent, by what became of them.',
    INGEST_OUTCOMES,
  );
  readonly ingestDurations = new Distributions(
    'onrecord_ingest_duration_seconds',
    'step',
    'Time that an article took to be read, waiting for its turn included, and to be stored.',
    LONGER_SECONDS,
  );

  readonly tallies: readonly Tally[] = [
    this.requests,
    this.errors,
    this.statements,
    this.rows,
    this.cacheHits,
    this.cacheMisses,
    this.articles,
  ];
  readonly distributions: readonly Distributions[] = [this.durations, this.batches, this.ingestDurations];

  lookedUp(cache: 'document' | 'plan' | 'persisted_query', hit: boolean): void {
    (hit ? this.cacheHits : this.cacheMisses).add(cache);
  }
}
