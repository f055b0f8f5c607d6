import { Writable } from 'node:stream';

/** A line of the log that is about a request. */
export type RequestLine = Readonly<Record<string, unknown>>;

/** What a service logs. */
export class Log {
  readonly #lines: RequestLine[] = [];
  #written = Promise.withResolvers<void>();
  readonly stream = new Writable({
    write: (chunk, _encoding, done) => {
      for (const line of String(chunk).split('\n')) if (line !== '') this.#lines.push(JSON.parse(line));
      this.#written.resolve();
      this.#written = Promise.withResolvers();
      done();
    },
  });

  /** The line of the first request that ended so, as soon as it is there. */
  async ended(outcome: string): Promise<RequestLine> {
    for (;;) {
      const line = this.requests.find((request) => request['outcome'] === outcome);
      if (line !== undefined) return line;
      await this.#written.promise;
    }
  }

  get lines(): readonly RequestLine[] {
    return this.#lines;
  }

  /** The lines about requests that have ended. */
  get requests(): readonly RequestLine[] {
    return this.#lines.filter(({ msg }) => msg === 'request');
  }
}
