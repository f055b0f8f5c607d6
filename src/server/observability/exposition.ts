import { Counter, Gauge, type Metric, Registry } from 'prom-client';
import type { EventLoop } from './event-loop.js';
import type { Metrics } from './metrics.js';
import type { Distributions, Tally } from './tally.js';

/** How large a store is. */
export interface StoreSize {
  readonly articles: number;
  /** Of the file and of the log beside it. */
  readonly databaseBytes: number;
  readonly walBytes: number;
}

export interface Measured {
  readonly metrics: Metrics;
  readonly eventLoop: EventLoop;
  /** Rejects where the store does not answer: its metrics are left out then. */
  size(): Promise<StoreSize>;
}

/** The registry of one service, which has its values looked up when somebody collects them. */
export function registryOf({ metrics, eventLoop, size }: Measured): Registry {
  const registry = new Registry();
  for (const tally of metrics.tallies) addTally(registry, tally);
  for (const each of metrics.distributions) {
    // The registry asks no more of a metric than what this has; its type wants one of the library’s own classes.
    registry.registerMetric(new CollectedHistogram(each) as unknown as Metric);
  }
  addStore(registry, size);
  addEventLoop(registry, eventLoop);
  addProcess(registry);
  return registry;
}

function addTally(registry: Registry, { name, help, label, counts }: Tally): void {
  const counter = new Counter({
    name,
    help,
    labelNames: [label],
    registers: [registry],
    collect() {
      counter.reset();
      for (const [value, count] of counts) counter.inc({ [label]: value }, count);
    },
  });
}

/** A histogram whose values were counted elsewhere: the library’s own takes a microsecond or two for each, ten of them a request. */
class CollectedHistogram {
  readonly type = 'histogram';
  readonly aggregator = 'sum';
  readonly name: string;
  readonly help: string;
  readonly #source: Distributions;

  constructor(source: Distributions) {
    this.name = source.name;
    this.help = source.help;
    this.#source = source;
  }

  async get() {
    const { name, help, type, aggregator } = this;
    const { label, bounds, distributions } = this.#source;
    const values = [...distributions].flatMap(([value, { buckets, sum, count }]) => {
      const labels = { [label]: value };
      let below = 0;
      const each = [...bounds, '+Inf'].map((le, index) => {
        below += buckets[index] ?? 0;
        return { metricName: `${name}_bucket`, labels: { le, ...labels }, value: below };
      });
      return [
        ...each,
        { metricName: `${name}_sum`, labels, value: sum },
        { metricName: `${name}_count`, labels, value: count },
      ];
    });
    return { name, help, type, aggregator, values };
  }
}

function addStore(registry: Registry, size: Measured['size']): void {
  // Both metrics are collected at once: the store is asked once for both.
  let asked: Promise<StoreSize | undefined> | undefined;
  const ask = () => {
    asked ??= size()
      .catch(() => undefined)
      .finally(() => {
        asked = undefined;
      });
    return asked;
  };
  const bytes = new Gauge({
    name: 'onrecord_store_bytes',
    help: 'Size of the store: its file, and the log (WAL) beside it.',
    labelNames: ['file'],
    registers: [registry],
    async collect() {
      bytes.reset();
      const found = await ask();
      if (found === undefined) return;
      bytes.set({ file: 'database' }, found.databaseBytes);
      bytes.set({ file: 'wal' }, found.walBytes);
    },
  });
  const articles = new Gauge({
    name: 'onrecord_store_articles',
    help: 'Articles in the store, retracted ones included.',
    registers: [registry],
    async collect() {
      articles.remove();
      const found = await ask();
      if (found !== undefined) articles.set(found.articles);
    },
  });
}

function addEventLoop(registry: Registry, eventLoop: EventLoop): void {
  const registers = [registry];
  const mean: Gauge = new Gauge({
    name: 'nodejs_eventloop_lag_mean_seconds',
    help: 'Mean lag of the event loop since the last collection.',
    registers,
    // The first of the three is collected first.
    collect() {
      const lag = eventLoop.lag();
      mean.set(lag.mean);
      p99.set(lag.p99);
      max.set(lag.max);
    },
  });
  const p99 = new Gauge({
    name: 'nodejs_eventloop_lag_p99_seconds',
    help: '99th percentile of the event loop’s lag since the last collection.',
    registers,
  });
  const max = new Gauge({
    name: 'nodejs_eventloop_lag_max_seconds',
    help: 'Greatest lag of the event loop since the last collection.',
    registers,
  });
}

/** What prom-client tells of a process by the same names; its own collectors cannot be stopped with a service. */
function addProcess(registry: Registry): void {
  const values: readonly (readonly [string, string, () => number])[] = [
    ['process_resident_memory_bytes', 'Memory that the process has in RAM.', () => process.memoryUsage.rss()],
    ['process_start_time_seconds', 'When the process started, in seconds since 1970.', startTime],
    ['nodejs_heap_size_used_bytes', 'JavaScript heap in use.', () => process.memoryUsage().heapUsed],
    ['nodejs_external_memory_bytes', 'Memory of buffers and native code.', () => process.memoryUsage().external],
  ];
  for (const [name, help, value] of values) {
    const gauge: Gauge = new Gauge({ name, help, registers: [registry], collect: () => gauge.set(value()) });
  }
  const cpu = new Counter({
    name: 'process_cpu_seconds_total',
    help: 'Processor time of the process, threads that read articles included.',
    registers: [registry],
    collect() {
      const { user, system } = process.cpuUsage();
      cpu.reset();
      cpu.inc((user + system) / 1e6);
    },
  });
}

function startTime(): number {
  return performance.timeOrigin / 1000;
}
