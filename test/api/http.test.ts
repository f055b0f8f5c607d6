import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningService, runService } from '../support/running-service.js';

const SANDBOX = 'https://studio.apollographql.com';

let service: RunningService;
let origin: string;
beforeAll(async () => {
  service = await runService({ environment: { NODE_ENV: 'development' } });
  origin = new URL(service.url).origin;
});
afterAll(() => service.stop());

describe('the service', () => {
  test('answers by GET as by POST', async () => {
    const url = new URL(service.url);
    url.searchParams.set('query', '{ articles(first: 1) { totalCount } }');
    const response = await fetch(url, { headers: { 'apollo-require-preflight': 'true' } });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ data: { articles: { totalCount: 5 } } });
  });

  test('refuses a GET that a web page could make without asking first', async () => {
    const url = new URL(service.url);
    url.searchParams.set('query', '{ __typename }');
    const response = await fetch(url);
    expect(response.status).toBe(400);
  });

  test('says how it may be asked to whoever wants to know before, be it no web page', async () => {
    const response = await fetch(service.url, { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, POST');
    expect(response.headers.has('access-control-allow-origin')).toBe(false);
  });

  test('takes JSON and nothing else', async () => {
    for (const type of ['text/plain', 'application/graphql', 'application/x-www-form-urlencoded']) {
      const headers = { 'content-type': type, 'apollo-require-preflight': 'true' };
      const response = await fetch(service.url, { method: 'POST', headers, body: '{"query":"{ __typename }"}' });
      expect(response.status).toBe(415);
    }
  });

  test('says that it is alive, and that it is ready', async () => {
    for (const [path, status] of [
      ['healthz', 'alive'],
      ['readyz', 'ready'],
    ]) {
      const response = await fetch(`${origin}/${path}`);
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ status });
    }
  });

  test('says where GraphQL is to whoever asks elsewhere', async () => {
    const response = await fetch(`${origin}/elsewhere`);
    expect(response.status).toBe(404);
    expect(JSON.stringify(await response.json())).toContain('GraphQL is at /graphql');
  });

  test('shows Apollo Sandbox to a browser in development', async () => {
    for (const path of ['/', '/graphql']) {
      const response = await fetch(`${origin}${path}`, { headers: { accept: 'text/html' } });
      expect(response.status).toBe(200);
      expect(await response.text()).toMatch(/sandbox/i);
    }
  });

  test('lets Sandbox and pages of this machine ask in development, and nobody else', async () => {
    const allowed = async (from: string) => {
      const headers = {
        origin: from,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      };
      const response = await fetch(service.url, { method: 'OPTIONS', headers });
      return response.headers.get('access-control-allow-origin');
    };
    expect(await allowed(SANDBOX)).toBe(SANDBOX);
    expect(await allowed('http://localhost:5173')).toBe('http://localhost:5173');
    expect(await allowed('https://elsewhere.example')).toBeNull();
    expect(await allowed('http://localhost.elsewhere.example')).toBeNull();
  });
});

describe('in production', () => {
  let production: RunningService;
  beforeAll(async () => {
    const environment = { NODE_ENV: 'production', ONRECORD_CORS_ORIGINS: 'https://news.example' };
    production = await runService({ environment });
  });
  afterAll(() => production.stop());

  test('the service shows no Sandbox and tells nothing of its schema', async () => {
    const page = await fetch(production.url, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(400);
    const introspection = await production.ask('{ __schema { types { name } } }');
    expect(introspection.errors?.[0]?.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
    const typo = await production.ask('{ article(slug: "x") { titel } }');
    expect(typo.errors?.[0]?.message).not.toContain('title');
  });

  test('only the pages that are configured may ask', async () => {
    const answerTo = async (from: string) => {
      const response = await fetch(production.url, {
        method: 'POST',
        headers: { origin: from, 'content-type': 'application/json' },
        body: '{"query":"{ __typename }"}',
      });
      return response.headers.get('access-control-allow-origin');
    };
    expect(await answerTo('https://news.example')).toBe('https://news.example');
    expect(await answerTo(SANDBOX)).toBeNull();
  });
});

test('every answer carries the id under which its request is logged', async () => {
  const lines: string[] = [];
  const logStream = new Writable({ write: (chunk, _, done) => done(void lines.push(String(chunk))) });
  const logging = await runService({ environment: { LOG_LEVEL: 'info' }, logStream });
  const response = await fetch(logging.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ __typename }"}',
  });
  await response.text();
  await logging.stop();
  const id = response.headers.get('x-request-id');
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(lines.map((line) => JSON.parse(line).reqId)).toContain(id);
});

test('two services in one process answer each for itself', async () => {
  const [full, empty] = await Promise.all([runService(), runService({ records: [] })]);
  const count = async (one: RunningService) =>
    (await one.ask('{ articles(first: 1) { totalCount } }')).data.articles.totalCount;
  expect(await count(full)).toBe(5);
  expect(await count(empty)).toBe(0);
  await full.stop();
  expect(await count(empty)).toBe(0);
  await empty.stop();
});

test('a store that fails is reported to the log and not to the client', async () => {
  const lines: string[] = [];
  const logStream = new Writable({ write: (chunk, _, done) => done(void lines.push(String(chunk))) });
  const failing = await runService({ environment: { LOG_LEVEL: 'error' }, logStream });
  await failing.repository.close();
  const answer = await failing.ask('{ articles(first: 1) { nodes { id } } }');
  expect(answer.errors).toEqual([
    expect.objectContaining({
      message: 'The store cannot answer at the moment.',
      extensions: { code: 'STORE_UNAVAILABLE', requestId: expect.any(String) },
    }),
  ]);
  const ready = await fetch(`${new URL(failing.url).origin}/readyz`);
  expect(ready.status).toBe(503);
  expect(lines.join()).toContain('The store is closed.');
  await failing.stop();
});
