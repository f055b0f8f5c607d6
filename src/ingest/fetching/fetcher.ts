import { lookup } from 'node:dns';
import { type ClientRequest, type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { type BlockList, isIP, type LookupFunction } from 'node:net';
import { pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Validators } from '../../repository/source-log.js';
import type { Fetched } from '../source-reader.js';
import { isFetchable } from './address-ranges.js';
import { FetchError } from './fetch-error.js';

/** What a fetch may cost. */
export interface FetchLimits {
  /** The most bytes that a document may have, unpacked. */
  readonly bytes: number;
  /** How long it may take in all, redirects included, in milliseconds. */
  readonly time: number;
  readonly redirects: number;
}

const LIMITS: FetchLimits = { bytes: 5 * 1024 * 1024, time: 10_000, redirects: 5 };

export interface FetcherOptions {
  /** What the requests call themselves. */
  readonly userAgent: string;
  /** Ranges of addresses that are fetched from though they are private. */
  readonly allowed: BlockList;
  readonly limits?: Partial<FetchLimits>;
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
    let url = checkedUrl(address, address);
    for (let followed = 0; followed <= redirects; followed++) {
      const fetched = await this.#one(url, address, validators, ended);
      if (!(fetched instanceof URL)) return fetched;
      url = fetched;
    }
    throw new FetchError(address, `it redirects more than ${redirects} times.`);
  }

  /** One request: the document, or where it is instead. */
  #one(url: URL, asked: string, validators: Validators | undefined, ended: AbortSignal): Promise<Fetched | URL> {
    return new Promise((resolve, reject) => {
      const fail = (error: unknown) => {
        request.destroy();
        reject(this.#errorOf(asked, error, ended));
      };
      const request = this.#request(url, validators, ended, asked);
      request.on('error', fail);
      request.on('response', (response) => {
        response.on('error', fail);
        this.#answer(response, url, asked)
          .then(resolve, fail)
          .finally(() => request.destroy());
      });
      request.end();
    });
  }

  #request(url: URL, validators: Validators | undefined, ended: AbortSignal, asked: string): ClientRequest {
    const { allowed, userAgent } = this.#options;
    const host = url.hostname.replace(/^\[|\]$/gu, '');
    // A name is looked at when it is resolved; what is an address already is not resolved.
    if (isIP(host) !== 0 && !isFetchable(host, allowed)) throw refused(asked);
    const options: RequestOptions = {
      agent: false,
      signal: ended,
      lookup: checkedLookup(allowed, asked),
      headers: {
        'user-agent': userAgent,
        accept: ACCEPTED,
        'accept-encoding': 'gzip, deflate, br',
        ...(validators?.etag && { 'if-none-match': validators.etag }),
        ...(validators?.lastModified && { 'if-modified-since': validators.lastModified }),
      },
    };
    return (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options);
  }

  async #answer(response: IncomingMessage, url: URL, asked: string): Promise<Fetched | URL> {
    const { statusCode: status = 0, headers } = response;
    if (status === 304) return { status: 'NOT_MODIFIED' };
    if (REDIRECTS.includes(status) && headers.location !== undefined) {
      if (!URL.canParse(headers.location, url)) throw new FetchError(asked, 'it redirects to what is no address.');
      return checkedUrl(new URL(headers.location, url).href, asked);
    }
    if (status < 200 || status > 299) throw new FetchError(asked, `the server answers ${status}.`);
    const bytes = await this.#body(response, asked);
    const validators = { etag: headers.etag ?? null, lastModified: headers['last-modified'] ?? null };
    return { status: 'FETCHED', bytes, contentType: headers['content-type'], url: url.href, validators };
  }

  /** All that a response has, unpacked, as long as that is not too much. */
  async #body(response: IncomingMessage, asked: string): Promise<Uint8Array> {
    const { bytes: most } = this.#limits;
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of unpacked(response, asked)) {
      size += chunk.length;
      if (size > most) throw new FetchError(asked, `it has more than ${most} bytes.`);
      chunks.push(chunk);
    }
    if (!response.complete) throw new FetchError(asked, 'the connection ended before all was there.');
    return Buffer.concat(chunks);
  }

  #errorOf(asked: string, error: unknown, ended: AbortSignal): unknown {
    if (ended.aborted) return new FetchError(asked, `it took longer than ${this.#limits.time / 1000} seconds.`);
    if (error instanceof FetchError) return error;
    const { code = '', message } =
      error instanceof Error ? (error as NodeJS.ErrnoException) : { message: String(error) };
    return new FetchError(asked, REASONS.get(code) ?? `${message}.`, { cause: error });
  }
}

const REASONS = new Map([
  ['ENOTFOUND', 'there is no such host.'],
  ['EAI_AGAIN', 'the name cannot be resolved at the moment.'],
  ['ECONNREFUSED', 'nothing listens there.'],
  ['ECONNRESET', 'the server closed the connection.'],
  ['HPE_INVALID_CONSTANT', 'the server does not speak HTTP.'],
]);

function checkedUrl(address: string, asked: string): URL {
  if (!URL.canParse(address)) throw new FetchError(asked, `“${address}” is no address.`);
  const url = new URL(address);
  if (!/^https?:$/u.test(url.protocol)) {
    throw new FetchError(asked, `only http and https are fetched, not ${url.protocol}`);
  }
  if (url.username !== '' || url.password !== '') throw new FetchError(asked, 'it has a name or a password in it.');
  return url;
}

function refused(asked: string): FetchError {
  return new FetchError(
    asked,
    'it leads to a private or special address; ONRECORD_FETCH_ALLOW names ranges that may be fetched from.',
  );
}

/** Resolves a name to addresses that may be connected to, and fails where any of them may not. */
function checkedLookup(allowed: BlockList, asked: string): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      if (addresses.length === 0 || addresses.some(({ address }) => !isFetchable(address, allowed))) {
        return callback(refused(asked), []);
      }
      const [first] = addresses;
      if (options.all || first === undefined) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

function unpacked(response: IncomingMessage, asked: string): AsyncIterable<Buffer> {
  const encoding = response.headers['content-encoding']?.toLowerCase() ?? 'identity';
  const unpack = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress }[
    encoding
  ];
  if (unpack !== undefined) return pipeline(response, unpack(), () => undefined);
  if (encoding === 'identity' || encoding === '') return response;
  throw new FetchError(asked, `it is packed as ${encoding}, which is not understood.`);
}
