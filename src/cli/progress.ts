/** Where progress is shown: standard error, or what stands in for it in tests. */
export interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Begins the line again and clears what is left of the one before. */
const SAME_LINE = '\r\u001b[K';

/** Shows on one line of a terminal how far a command is; elsewhere nothing. */
export class Progress {
  readonly #total: number | null;
  readonly #terminal: Terminal;
  readonly #now: () => number;
  readonly #startedAt: number;

  /** `total` is in articles, null where nobody knows it; `now` gives milliseconds. */
  constructor(total: number | null, terminal: Terminal = process.stderr, now: () => number = () => performance.now()) {
    this.#total = total;
    this.#terminal = terminal;
    this.#now = now;
    this.#startedAt = now();
  }

  show(done: number): void {
    if (!this.#terminal.isTTY) return;
    const seconds = (this.#now() - this.#startedAt) / 1000;
    const rate = seconds > 0 ? done / seconds : 0;
    this.#terminal.write(
      `${SAME_LINE}${this.#share(done)}, ${printed(Math.round(rate))} a second${this.#left(done, rate)}`,
    );
  }

  #share(done: number): string {
    if (this.#total === null) return `${printed(done)} articles`;
    return `${printed(done)} of ${printed(this.#total)} articles, ${Math.floor((100 * done) / this.#total)} %`;
  }

  #left(done: number, rate: number): string {
    return this.#total === null || rate === 0 ? '' : `, ${timeOf((this.#total - done) / rate)} left`;
  }

  /** Clears the line for what comes after it. */
  end(): void {
    if (this.#terminal.isTTY) this.#terminal.write(SAME_LINE);
  }
}

function printed(count: number): string {
  return count.toLocaleString('en');
}

function timeOf(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  return seconds < 3600 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
