/** Where progress is shown: standard error, or what stands in for it in tests. */
export interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Begins the line again and clears what is left of the one before. */
const SAME_LINE = '\r\u001b[K';

/** Shows on one line of a terminal how far a command is; elsewhere nothing. */
export class Progress {
  readonly #total: number;
  readonly #terminal: Terminal;
  readonly #now: () => number;
  readonly #startedAt: number;

  /** `total` is in articles, `now` gives milliseconds. */
  constructor(total: number, terminal: Terminal = process.stderr, now: () => number = () => performance.now()) {
    this.#total = total;
    this.#terminal = terminal;
    this.#now = now;
    this.#startedAt = now();
  }

  show(done: number): void {
    if (!this.#terminal.isTTY) return;
    const seconds = (this.#now() - this.#startedAt) / 1000;
    const rate = seconds > 0 ? done / seconds : 0;
    const left = rate > 0 ? `, ${timeOf((this.#total - done) / rate)} left` : '';
    const share = Math.floor((100 * done) / this.#total);
    const articles = `${printed(done)} of ${printed(this.#total)} articles`;
    this.#terminal.write(`${SAME_LINE}${articles}, ${share} %, ${printed(Math.round(rate))} a second${left}`);
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
