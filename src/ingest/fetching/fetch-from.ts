import type { Fetch } from '../source-reader.js';
import { parseAllowedRanges } from './address-ranges.js';
import { Fetcher } from './fetcher.js';

/** The variable that names private ranges which may be fetched from. */
const ALLOW = 'ONRECORD_FETCH_ALLOW';

/** Fetching as the environment allows it. Throws an OnRecordError that names a variable with a bad value. */
export function fetchFrom(environment: Readonly<Record<string, string | undefined>>, version: string): Fetch {
  const allowed = parseAllowedRanges(ALLOW, environment[ALLOW]);
  const fetcher = new Fetcher({ allowed, userAgent: `onrecord/${version}` });
  return (url, validators) => fetcher.fetch(url, validators);
}
