import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Ends, FloodJob, Job, PacedJob, Result, ThroughputJob, TimesJob } from './load.ts';

const PROGRAM = fileURLToPath(new URL('load.ts', import.meta.url));

/** The load generator, in a process of its own so that it does not share a core’s time with what it measures. */
export class Loader {
  readonly #process: ChildProcess = fork(PROGRAM);

  /** Requests per second. */
  async throughput(job: Omit<ThroughputJob, 'kind'>): Promise<number> {
    const result = await this.#do({ kind: 'THROUGHPUT', ...job });
    if ('rate' in result) return result.rate;
    throw new Error('error' in result ? result.error : 'The load generator did something else.');
  }

  /** The milliseconds of each request, from when it was due. */
  async paced(job: Omit<PacedJob, 'kind'>): Promise<number[]> {
    const result = await this.#do({ kind: 'PACED', ...job });
    if ('times' in result) return result.times.flat();
    throw new Error('error' in result ? result.error : 'The load generator did something else.');
  }

  /** How the requests of a flood ended. */
  async flood(job: Omit<FloodJob, 'kind'>): Promise<Ends> {
    const result = await this.#do({ kind: 'FLOOD', ...job });
    if ('ends' in result) return result.ends;
    throw new Error('error' in result ? result.error : 'The load generator did something else.');
  }

  /** The milliseconds of each request, for each server in the order of the job. */
  async times(job: Omit<TimesJob, 'kind'>): Promise<number[][]> {
    const result = await this.#do({ kind: 'TIMES', ...job });
    if ('times' in result) return result.times;
    throw new Error('error' in result ? result.error : 'The load generator did something else.');
  }

  async #do(job: Job): Promise<Result> {
    const answer = once(this.#process, 'message');
    this.#process.send(job);
    const [result]: Result[] = await answer;
    return result ?? { error: 'The load generator told nothing.' };
  }

  stop(): void {
    this.#process.kill();
  }
}
