import { type ClientRequest, type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { BlockList } from 'node:net';
import { pipeline, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Validators } from '../../repository/source-log.js';
import { LARGEST_DOCUMENT } from '../limits.js';
import type { Fetched } from '../source-reader.js';
import { checkedLookup, checkHost, type Resolve, resolveBySystem } from './checked-lookup.js';
import { FetchError } from './fetch-error.js';

/** What a fetch may cost. */
export interface FetchLimits {
  /** The most bytes that a document may have, unpacked. */
  readonly bytes: number;
  /** How long it may take in all, redirects included, in milliseconds. */
  readonly time: number;
  readonly redirects: number;
}

const LIMITS: FetchLimits = { bytes: LARGEST_DOCUMENT, time: 10_000, redirects: 5 };

export interface FetcherOptions {
  /** What the requests call themselves. */
  readonly userAgent: string;
  /** Ranges of addresses that are fetched from though they are private. */
  readonly allowed: BlockList;
  readonly limits?: Partial<FetchLimits>;
  /** How names become addresses; by the system’s resolver where it is not said. */
  readonly resolve?: Resolve;
}

/** One request on the way to a document. */
interface Asking {
  readonly url: URL;
  /** The address that the way began at, which messages name. */
  readonly asked: string;
  /** The headers that ask for the document only if it has changed. */
  readonly conditions: ReadonlyMap<string, string>;
}

const REDIRECTS = [301, 302, 303, 307, 308];

const ACCEPTED =
  'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/json;q=0.9, text/plain;q=0.8, */*;q=0.1';

/**
 * Fetches documents from the open internet, and from nowhere else unless it is allowed: the address is looked at after the
 * name is resolved, at every redirect, and it is that very address which is connected to.
 */
export class Fetcher {
  readonly #options: FetcherOptions;
  readonly #limits: FetchLimits;

  constructor(options: FetcherOptions) {
    this.#options = options;
    this.#limits = { ...LIMITS, ...options.limits };
  }

  /** Throws a FetchError that names the address. */
  async fetch(address: string, validators?: Validators): Promise<Fetched> {
    const { time, redirects } = this.#limits;
    const ended = AbortSignal.timeout(time);
    const conditions = conditionsOf(validators);
    let url = checkedUrl(address, address);
    for (let followed = 0; followed <= redirects; followed++) {
      const fetched = await this.#one({ url, asked: address, conditions }, ended);
      if (!(fetched instanceof URL)) return fetched;
      url = fetched;
    }
    throw new FetchError(address, `it redirects more than ${redirects} times.`);
  }

  /** One request: the document, or where it is instead. */
  #one(asking: Asking, ended: AbortSignal): Promise<Fetched | URL> {
    return new Promise((resolve, reject) => {
      const fail = (error: unknown) => {
        request.destroy();
        reject(this.#errorOf(asking.asked, error, ended));
      };
      const request = this.#request(asking, ended);
      let isAnswered = false;
      request.on('error', fail);
      // A connection that ends without an error or an answer, as after an upgrade that nobody asked for.
      request.on('close', () => isAnswered || fail(new FetchError(asking.asked, 'the server closed the connection.')));
      request.on('response', (response) => {
        isAnswered = true;
        response.on('error', fail);
        this.#answer(response, asking)
          .then(resolve, fail)
          .finally(() => request.destroy());
      });
      request.end();
    });
  }

  #request({ url, asked, conditions }: Asking, ended: AbortSignal): ClientRequest {
    const { allowed, userAgent, resolve = resolveBySystem } = this.#options;
    checkHost(url, allowed, asked);
    const options: RequestOptions = {
      agent: false,
      signal: ended,
      lookup: checkedLookup(resolve, allowed, asked),
      headers: {
        ...{ 'user-agent': userAgent, accept: ACCEPTED, 'accept-encoding': 'gzip, deflate, br' },
        ...Object.fromEntries(conditions),
      },
    };
    return (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options);
  }

  async #answer(response: IncomingMessage, { url, asked, conditions }: Asking): Promise<Fetched | URL> {
    const { statusCode: status = 0, headers } = response;
    // To a request without a condition it is no answer: there is nothing that could have stayed as it was.
    if (status === 304 && conditions.size > 0) return { status: 'NOT_MODIFIED' };
    if (REDIRECTS.includes(status)) return redirectTarget(headers.location, url, asked);
    if (status < 200 || status > 299) throw new FetchError(asked, `the server answers ${status}.`);
    const bytes = await this.#body(response, asked);
    const validators = { etag: headers.etag ?? null, lastModified: headers['last-modified'] ?? null };
    return { status: 'FETCHED', bytes, contentType: headers['content-type'], url: url.href, validators };
  }

  /** All that a response has, unpacked, as long as that is not too much. */
  async #body(response: IncomingMessage, asked: string): Promise<Uint8Array> {
    const { bytes: most } = this.#limits;
    const tooLarge = () => new FetchError(asked, `it has more than ${most} bytes.`);
    if (Number(response.headers['content-length'] ?? 0) > most) throw tooLarge();
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of unpacked(response, asked)) {
      size += chunk.length;
      if (size > most) throw tooLarge();
      chunks.push(chunk);
    }
    if (!response.complete) throw new FetchError(asked, 'the connection ended before all was there.');
    return Buffer.concat(chunks);
  }

  #errorOf(asked: string, error: unknown, ended: AbortSignal): FetchError {
    if (ended.aborted) return new FetchError(asked, `it took longer than ${this.#limits.time / 1000} seconds.`);
    return FetchError.from(asked, error);
  }
}

function conditionsOf(validators: Validators | undefined): Map<string, string> {
  const conditions = new Map<string, string>();
  if (validators?.etag) conditions.set('if-none-match', validators.etag);
  if (validators?.lastModified) conditions.set('if-modified-since', validators.lastModified);
  return conditions;
}

function redirectTarget(location: string | undefined, from: URL, asked: string): URL {
  if (location === undefined) throw new FetchError(asked, 'it redirects without saying where to.');
  const target = URL.parse(location, from);
  if (target === null) throw new FetchError(asked, `it redirects to “${location}”, which is no address.`);
  return checkedUrl(target.href, asked);
}

function checkedUrl(address: string, asked: string): URL {
  if (!URL.canParse(address)) throw new FetchError(asked, 'that is no address.');
  const url = new URL(address);
  if (!/^https?:$/u.test(url.protocol)) {
    throw new FetchError(asked, `${leadsTo(address, asked)}only http and https are fetched.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new FetchError(asked, `${leadsTo(address, asked)}an address with a name or a password in it is not fetched.`);
  }
  return url;
}

/** The beginning of a reason that is about another address than the one that was asked for. */
function leadsTo(address: string, asked: string): string {
  return address === asked ? '' : `it redirects to ${address}, and `;
}

const UNPACKING = new Map<string, () => Transform>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

function unpacked(response: IncomingMessage, asked: string): AsyncIterable<Buffer> {
  const encoding = response.headers['content-encoding']?.toLowerCase() ?? 'identity';
  const unpack = UNPACKING.get(encoding);
  if (unpack !== undefined) return pipeline(response, unpack(), () => undefined);
  if (encoding === 'identity' || encoding === '') return response;
  throw new FetchError(asked, `it is packed as ${encoding}, which is not understood.`);
}
