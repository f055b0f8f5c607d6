import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { issueKey } from '../../src/domain/api-key.js';
import type { Extractor } from '../../src/ingest/extractor.js';
import { INLINE } from '../support/inline-extractor.js';
import { Log } from '../support/log.js';
import { manyArticles } from '../support/many-articles.js';
import { post, type RunningOptions, type RunningService, runService } from '../support/running-service.js';

let service: RunningService | undefined;
afterEach(() => service?.stop());

async function runLogging(options: RunningOptions = {}) {
  const log = new Log();
  const environment = { LOG_LEVEL: 'info', ...options.environment };
  service = await runService({ ...options, environment, logStream: log.stream });
  return { log, service };
}

/** What a request line says once the service, told to end, has written it. */
async function lineOf(log: Log, running: RunningService) {
  await running.stop();
  service = undefined;
  return log.requests[0];
}

describe('the log', () => {
  test('has one line for a request: what it asked, what that cost, and how it ended', async () => {
    const { log, service } = await runLogging({ records: manyArticles(5) });
    const query = 'query Titles { articles(first: 3) { nodes { title statements(first: 2) { nodes { text } } } } }';
    const response = await fetch(service.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    await response.text();
    const line = await lineOf(log, service);
    expect(log.requests).toHaveLength(1);
    expect(line).toEqual({
      level: 30,
      time: expect.any(Number),
      pid: process.pid,
      hostname: expect.any(String),
      reqId: response.headers.get('x-request-id'),
      msg: 'request',
      method: 'POST',
      path: '/graphql',
      operation: 'Titles',
      hash: createHash('sha256').update(query).digest('hex'),
      duration: expect.any(Number),
      // Four articles, to see whether there are more, and three statements of each of the three.
      ...{ sql: 2, rows: 4 + 3 * 3 },
      cost: 1 + 3 * (1 + 1 + 2),
      outcome: 'ok',
      status: 200,
      address: '127.0.0.1',
    });
  });

  test('counts each SQL statement for one request that it is run for, however many are answered at once', async () => {
    const sql: string[] = [];
    const { log, service } = await runLogging({ records: manyArticles(20), observer: (one) => sql.push(one) });
    const deep = `query Deep { articles(first: 10) { nodes { statements(first: 3) { nodes {
      chain { text } speaker { __typename ... on Person { articles(first: 2) { nodes { title } } } } } } } } }`;
    const flat = 'query Flat { articles(first: 1) { nodes { title } } }';
    await service.ask(deep);
    const deepAlone = sql.length;
    await service.ask(flat);
    expect([deepAlone, sql.length - deepAlone]).toEqual([7, 1]);
    await Promise.all(Array.from({ length: 20 }, (_, index) => service.ask(index % 2 === 0 ? deep : flat)));
    await lineOf(log, service);
    const counted = (operation: string) =>
      log.requests.filter((line) => line['operation'] === operation).map((line) => Number(line['sql']));
    const [deepOnes, flatOnes] = [counted('Deep'), counted('Flat')];
    expect([deepOnes.length, flatOnes.length]).toEqual([11, 11]);
    // What several look up at once is one statement, of one of them.
    expect(Math.max(...deepOnes)).toBe(7);
    expect(Math.max(...flatOnes)).toBe(1);
    expect([...deepOnes, ...flatOnes].reduce((sum, count) => sum + count)).toBe(sql.length);
  });

  test('counts what a mutation reads and writes', async () => {
    const { log, service } = await runLogging();
    const article =
      'input: { text: "The harbour of Inkwell will close on Friday.", title: "Harbour", publisher: "The Sound Herald", publishedAt: "2020-03-20T10:00:00Z" }';
    const key = { name: 'Desk', scopes: ['ingest'] } as const;
    const answer = await service.askAs(
      key,
      `mutation Send { ingestArticle(${article}) { outcome userErrors { message } } }`,
    );
    expect(answer.data).toEqual({ ingestArticle: { outcome: 'CREATED', userErrors: [] } });
    const line = await lineOf(log, service);
    expect(line?.['sql']).toBeGreaterThan(10);
  });

  test('names the key that came with a request, and never its secret', async () => {
    const { log, service } = await runLogging();
    const { key, secret } = issueKey('Desk', ['read']);
    const { id } = await service.repository.keys.create(key);
    await post(service.url, '{"query":"{ __typename }"}', { authorization: `Bearer ${secret}` });
    const line = await lineOf(log, service);
    expect(line).toMatchObject({ client: id, sql: 1, outcome: 'ok' });
    expect(JSON.stringify(log.lines)).not.toContain(secret);
  });

  test.for([
    ['a query that is none', '{"query":"{ articles("}', {}, 'GRAPHQL_PARSE_FAILED', 400],
    ['a field that is not there', '{"query":"{ nothing }"}', {}, 'GRAPHQL_VALIDATION_FAILED', 400],
    ['an argument’s fault', '{"query":"{ articles(first: 0) { totalCount } }"}', {}, 'BAD_USER_INPUT', 200],
    ['a body that is no JSON', '{', {}, 'BAD_REQUEST', 400],
    ['a body that has no query', '{}', {}, 'BAD_REQUEST', 400],
    ['a list of queries', '[{"query":"{ __typename }"}]', {}, 'BAD_REQUEST', 400],
    ['what is not JSON', '{"query":"{ __typename }"}', { 'content-type': 'text/plain' }, 'BAD_REQUEST', 415],
    ['a body that is too large', ' '.repeat(300_000), {}, 'PAYLOAD_TOO_LARGE', 413],
    ['a key that is none', '{"query":"{ __typename }"}', { authorization: 'Basic x' }, 'UNAUTHENTICATED', 401],
  ] as const)('tells the code of %s', async ([, body, headers, code, status]) => {
    const { log, service } = await runLogging();
    const answer = await post(service.url, body, headers);
    expect(answer.status).toBe(status);
    expect(await lineOf(log, service)).toMatchObject({ outcome: 'client_error', errors: [code], status });
  });

  test('tells of a failure of the service’s own', async () => {
    const { log, service } = await runLogging();
    await service.repository.close();
    await service.ask('query Titles { articles(first: 1) { nodes { id } } }');
    const line = await lineOf(log, service);
    expect(line).toMatchObject({ operation: 'Titles', outcome: 'server_error', errors: ['STORE_UNAVAILABLE'] });
  });

  test('tells of a client that went away before it had its answer', async () => {
    const { log, service } = await runLogging();
    const { port } = new URL(service.url);
    const socket = connect(Number(port), '127.0.0.1');
    await once(socket, 'connect');
    const head =
      'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"que';
    await new Promise((resolve) => socket.write(head, resolve));
    await service.ask('{ __typename }');
    socket.destroy();
    expect(await log.ended('aborted')).toMatchObject({ path: '/graphql', address: '127.0.0.1' });
  });

  test('names what a client asked that went away before it had its answer', async () => {
    const { promise: reading, resolve: read } = Promise.withResolvers<void>();
    const extractor: Extractor = {
      extract: async (_text, _published, signal) => {
        read();
        return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
      },
      close: () => INLINE.close(),
    };
    const { log, service } = await runLogging({ extractor });
    const { key, secret } = issueKey('Desk', ['ingest']);
    await service.repository.keys.create(key);
    const query =
      'mutation Send { ingestArticle(input: { text: "The pier is closed.", title: "Pier", publisher: "P", publishedAt: "2020-03-20T10:00:00Z" }) { outcome } }';
    const leaving = new AbortController();
    const asked = fetch(service.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
      body: JSON.stringify({ query }),
      signal: leaving.signal,
    });
    await reading;
    leaving.abort();
    await expect(asked).rejects.toThrow();
    const hash = createHash('sha256').update(query).digest('hex');
    expect(await log.ended('aborted')).toMatchObject({ operation: 'Send', hash, cost: 500 });
  });

  test('has a line for an address that is none, with the id of its answer', async () => {
    const { log, service } = await runLogging();
    const response = await fetch(new URL('/%zz', service.url));
    expect(response.status).toBe(400);
    expect(await lineOf(log, service)).toMatchObject({
      ...{ reqId: response.headers.get('x-request-id'), path: '/%zz' },
      ...{ outcome: 'client_error', errors: ['BAD_REQUEST'], status: 400 },
    });
  });

  test('has a line for what is not HTTP', async () => {
    const { log, service } = await runLogging();
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
    socket.end('What is new?\r\n\r\n');
    socket.resume();
    await once(socket, 'close');
    expect(await lineOf(log, service)).toMatchObject({
      ...{ msg: 'request', outcome: 'client_error', errors: ['BAD_REQUEST'], status: 400, address: '127.0.0.1' },
    });
  });

  test('has no line for a connection on which nothing came', async () => {
    const { log, service } = await runLogging({ environment: { ONRECORD_RECEIVE_SECONDS: '1' } });
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
    const [answer]: Buffer[] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1\.1 408 /);
    await lineOf(log, service);
    expect(log.requests).toEqual([]);
  });

  test('has no password of an address', async () => {
    const { log, service } = await runLogging();
    const { hostname, port } = new URL(service.url);
    const asked = request({ hostname, port, path: 'http://ada:secret@news.example/nowhere?query=secret' });
    asked.end();
    const [response]: IncomingMessage[] = await once(asked, 'response');
    response?.resume();
    expect(await lineOf(log, service)).toMatchObject({ path: '/nowhere', status: 404 });
  });

  test('has no line for whoever only asks about the service', async () => {
    const { log, service } = await runLogging();
    const { origin } = new URL(service.url);
    for (const path of ['/healthz', '/readyz', '/metrics']) expect((await fetch(origin + path)).status).toBe(200);
    await lineOf(log, service);
    expect(log.requests).toEqual([]);
  });
});
