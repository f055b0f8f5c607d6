import { describe, expect, test } from 'vitest';
import { isFetchable, parseAllowedRanges } from '../../../src/ingest/fetching/address-ranges.js';
import type { Resolve } from '../../../src/ingest/fetching/checked-lookup.js';
import { serveHttp } from '../../support/bad-server.js';
import { refusalOf, textAt } from './fetching.js';

const NONE = parseAllowedRanges('ONRECORD_FETCH_ALLOW', undefined);

/** A resolver that knows one name; each answer after the first is the last of `answers`. */
function answering(...answers: readonly (readonly string[])[]): Resolve & { asked: number } {
  const resolve = async () => {
    const answer = answers[Math.min(resolve.asked++, answers.length - 1)] ?? [];
    return answer.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  };
  resolve.asked = 0;
  return resolve;
}

describe('an address', () => {
  test.each([
    ...['8.8.8.8', '1.1.1.1', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255'],
    ...['128.0.0.1', '169.253.0.1', '169.255.0.1', '172.15.255.255', '172.32.0.0', '192.167.1.1', '192.169.1.1'],
    ...['198.17.255.255', '198.20.0.0', '223.255.255.255', '2606:4700::1111', '2a00:1450::1', '::ffff:8.8.8.8'],
  ])('%s is public, and fetched from', (address) => {
    expect(isFetchable(address, NONE)).toBe(true);
  });

  test.each([
    ['this host', '0.0.0.0', '0.1.2.3', '::'],
    ['loopback', '127.0.0.1', '127.255.255.254', '::1', '0:0:0:0:0:0:0:1'],
    ['private', '10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.0.1', '192.168.255.255'],
    ['shared by a provider’s customers', '100.64.0.1', '100.127.255.255'],
    ['link-local, with the metadata of clouds', '169.254.0.1', '169.254.169.254', 'fe80::1', 'fe80::1%eth0', 'febf::1'],
    ['unique local', 'fc00::1', 'fd00::1', 'fdff:ffff::1'],
    ['for documentation and measurement', '192.0.2.1', '198.51.100.1', '203.0.113.1', '198.18.0.1', '2001:db8::1'],
    ['multicast and reserved', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255', 'ff02::1'],
    ['IPv4 in IPv6', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:a9fe:a9fe', '0:0:0:0:0:ffff:a00:1', '::127.0.0.1'],
    ['IPv4 behind a translator', '64:ff9b::7f00:1', '64:ff9b::10.0.0.1', '64:ff9b:1::1', '::ffff:0:10.0.0.1'],
    ['IPv4 in a tunnel', '2002:7f00:1::', '2001:0:7f00:1::'],
    ['none', '', 'localhost', '127.1', '10.0.0.1/8'],
  ])('that is %s is not fetched from', (_, ...addresses) => {
    expect(addresses.filter((address) => isFetchable(address, NONE))).toEqual([]);
  });
});

describe('ONRECORD_FETCH_ALLOW', () => {
  test('allows the ranges that it names, and nothing beside them', () => {
    const allowed = parseAllowedRanges('ONRECORD_FETCH_ALLOW', ' 10.1.0.0/16, ::1 ,fd00::/8,,192.168.7.7');
    for (const address of ['10.1.2.3', '::1', 'fd12::1', '192.168.7.7', '::ffff:10.1.2.3', '8.8.8.8']) {
      expect([address, isFetchable(address, allowed)]).toEqual([address, true]);
    }
    for (const address of ['10.2.0.0', '192.168.7.8', '127.0.0.1', 'fc00::1', '::ffff:10.2.0.1', '64:ff9b::a01:203']) {
      expect([address, isFetchable(address, allowed)]).toEqual([address, false]);
    }
  });

  test.each([
    'here',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '10.0.0/8',
    '10.0.0.0/-1',
    '::1/129',
    '/8',
    '10.0.0.0 10.1.0.0',
  ])('takes no “%s”, and names it', (range) => {
    const parse = () => parseAllowedRanges('ONRECORD_FETCH_ALLOW', `127.0.0.1, ${range}`);
    expect(parse).toThrow(`ONRECORD_FETCH_ALLOW is “127.0.0.1, ${range}”`);
    expect(parse).toThrow(`“${range}” is not one`);
  });
});

describe('a host', () => {
  const options = { allowed: NONE };

  test.each([
    ['http://127.0.0.1/', '127.0.0.1'],
    ['http://2130706433/', '127.0.0.1'],
    ['http://0x7f000001/', '127.0.0.1'],
    ['http://0x7f.1/', '127.0.0.1'],
    ['http://0177.0.0.01/', '127.0.0.1'],
    ['http://127.1/', '127.0.0.1'],
    ['http://127.0.0.1./', '127.0.0.1'],
    ['http://１２７.０.０.１/', '127.0.0.1'],
    ['http://0/', '0.0.0.0'],
    ['http://169.254.169.254/latest/meta-data/', '169.254.169.254'],
    ['http://[::1]:8080/', '::1'],
    ['https://[::ffff:127.0.0.1]/', '::ffff:7f00:1'],
    ['https://[fd00::1]/', 'fd00::1'],
    ['http://[64:ff9b::10.0.0.1]/', '64:ff9b::a00:1'],
  ])('that is written %s is seen for what it is', async (address, meant) => {
    expect(await refusalOf(address, options)).toBe(
      `it leads to ${meant}, a private or special address; ONRECORD_FETCH_ALLOW names ranges that may be fetched from.`,
    );
  });

  test('is refused when its name stands for a private address, even beside a public one', async () => {
    for (const answer of [['10.0.0.1'], ['8.8.8.8', '10.0.0.1'], ['2606:4700::1111', '10.0.0.1', '8.8.8.8']]) {
      const refusal = await refusalOf('http://courier.example/', { ...options, resolve: answering(answer) });
      expect(refusal).toContain('it leads to courier.example (10.0.0.1), a private or special address');
    }
  });

  test('is refused when its name is localhost', async () => {
    expect(await refusalOf('http://localhost/', options)).toMatch(/it leads to localhost \((?:127\.0\.0\.1|::1)\)/u);
  });

  test('is asked for once: what was looked at is what is connected to', async () => {
    const served: (string | undefined)[] = [];
    const origin = await serveHttp((request, response) => {
      served.push(request.headers.host);
      response.end('The pier is closed.');
    });
    const { port } = new URL(origin);
    const resolve = answering(['127.0.0.1'], ['10.0.0.1']);
    expect(await textAt(`http://courier.example:${port}/`, { resolve })).toBe('The pier is closed.');
    expect({ served, asked: resolve.asked }).toEqual({ served: [`courier.example:${port}`], asked: 1 });
  });

  test('is looked at again at a redirect to itself', async () => {
    const origin = await serveHttp((_, response) => response.writeHead(302, { location: '/again' }).end());
    const address = `http://courier.example:${new URL(origin).port}/`;
    const refusal = await refusalOf(address, { resolve: answering(['127.0.0.1'], ['10.0.0.1']) });
    expect(refusal).toContain('it leads to courier.example (10.0.0.1)');
  });

  test.each([
    ['ENOTFOUND', 'there is no such host.'],
    ['EAI_AGAIN', 'the name cannot be resolved at the moment.'],
  ])('whose name gives %s is said to be unknown', async (code, reason) => {
    const resolve = () => Promise.reject(Object.assign(new Error('getaddrinfo'), { code }));
    expect(await refusalOf('http://nowhere.example/', { resolve })).toBe(reason);
  });

  test('whose name has no address is refused', async () => {
    const refusal = await refusalOf('http://nowhere.example/', { resolve: answering([]) });
    expect(refusal).toBe('the name nowhere.example has no address.');
  });

  test('whose name is never resolved is given up', async () => {
    const resolve = () => new Promise<never>(() => undefined);
    expect(await refusalOf('http://slow.example/', { resolve, limits: { time: 100 } })).toBe(
      'it took longer than 0.1 seconds.',
    );
  });
});

describe('an address of the web', () => {
  test.each([
    ['ftp://courier.example/', 'only http and https are fetched.'],
    ['file:///etc/passwd', 'only http and https are fetched.'],
    ['data:text/plain,x', 'only http and https are fetched.'],
    ['courier.example', 'that is no address.'],
    ['http://', 'that is no address.'],
    ['http://300.1.1.1/', 'that is no address.'],
    ['https://ada:secret@courier.example/', 'an address with a name or a password in it is not fetched.'],
  ])('%s is not one that is fetched', async (address, reason) => {
    expect(await refusalOf(address)).toBe(reason);
  });
});
