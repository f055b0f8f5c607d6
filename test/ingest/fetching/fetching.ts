import { parseAllowedRanges } from '../../../src/ingest/fetching/address-ranges.js';
import { FetchError } from '../../../src/ingest/fetching/fetch-error.js';
import { Fetcher, type FetcherOptions } from '../../../src/ingest/fetching/fetcher.js';
import type { Fetched } from '../../../src/ingest/source-reader.js';

/** A fetcher that may fetch from 127.0.0.1, at most 100,000 bytes. */
export function fetcher(options: Partial<FetcherOptions> = {}): Fetcher {
  const allowed = parseAllowedRanges('ONRECORD_FETCH_ALLOW', '127.0.0.1');
  return new Fetcher({ userAgent: 'test', allowed, limits: { bytes: 100_000 }, ...options });
}

/** What is fetched, as text. */
export async function textAt(address: string, options?: Partial<FetcherOptions>): Promise<string> {
  return textOf(await fetcher(options).fetch(address));
}

export function textOf(fetched: Fetched): string {
  if (fetched.status === 'NOT_MODIFIED') throw new Error('It has not changed.');
  return Buffer.from(fetched.bytes).toString();
}

/** Why an address cannot be fetched: the message behind the address, which it has to begin with. */
export async function refusalOf(address: string, options?: Partial<FetcherOptions>): Promise<string> {
  try {
    await fetcher(options).fetch(address);
  } catch (error) {
    const beginning = `${address} cannot be fetched: `;
    if (error instanceof FetchError && error.message.startsWith(beginning))
      return error.message.slice(beginning.length);
    throw error;
  }
  throw new Error(`${address} was fetched.`);
}
