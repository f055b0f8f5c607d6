import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How often the event loop is looked at, in milliseconds. */
const RESOLUTION = 20;
const NANOSECONDS = 1e9;

/** How much longer than it should the event loop takes for a turn, since somebody asked last. */
export class EventLoop {
  readonly #histogram = monitorEventLoopDelay({ resolution: RESOLUTION });

  start(): void {
    this.#histogram.enable();
  }

  /** In seconds; what is waited for on purpose does not count. */
  lag(): { readonly mean: number; readonly p99: number; readonly max: number } {
    const { mean, max } = this.#histogram;
    const p99 = this.#histogram.percentile(99);
    this.#histogram.reset();
    return { mean: seconds(mean), p99: seconds(p99), max: seconds(max) };
  }

  stop(): void {
    this.#histogram.disable();
  }
}

function seconds(nanoseconds: number): number {
  return Number.isNaN(nanoseconds) ? 0 : Math.max(0, nanoseconds / NANOSECONDS - RESOLUTION / 1000);
}
