import { OnRecordError } from '../domain/errors.js';

/**
 * The time that this thread has worked and half of the time that it has waited, in milliseconds: the middle between the time of
 * the processor, which some systems count in steps of four, and the time that has passed.
 */
function workingTime(): number {
  const { user, system } = process.threadCpuUsage();
  return ((user + system) / 1000 + performance.now()) / 2;
}

/**
 * How many milliseconds a store may still work for one request. A wait for the disk, or for a processor that others keep busy,
 * makes no question costlier than it is, but everybody else waits with it: it counts half, so that nothing takes
 * longer than twice the limit.
 */
export class StoreTime {
  readonly #most: number;
  readonly #now: () => number;
  readonly #spent: (milliseconds: number) => void;
  #left: number;
  /** When what the store does at the moment has taken all that is left. */
  #end = 0;

  /** `spent` is told what each piece of work took. */
  constructor(milliseconds: number, now = workingTime, spent: (milliseconds: number) => void = () => {}) {
    this.#most = milliseconds;
    this.#left = milliseconds;
    this.#now = now;
    this.#spent = spent;
  }

  /** The time of work for several: no more than whoever has the most left, and each pays its share of it, from 0 to 1. */
  static ofSeveral(shares: readonly { readonly time: StoreTime; readonly share: number }[]): StoreTime {
    const most = Math.max(...shares.map(({ time }) => time.#left));
    const [now] = shares.map(({ time }) => time.#now);
    return new StoreTime(most, now, (milliseconds) => {
      for (const { time, share } of shares) time.#left -= milliseconds * share;
    });
  }

  /** Does something in the store, which has to `check` itself whether there is still time. Throws an OnRecordError where nothing is left. */
  spend<Result>(work: () => Result): Result {
    if (this.#left <= 0) throw this.#exceeded();
    const began = this.#now();
    this.#end = began + this.#left;
    try {
      return work();
    } finally {
      const took = this.#now() - began;
      this.#left -= took;
      this.#spent(took);
    }
  }

  /** Throws an OnRecordError (STORE_TIME_EXCEEDED) once the time is up. */
  check(): void {
    if (this.#now() > this.#end) throw this.#exceeded();
  }

  #exceeded(): OnRecordError {
    return new OnRecordError(
      'STORE_TIME_EXCEEDED',
      `The request took more than ${this.#most} ms of work in the store and was ended; ask for less at once, or filter by something that fewer fulfil.`,
    );
  }
}

const TIMES = new WeakMap<AbortSignal, StoreTime>();

/** Lets a store work no longer than this for all that is asked of it with this signal. */
export function limitStoreTime(signal: AbortSignal, time: StoreTime): void {
  TIMES.set(signal, time);
}

/** What is left for this signal; undefined where there is no limit. */
export function storeTimeOf(signal: AbortSignal | undefined): StoreTime | undefined {
  return signal && TIMES.get(signal);
}

/** A signal on which a store works for several: nobody ends it, and each pays its share (see `StoreTime.ofSeveral`). */
export function signalOfSeveral(
  shares: readonly { readonly signal: AbortSignal; readonly share: number }[],
): AbortSignal {
  const { signal } = new AbortController();
  const limited = shares.flatMap((part) => {
    const time = TIMES.get(part.signal);
    return time === undefined ? [] : [{ time, share: part.share }];
  });
  // Whoever has no limit could have it done alone.
  if (limited.length === shares.length) limitStoreTime(signal, StoreTime.ofSeveral(limited));
  return signal;
}
