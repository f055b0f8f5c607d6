import { once } from 'node:events';
import { connect } from 'node:net';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type RunningService, runService } from '../../support/running-service.js';

const STRICT = {
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};
const TRANSPORT = 'strict-transport-security';
const JSON_BODY = { 'content-type': 'application/json' };

/** Requests that each meet another part of the service, and the status of the answer. */
const REQUESTS: readonly (readonly [name: string, path: string, init: RequestInit, status: number])[] = [
  ['an answer', '/graphql', { method: 'POST', headers: JSON_BODY, body: '{"query":"{ __typename }"}' }, 200],
  ['a query that is wrong', '/graphql', { method: 'POST', headers: JSON_BODY, body: '{"query":"{ nothing }"}' }, 400],
  ['a body that is no JSON', '/graphql', { method: 'POST', headers: JSON_BODY, body: '{' }, 400],
  ['a key that is refused', '/graphql', { method: 'POST', headers: { authorization: 'Bearer x' } }, 401],
  ['a method that is not there', '/graphql', { method: 'DELETE' }, 405],
  ['a path that is not there', '/elsewhere', {}, 404],
  ['health', '/healthz', {}, 200],
  ['readiness', '/readyz', {}, 200],
  ['the way to GraphQL', '/', { redirect: 'manual' }, 302],
  ['an address that is broken', '/%E0%A4%A', {}, 400],
  ['a body that is too long', '/graphql', { method: 'POST', headers: JSON_BODY, body: 'x'.repeat(300_000) }, 413],
];

function headersOf({ headers }: Response): Record<string, string> {
  return Object.fromEntries(headers);
}

describe('in production', () => {
  let service: RunningService;
  let origin: string;
  beforeAll(async () => {
    service = await runService({ environment: { NODE_ENV: 'production' } });
    origin = new URL(service.url).origin;
  });
  afterAll(() => service.stop());

  test.each(REQUESTS)('nothing may be made of %s', async (_name, path, init, status) => {
    const response = await fetch(`${origin}${path}`, init);
    await response.text();
    expect(response.status).toBe(status);
    expect(headersOf(response)).toMatchObject({ ...STRICT, [TRANSPORT]: 'max-age=31536000; includeSubDomains' });
    expect(response.headers.get('x-powered-by')).toBeNull();
    expect(response.headers.get('server')).toBeNull();
  });

  test('there is no page, whatever a browser asks for', async () => {
    for (const path of ['/graphql', '/graphql?query=%7B__typename%7D', '/elsewhere', '/healthz']) {
      const response = await fetch(`${origin}${path}`, { headers: { accept: 'text/html' } });
      expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    }
  });

  test.each([
    'https://news.example',
    'https://studio.apollographql.com',
    'http://localhost:5173',
    'null',
    // What is stripped, folded or cut off somewhere must not become something that is allowed.
    'https://news.example.elsewhere.example',
  ])('no page of another origin may ask where none is configured: %s', async (from) => {
    const preflight = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' };
    for (const init of [
      { method: 'OPTIONS', headers: { origin: from, ...preflight } },
      { method: 'POST', headers: { origin: from, ...JSON_BODY }, body: '{"query":"{ __typename }"}' },
    ]) {
      const response = await fetch(service.url, init);
      await response.text();
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
      expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    }
  });
});

test('pages that are configured may ask by their very origin, and caches are told that answers differ', async () => {
  const environment = { NODE_ENV: 'production', ONRECORD_CORS_ORIGINS: 'https://news.example' };
  const service = await runService({ environment });
  const allowed = async (from: string) => {
    const init = { method: 'POST', headers: { origin: from, ...JSON_BODY }, body: '{"query":"{ __typename }"}' };
    const response = await fetch(service.url, init);
    await response.text();
    expect(response.headers.get('vary')).toMatch(/origin/i);
    return response.headers.get('access-control-allow-origin');
  };
  expect(await allowed('https://news.example')).toBe('https://news.example');
  for (const other of [
    'http://news.example',
    'https://news.example:8443',
    'https://a.news.example',
    'https://news.example.elsewhere.example',
  ]) {
    expect(await allowed(other), other).toBeNull();
  }
  await service.stop();
});

describe('in development', () => {
  let service: RunningService;
  let origin: string;
  beforeAll(async () => {
    service = await runService({ environment: { NODE_ENV: 'development' } });
    origin = new URL(service.url).origin;
  });
  afterAll(() => service.stop());

  test.each(REQUESTS)('nothing may be made of %s either, and no name is bound to HTTPS', async (_name, path, init) => {
    const response = await fetch(`${origin}${path}`, init);
    await response.text();
    expect(headersOf(response)).toMatchObject(STRICT);
    expect(response.headers.get(TRANSPORT)).toBeNull();
  });

  test('the page of Apollo Sandbox may load what its own policy names, and be framed by nobody', async () => {
    const response = await fetch(service.url, { headers: { accept: 'text/html' } });
    const [, own = ''] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(await response.text()) ?? [];
    expect(own).toContain("script-src 'self' 'nonce-");
    const { 'content-security-policy': policy = '', ...headers } = headersOf(response);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
    expect(policy.split(';').toSorted()).toEqual(
      ["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "object-src 'none'"].toSorted(),
    );
  });
});

describe('an error that clients are not told', () => {
  const lines: { reqId?: string; err?: { message: string } }[] = [];
  const logStream = new Writable({ write: (chunk, _, done) => done(void lines.push(JSON.parse(String(chunk)))) });
  let service: RunningService;
  beforeAll(async () => {
    service = await runService({ environment: { LOG_LEVEL: 'error' }, logStream });
    await service.repository.close();
  });
  afterAll(() => service.stop());

  // The first is executed by its plan, the second by graphql-js, the third fails before GraphQL comes to it.
  test.each([
    ['a query', '{ articles(first: 1) { nodes { id } } }', {}],
    ['another query', '{ articles(first: 1) { nodes { id } } __schema { queryType { name } } }', {}],
    ['a key', '{ __typename }', { authorization: `Bearer onr_${'x'.repeat(43)}` }],
  ])('is masked under the id that the log has: %s', async (_name, query, headers) => {
    const response = await fetch(service.url, {
      method: 'POST',
      headers: { ...JSON_BODY, ...headers },
      body: JSON.stringify({ query }),
    });
    const { errors }: Answer = JSON.parse(await response.text());
    const requestId = response.headers.get('x-request-id');
    expect(errors?.[0]).toMatchObject({
      message: 'The store cannot answer at the moment.',
      extensions: { code: 'STORE_UNAVAILABLE', requestId },
    });
    const logged = lines.filter(({ reqId }) => reqId === requestId);
    expect(logged.map(({ err }) => err?.message)).toEqual(['The store is closed.']);
  });

  test('is the only one that has an id: what is the request’s own fault needs none', async () => {
    const { errors } = await service.ask('{ nothing }');
    expect(errors?.[0]?.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
  });
});

test('what is not HTTP at all is refused without a word on what is inside', async () => {
  const service = await runService({ environment: { NODE_ENV: 'production' }, records: [] });
  const { hostname, port } = new URL(service.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write('NONSENSE\r\n\r\n');
  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).not.toMatch(/fastify|node|apollo|\.js/i);
  await service.stop();
});
