import { AsyncLocalStorage } from 'node:async_hooks';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { BatchObserver } from '../../loaders/batch-loader.js';
import type { StatementMeter } from '../../repository/sqlite/connection.js';
import type { Scope } from './activity.js';
import { EventLoop } from './event-loop.js';
import { Metrics } from './metrics.js';
import { type OpenSpan, type Tracing, type TracingConfig, traced } from './tracing.js';

/** What one service tells of what it does. */
export class Observability {
  readonly metrics = new Metrics();
  readonly eventLoop = new EventLoop();
  /** Connections with a request that has not ended. */
  readonly asking = new WeakSet<Socket>();
  readonly #scopes = new AsyncLocalStorage<Scope>();
  #tracing: Tracing | undefined;

  /** The request that is being answered, wherever this is asked in its course. */
  get scope(): Scope | undefined {
    return this.#scopes.getStore();
  }

  /** Undefined where nothing is traced. */
  get tracing(): Tracing | undefined {
    return this.#tracing;
  }

  /** Begins to look at the event loop, and to trace if it is to. What sends traces is loaded then alone. */
  async start(config: TracingConfig, report: (error: unknown) => void): Promise<void> {
    this.eventLoop.start();
    if (config.exporter === 'none') return;
    const { startTracing } = await import('./opentelemetry.js');
    this.#tracing = startTracing(config, report);
  }

  async stop(): Promise<void> {
    this.eventLoop.stop();
    await this.#tracing?.stop();
  }

  /** Lets what a hook or a handler does, and all that follows from it, count for its request. */
  within<This, Rest extends readonly unknown[], Value>(
    work: (this: This, request: FastifyRequest, reply: FastifyReply, ...rest: Rest) => Value,
  ): (this: This, request: FastifyRequest, reply: FastifyReply, ...rest: Rest) => Value {
    const scopes = this.#scopes;
    return function (request, reply, ...rest) {
      return scopes.run(request.activity, () => work.call(this, request, reply, ...rest));
    };
  }

  /** Does work as a part of what is traced; as it is, where nothing is. */
  part<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
    const scope = this.scope;
    const span = scope?.span?.begin(name);
    if (scope === undefined || span === undefined) return work();
    return this.#scopes.run({ activity: scope.activity, span }, () => traced(span, work));
  }

  readonly batches: BatchObserver = (loader, keys, load) => {
    this.metrics.batches.add(loader, keys);
    if (this.#tracing === undefined) return load();
    const scope = this.scope;
    const span = scope?.span?.begin(`load ${loader}`, { 'onrecord.loader.keys': keys });
    if (scope === undefined || span === undefined) return load();
    return this.#scopes.run({ activity: scope.activity, span }, () => traced(span, load));
  };

  /** Counts SQL statements for the request that they are run for. */
  readonly meter: StatementMeter<OpenSpan | undefined> = {
    begin: (sql) =>
      this.#tracing === undefined
        ? undefined
        : this.scope?.span?.begin('sql', { 'db.system.name': 'sqlite', 'db.query.text': sql }),
    end: (span, rows, error) => {
      const activity = this.scope?.activity;
      if (activity !== undefined) {
        activity.statements += 1;
        activity.rows += rows;
      }
      span?.end({ 'db.response.returned_rows': rows }, error);
    },
  };
}
