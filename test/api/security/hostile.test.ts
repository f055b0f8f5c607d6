import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningService, runService } from '../../support/running-service.js';

let service: RunningService;

beforeAll(async () => {
  service = await runService({ environment: { NODE_ENV: 'production', ONRECORD_RECEIVE_SECONDS: '1' } });
});

afterAll(() => service.stop());

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

const NODES = (selection: string) => `{ articles(first: 1) { nodes { ${selection} } } }`;

const doubling = (steps: number) =>
  times(steps, (index) => `fragment F${index} on Article { ...F${index + 1} ...F${index + 1} }`);

/** Queries that are small and want very much, each with the code of its refusal. */
const BOMBS: readonly (readonly [name: string, query: string, code: string])[] = [
  ['aliases', `{ ${times(1000, (index) => `a${index}: articles(first: 100) { totalCount }`)} }`, 'TOO_MANY_TOKENS'],
  [
    'aliases, fewer',
    `{ ${times(200, (index) => `a${index}: search(query: "a", first: 100) { totalCount }`)} }`,
    'TOO_MANY_ALIASES',
  ],
  ['one field again and again', NODES(times(4000, () => 'id')), 'TOO_MANY_FIELDS'],
  ['root fields', `{ ${times(100, () => 'articles(first: 1) { totalCount }')} }`, 'TOO_MANY_ROOT_FIELDS'],
  ['directives', NODES(`id ${times(200, () => '@include(if: true)')}`), 'TOO_MANY_DIRECTIVES'],
  ['directives that nobody knows', NODES(`id ${times(1000, (index) => `@no${index}`)}`), 'TOO_MANY_DIRECTIVES'],
  ['depth', `${times(400, () => '{ articles(first: 1)')} { totalCount } ${'}'.repeat(400)}`, 'QUERY_TOO_DEEP'],
  ['depth of inline fragments', NODES(`${'... { '.repeat(500)} id ${'}'.repeat(500)}`), 'none'],
  ['fragments that double', `${NODES('...F0')} ${doubling(60)} fragment F60 on Article { id }`, 'TOO_MANY_FIELDS'],
  [
    'fragments in a circle',
    `${NODES('...A')} fragment A on Article { ...B } fragment B on Article { ...A }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'lists inside lists',
    `{ articles(first: 100) { nodes { statements(first: 100) { nodes { article { statements(first: 100) { nodes { text } } } } } } } }`,
    'QUERY_TOO_COSTLY',
  ],
  ['a list of ids', `{ nodes(ids: [${times(1500, () => '"x"')}]) { id } }`, 'BAD_USER_INPUT'],
  ['brackets', `{ nodes(ids: ${'['.repeat(3000)}`, 'GRAPHQL_PARSE_FAILED'],
  [
    'a number without an end',
    `{ articles(first: ${'9'.repeat(100_000)}) { totalCount } }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['a name without an end', `{ ${'a'.repeat(200_000)} }`, 'GRAPHQL_VALIDATION_FAILED'],
];

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
    if (code !== 'none') expect(text).toContain(`"${code}"`);
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
  test.each([
    ['beyond the limit', JSON.stringify({ query: `{ __typename } #${'x'.repeat(300_000)}` }), 413],
    ['that is no JSON', '{"query":', 400],
    ['of binary', new Uint8Array([0, 159, 146, 150]), 400],
    ['with a prototype in it', '{"query":"{ __typename }","__proto__":{"admin":true}}', 400],
    ['nested without an end', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, 400],
  ])('%s is refused', async (_, body, expected) => {
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
