import { OnRecordError } from '../domain/errors.js';
import type { SourceLog, Validators } from '../repository/source-log.js';
import { readDocuments } from './readers/read-documents.js';
import { type Known, type ReadResult, Refusal, type Source } from './source-document.js';
import { readSource, type SourcePlace } from './sources.js';

/** What an address gave. */
export type Fetched =
  | { readonly status: 'NOT_MODIFIED' }
  | {
      readonly status: 'FETCHED';
      readonly bytes: Uint8Array;
      readonly contentType: string | undefined;
      /** Where it was in the end, after redirects. */
      readonly url: string;
      readonly validators: Validators;
    };

/** Fetches an address, if it has changed since the validators were given. Throws an OnRecordError that says why it cannot. */
export type Fetch = (url: string, validators?: Validators) => Promise<Fetched>;

/** A source that was read, and what is to be done once all of it is stored. */
export interface OpenedSource extends Source {
  readonly whenStored?: () => Promise<void>;
}

type Item = Exclude<ReadResult, { kind: 'link' }>;

/** Reads sources wherever they are, and the pages that feeds lead to. */
export class SourceReader {
  readonly #fetch: Fetch;
  readonly #log: SourceLog;

  constructor(fetch: Fetch, log: SourceLog) {
    this.#fetch = fetch;
    this.#log = log;
  }

  /** Reads a source; null for an address that has not changed since all of it was stored. Throws an OnRecordError. */
  async read(place: SourcePlace): Promise<OpenedSource | null> {
    if (place.kind !== 'address') return readSource(place);
    const { url } = place;
    const fetched = await this.#fetch(url, await this.#log.validatorsOf(url));
    if (fetched.status === 'NOT_MODIFIED') return null;
    const { bytes, contentType, validators } = fetched;
    const whenStored = () => this.#log.rememberFeed(url, validators);
    return { bytes, name: url, contentType, url: fetched.url, whenStored };
  }

  /** What the page has that an item of a feed leads to, completed by what the feed says of it. */
  async *follow(
    { url, place, known }: Extract<ReadResult, { kind: 'link' }>,
    given: Known,
  ): AsyncGenerator<Item, void, undefined> {
    try {
      const fetched = await this.#fetch(url);
      if (fetched.status === 'NOT_MODIFIED') return;
      const source = { bytes: fetched.bytes, name: url, contentType: fetched.contentType, url: fetched.url };
      for (const result of readDocuments(source, { given, otherwise: { ...known, url } })) {
        if (result.kind !== 'link') yield result;
        else throw new Refusal('MALFORMED', place, `${url} is a feed, where an article should be.`);
      }
    } catch (error) {
      if (!(error instanceof OnRecordError)) throw error;
      yield {
        kind: 'refusal',
        place,
        error: error instanceof Refusal ? error : new Refusal('NO_TEXT', place, error.message),
      };
    }
  }
}
