import { describe, expect, onTestFinished, test } from 'vitest';
import {
  post,
  QUERIES,
  type RunningOptions,
  type RunningService,
  readOperation,
  runService,
} from '../../support/running-service.js';

async function serviceWith(
  environment: Readonly<Record<string, string>>,
  options: RunningOptions = {},
): Promise<RunningService> {
  const service = await runService({ ...options, environment });
  onTestFinished(() => service.stop());
  return service;
}

/** Costs 1 for the list and 1 for each of its rows. */
const LIST = 'query List($first: Int!) { articles(first: $first) { nodes { title } } }';

const askCost = async (service: RunningService, query: string, variables: object = {}) => {
  const answer = await post(service.url, JSON.stringify({ query, variables, extensions: { cost: true } }));
  return (answer as unknown as { extensions?: { cost?: { requested: number; limit: number } } }).extensions?.cost;
};

describe('the cost of an operation', () => {
  test('is told to whoever asks for it, and to nobody else', async () => {
    const service = await serviceWith({});
    expect(await askCost(service, LIST, { first: 7 })).toEqual({ requested: 8, limit: 25_000 });
    expect(await service.ask(LIST, { first: 7 })).not.toHaveProperty('extensions');
  });

  test.each([
    ['nothing for what comes with its record', '{ __typename }', 0],
    ['one for what has an id', '{ article(slug: "x") { title bylines retraction { reason } } }', 1],
    [
      'each row of a page and what is read for it',
      '{ articles(first: 3) { nodes { publisher { name } } } }',
      1 + 3 * 2,
    ],
    [
      'rows of pages inside pages',
      '{ articles(first: 3) { nodes { statements(first: 4) { nodes { text } } } } }',
      1 + 3 * (1 + 1 + 4),
    ],
    ['edges as well as nodes', '{ articles(first: 3) { nodes { id } edges { cursor } } }', 1 + 3 + 3],
    ['a page from its end', '{ articles(last: 5) { nodes { id } } }', 1 + 5],
    ['a list by its default size', '{ article(slug: "x") { topics { name } } }', 1 + 1 + 20],
    ['as many nodes as ids are given', '{ nodes(ids: ["a", "b", "c"]) { id } }', 1 + 3],
    [
      'as many nodes as are given in a variable’s default',
      'query ($ids: [ID!]! = ["a", "b", "c"]) { nodes(ids: $ids) { id } }',
      1 + 3,
    ],
    ['more for what is counted', '{ articles(first: 2) { totalCount } }', 1 + 5],
    ['more for a search', '{ search(query: "x", first: 2) { edges { cursor } } }', 20 + 2],
    [
      'more for what is highlighted',
      '{ search(query: "x", first: 2) { edges { highlights { text } } } }',
      20 + 2 * (1 + 30 + 5),
    ],
    [
      'the most expensive of the types that a place can have',
      '{ node(id: "x") { ... on Article { publisher { name } } ... on Person { statements(first: 9) { nodes { id } } } } }',
      1 + 1 + 9,
    ],
    [
      'what is in fragments, each time',
      '{ a: article(slug: "x") { ...F } b: article(slug: "y") { ...F } } fragment F on Article { publisher { name } }',
      4,
    ],
  ])('counts %s', async (_, query, cost) => {
    const service = await serviceWith({});
    expect((await askCost(service, query))?.requested).toBe(cost);
  });

  test('has a limit, known before anything is executed', async () => {
    const sql: string[] = [];
    const service = await serviceWith({ ONRECORD_MAX_COST: '10' }, { observer: (text) => sql.push(text) });
    expect((await service.ask(LIST, { first: 9 })).errors).toBeUndefined();
    sql.length = 0;
    const answer = await service.ask(LIST, { first: 10 });
    expect(answer.status).toBe(400);
    expect(answer.errors?.[0]).toMatchObject({
      message:
        'An operation may cost at most 10 units, and this one costs 11: ask for shorter lists, or for fewer inside one another.',
      extensions: { code: 'QUERY_TOO_COSTLY', cost: 11, limit: 10 },
    });
    expect(sql).toEqual([]);
  });

  test('of every operation in schema/operations is within the limit', async () => {
    const service = await serviceWith({});
    for (const name of QUERIES) {
      const cost = await askCost(service, readOperation(name), {
        slug: 'x',
        id: 'x',
        query: 'x',
        metric: 'x',
        first: 20,
        updatedAfter: '2020-01-01T00:00:00Z',
      });
      expect(cost?.requested, name).toBeLessThan(15_000);
    }
  });
});

describe('the rate of a client', () => {
  test('is counted in cost, told in header fields, and refused beyond the limit', async () => {
    const service = await serviceWith({ ONRECORD_RATE_LIMIT: '100' });
    const asked = async (first: number, headers: Readonly<Record<string, string>> = {}) => {
      const body = JSON.stringify({ query: LIST, variables: { first } });
      const response = await fetch(service.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      });
      return { response, answer: await response.json() };
    };
    const first = await asked(89);
    expect(first.response.status).toBe(200);
    expect(first.response.headers.get('ratelimit-policy')).toBe('"cost";q=100;w=60');
    expect(first.response.headers.get('ratelimit')).toMatch(/^"cost";r=1\d;t=5\d$/);
    const refused = await asked(89);
    expect(refused.response.status).toBe(429);
    expect(Number(refused.response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.answer).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    // What is refused costs nothing, and what fits is answered.
    expect((await asked(4)).response.status).toBe(200);
  });

  test('belongs to a key where one comes, whatever address it comes from', async () => {
    const service = await serviceWith({ ONRECORD_RATE_LIMIT: '100' });
    expect((await service.ask(LIST, { first: 90 })).status).toBe(200);
    expect((await service.ask(LIST, { first: 90 })).status).toBe(429);
    expect((await service.askAs({ name: 'Desk', scopes: ['read'] }, LIST, { first: 90 })).status).toBe(200);
    expect((await service.askAs({ name: 'Archive', scopes: ['read'] }, LIST, { first: 90 })).status).toBe(200);
    expect((await service.askAs({ name: 'Desk', scopes: ['read'] }, LIST, { first: 90 })).status).toBe(429);
  });

  test('of addresses behind a proxy is told apart only where the proxy is trusted', async () => {
    const ask = (service: RunningService, address: string) =>
      post(service.url, JSON.stringify({ query: LIST, variables: { first: 90 } }), { 'x-forwarded-for': address });
    const trusting = await serviceWith({ ONRECORD_RATE_LIMIT: '100', ONRECORD_TRUST_PROXY: 'on' });
    expect((await ask(trusting, '192.0.2.1')).status).toBe(200);
    expect((await ask(trusting, '192.0.2.2')).status).toBe(200);
    expect((await ask(trusting, '192.0.2.1')).status).toBe(429);
    // One customer has a whole network of IPv6 addresses.
    expect((await ask(trusting, '2001:db8:1:2::1')).status).toBe(200);
    expect((await ask(trusting, '2001:db8:1:2:3:4:5:6')).status).toBe(429);
    expect((await ask(trusting, '2001:db8:1:3::1')).status).toBe(200);
    const plain = await serviceWith({ ONRECORD_RATE_LIMIT: '100' });
    expect((await ask(plain, '192.0.2.1')).status).toBe(200);
    expect((await ask(plain, '192.0.2.2')).status).toBe(429);
  });

  test('can be without a limit', async () => {
    const service = await serviceWith({ ONRECORD_RATE_LIMIT: 'off' });
    for (let count = 0; count < 5; count++) expect((await service.ask(LIST, { first: 100 })).status).toBe(200);
  });
});
