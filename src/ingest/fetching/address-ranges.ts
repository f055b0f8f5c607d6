import { BlockList, isIP, isIPv6 } from 'node:net';
import { OnRecordError } from '../../domain/errors.js';

/** Addresses that lead nowhere on the open internet (IANA special-purpose registries), and with which a page has nothing to do. */
const SPECIAL_RANGES = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/96',
  '::ffff:0:0:0/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
];

const SPECIAL = rangesOf(SPECIAL_RANGES);

/** An IPv4 address that is written as IPv6: `::ffff:10.0.0.1`, whichever way its end is written. */
const MAPPED = /^::ffff:(?:(?<dotted>\d+\.\d+\.\d+\.\d+)|(?<high>[0-9a-f]{1,4}):(?<low>[0-9a-f]{1,4}))$/iu;

/** Whether documents may be fetched from an address: a public one, or one in the ranges that are allowed. */
export function isFetchable(address: string, allowed: BlockList): boolean {
  const plain = withoutMapping(address.replace(/%.*$/u, ''));
  const family = isIP(plain);
  if (family === 0) return false;
  const kind = family === 6 ? 'ipv6' : 'ipv4';
  return allowed.check(plain, kind) || !SPECIAL.check(plain, kind);
}

function withoutMapping(address: string): string {
  const parts = MAPPED.exec(address)?.groups;
  if (parts === undefined) return address;
  const { dotted, high = '0', low = '0' } = parts;
  if (dotted !== undefined) return dotted;
  const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [a >> 8, a & 0xff, b >> 8, b & 0xff].join('.');
}

/** Reads the ranges that may be fetched from though they are private. Throws an OnRecordError that names a wrong one. */
export function parseAllowedRanges(variable: string, value: string | undefined): BlockList {
  const ranges = (value ?? '').split(',').map((range) => range.trim());
  const wanted = ranges.filter((range) => range !== '');
  for (const range of wanted) {
    if (isRange(range)) continue;
    throw new OnRecordError(
      'BAD_USER_INPUT',
      `${variable} is “${value}”, but takes ranges like 10.1.0.0/16 or fd00::/8, separated by commas; “${range}” is not one.`,
    );
  }
  return rangesOf(wanted);
}

function isRange(range: string): boolean {
  const [address = '', length, ...more] = range.split('/');
  const longest = { 4: 32, 6: 128 }[isIP(address)];
  if (longest === undefined || more.length > 0) return false;
  // A slash with nothing behind it must not read as /0, which is every address.
  return length === undefined || (/^\d{1,3}$/u.test(length) && Number(length) <= longest);
}

function rangesOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', length] = range.split('/');
    const kind = isIPv6(address) ? 'ipv6' : 'ipv4';
    list.addSubnet(address, length === undefined ? (kind === 'ipv6' ? 128 : 32) : Number(length), kind);
  }
  return list;
}
