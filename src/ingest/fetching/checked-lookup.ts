import type { LookupAddress, LookupOptions } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { type BlockList, isIP, type LookupFunction } from 'node:net';
import { isFetchable } from './address-ranges.js';
import { FetchError } from './fetch-error.js';

/** Gives the addresses that a name stands for, at least one. Throws what the system says where it has none. */
export type Resolve = (name: string, options: LookupOptions) => Promise<LookupAddress[]>;

/** Asks the system’s resolver. */
export const resolveBySystem: Resolve = (name, options) => lookup(name, { ...options, all: true });

/**
 * Resolves names for connections that are made when `asked` is fetched, and fails where any address of a name may not be
 * connected to. What it gives is what is connected to, so no second answer can lead elsewhere.
 */
export function checkedLookup(resolve: Resolve, allowed: BlockList, asked: string): LookupFunction {
  const addressesOf = async (name: string, options: LookupOptions): Promise<[LookupAddress, ...LookupAddress[]]> => {
    const [first, ...others] = await resolve(name, options);
    if (first === undefined) throw new FetchError(asked, `the name ${name} has no address.`);
    for (const { address } of [first, ...others]) checkAddress(address, allowed, asked, name);
    return [first, ...others];
  };
  return (name, options, callback) => {
    addressesOf(name, options).then(
      (addresses) => {
        const [{ address, family }] = addresses;
        if (options.all) callback(null, addresses);
        else callback(null, address, family);
      },
      (error) => callback(error, []),
    );
  };
}

/** Checks the host of an address that is no name, and so is never looked up. Throws a FetchError. */
export function checkHost({ hostname }: URL, allowed: BlockList, asked: string): void {
  const host = hostname.replace(/^\[|\]$/gu, '');
  if (isIP(host) !== 0) checkAddress(host, allowed, asked, host);
}

function checkAddress(address: string, allowed: BlockList, asked: string, host: string): void {
  if (isFetchable(address, allowed)) return;
  const where = address === host ? address : `${host} (${address})`;
  throw new FetchError(
    asked,
    `it leads to ${where}, a private or special address; ONRECORD_FETCH_ALLOW names ranges that may be fetched from.`,
  );
}
