import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BODIES, BOMBS } from '../../../bench/bombs.js';
import { type RunningService, runService } from '../../support/running-service.js';

let service: RunningService;

beforeAll(async () => {
  service = await runService({ environment: { NODE_ENV: 'production', ONRECORD_RECEIVE_SECONDS: '1' } });
});

afterAll(() => service.stop());

async function raw(body: string | Uint8Array<ArrayBuffer>, headers: Readonly<Record<string, string>>, method = 'POST') {
  const response = await fetch(service.url, { method, headers, body });
  return { status: response.status, text: await response.text() };
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** What no answer may have: a place in the code, or what a store says. */
const REVEALING = /node_modules|\.[jt]s:\d|at [A-Za-z.]+ \(|SQLITE|select |stack/;

describe('a query that is small and wants very much', () => {
  test.each(BOMBS)('is refused: %s', async (_, query, code) => {
    const { status, text } = await raw(JSON.stringify({ query }), JSON_TYPE);
    expect(status).toBeLessThan(500);
    expect(text).not.toMatch(REVEALING);
    expect(text.length).toBeLessThan(300_000);
    if (code !== null) expect(text).toContain(`"${code}"`);
  });
});

describe('in production', () => {
  test.each([
    ['the schema', '{ __schema { types { name } } }'],
    ['a type', '{ __type(name: "Article") { name } }'],
  ])('nobody is told of %s', async (_, query) => {
    const answer = await service.ask(query);
    expect(answer.status).toBe(400);
    expect(answer.data ?? null).toBeNull();
  });

  test('no field, argument or type is suggested', async () => {
    for (const query of [
      '{ artcles(first: 1) { totalCount } }',
      '{ articles(frist: 1) { totalCount } }',
      '{ node(id: "x") { ... on Artcle { id } } }',
    ]) {
      expect(JSON.stringify(await service.ask(query))).not.toMatch(/Did you mean/);
    }
  });
});

describe('a request that a web page could be made to send', () => {
  const query = JSON.stringify({ query: 'mutation { undoChange(input: { id: "x" }) { userErrors { message } } }' });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    '',
  ])('as %s is refused', async (type) => {
    const { status } = await raw(query, type === '' ? {} : { 'content-type': type });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  test('as GET without a header that pages cannot set is refused, and mutations as GET always', async () => {
    const address = (text: string) => `${service.url}?query=${encodeURIComponent(text)}`;
    expect((await fetch(address('{ __typename }'))).status).toBe(400);
    const mutation = await fetch(address('mutation { undoChange(input: { id: "x" }) { userErrors { message } } }'), {
      headers: { 'apollo-require-preflight': 'true' },
    });
    expect(mutation.status).toBe(405);
  });

  test('with several operations at once is refused', async () => {
    const { status, text } = await raw(
      JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]),
      JSON_TYPE,
    );
    expect(status).toBe(400);
    expect(text).not.toContain('"data"');
  });
});

describe('a body', () => {
  test.each(BODIES)('%s is refused', async (_, body, expected) => {
    const { status, text } = await raw(body, JSON_TYPE);
    expect(status).toBe(expected);
    expect(text).not.toMatch(REVEALING);
  });

  test('that comes too slowly is not waited for', { timeout: 20_000 }, async () => {
    const { hostname, port } = new URL(service.url);
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"q`,
    );
    const drip = setInterval(() => socket.write('x'), 300);
    const closed = await new Promise<string>((resolve) => {
      let received = '';
      socket.on('data', (chunk) => {
        received += chunk.toString();
      });
      socket.on('error', () => resolve(received));
      socket.on('close', () => resolve(received));
    });
    clearInterval(drip);
    expect(closed).toMatch(/^(HTTP\/1\.1 408|$)/);
    expect((await service.ask('{ __typename }')).status).toBe(200);
  });
});
