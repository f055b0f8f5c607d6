import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { manyArticles } from '../support/many-articles.js';
import { metricsOf } from '../support/metrics.js';
import { post, type RunningOptions, type RunningService, runService } from '../support/running-service.js';

let service: RunningService | undefined;
afterEach(() => service?.stop());

async function run(options: RunningOptions = {}): Promise<RunningService> {
  service = await runService(options);
  return service;
}

const TITLES = 'query Titles { articles(first: 3) { nodes { title statements(first: 2) { nodes { text } } } } }';

describe('the metrics', () => {
  test('count requests by how they ended, and errors by code', async () => {
    const running = await run();
    await running.ask(TITLES);
    await running.ask(TITLES);
    await running.ask('{ nothing }');
    await post(running.url, '{');
    await post(running.url, '[]');
    const metrics = await metricsOf(running);
    expect(metrics.valuesOf('onrecord_requests_total')).toEqual({
      'outcome="ok"': 2,
      'outcome="client_error"': 3,
      'outcome="server_error"': 0,
      'outcome="refused"': 0,
      'outcome="aborted"': 0,
    });
    expect(metrics.valuesOf('onrecord_errors_total')).toEqual({
      'code="GRAPHQL_VALIDATION_FAILED"': 1,
      'code="BAD_REQUEST"': 2,
    });
  });

  test('tell time, SQL statements and rows by operation', async () => {
    const running = await run({ records: manyArticles(5) });
    await running.ask(TITLES);
    await running.ask(TITLES);
    const metrics = await metricsOf(running);
    expect(metrics.valuesOf('onrecord_request_duration_seconds_count')).toEqual({ 'operation="Titles"': 2 });
    const buckets = metrics.valuesOf('onrecord_request_duration_seconds_bucket');
    expect(buckets['le="+Inf",operation="Titles"']).toBe(2);
    expect(metrics.valuesOf('onrecord_sql_statements_total')).toEqual({ 'operation="Titles"': 4 });
    expect(metrics.valuesOf('onrecord_sql_rows_total')).toEqual({ 'operation="Titles"': 2 * (4 + 3 * 3) });
    expect(metrics.valuesOf('onrecord_loader_batch_size_count')).toEqual({
      'loader="allArticles"': 2,
      'loader="statementsOfArticle"': 2,
    });
    expect(metrics.valuesOf('onrecord_loader_batch_size_sum')).toMatchObject({ 'loader="statementsOfArticle"': 6 });
  });

  test('have buckets that hold what is at most their bound', async () => {
    const running = await run({ records: manyArticles(5) });
    for (const first of [1, 3, 5]) {
      await running.ask(`{ articles(first: ${first}) { nodes { statements(first: 1) { nodes { text } } } } }`);
    }
    const buckets = (await metricsOf(running)).valuesOf('onrecord_loader_batch_size_bucket');
    const upTo = (bound: string) => buckets[`le="${bound}",loader="statementsOfArticle"`];
    expect(['1', '2', '5', '10', '+Inf'].map(upTo)).toEqual([1, 1, 3, 3, 3]);
  });

  test('have no more names of operations than they can bear', async () => {
    const running = await run();
    for (let index = 0; index < 60; index++) await running.ask(`query Named${index} { __typename }`);
    await running.ask('{ __typename }');
    await running.ask(`query ${'N'.repeat(1000)} { __typename }`);
    await running.ask('query Unknown { nothing }');
    const counts = (await metricsOf(running)).valuesOf('onrecord_request_duration_seconds_count');
    expect(Object.keys(counts)).toHaveLength(51);
    expect(counts).toMatchObject({ 'operation="Named0"': 1, 'operation="other"': 13 });
  });

  test('count what was found in caches', async () => {
    const running = await run();
    for (let index = 0; index < 3; index++) await running.ask(TITLES);
    const query = '{ articles(first: 1) { totalCount } }';
    const extensions = { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } };
    await post(running.url, JSON.stringify({ extensions }));
    await post(running.url, JSON.stringify({ query, extensions }));
    await post(running.url, JSON.stringify({ extensions }));
    const metrics = await metricsOf(running);
    expect(metrics.valuesOf('onrecord_cache_hits_total')).toEqual({
      'cache="document"': 3,
      'cache="plan"': 3,
      'cache="persisted_query"': 1,
    });
    expect(metrics.valuesOf('onrecord_cache_misses_total')).toEqual({
      'cache="document"': 2,
      'cache="plan"': 2,
      'cache="persisted_query"': 1,
    });
  });

  test('tell how large the store is, and what the process takes', async () => {
    const metrics = await metricsOf(await run({ records: manyArticles(7) }));
    expect(metrics.valuesOf('onrecord_store_articles')).toEqual({ '': 7 });
    const bytes = metrics.valuesOf('onrecord_store_bytes');
    expect(bytes['file="database"']).toBeGreaterThan(0);
    expect(bytes['file="wal"']).toBeGreaterThan(4096);
    for (const name of ['process_resident_memory_bytes', 'process_cpu_seconds_total', 'process_start_time_seconds']) {
      expect(metrics.valuesOf(name)['']).toBeGreaterThan(0);
    }
    expect(metrics.valuesOf('nodejs_eventloop_lag_p99_seconds')['']).toBeGreaterThanOrEqual(0);
  });

  test('are told without the store where it does not answer', async () => {
    const running = await run();
    await running.repository.close();
    const metrics = await metricsOf(running);
    expect(metrics.valuesOf('onrecord_store_articles')).toEqual({});
    expect(metrics.valuesOf('onrecord_store_bytes')).toEqual({});
    expect(metrics.valuesOf('onrecord_requests_total')).toMatchObject({ 'outcome="ok"': 0 });
  });

  test('count articles that clients send, by what became of them', async () => {
    const running = await run();
    const send = (text: string) => {
      const input = `{ text: "${text}", title: "Harbour", url: "https://herald.example/harbour", publisher: "The Sound Herald", publishedAt: "2020-03-20T10:00:00Z" }`;
      const desk = { name: 'Desk', scopes: ['ingest'] } as const;
      return running.askAs(desk, `mutation Send { ingestArticle(input: ${input}) { outcome } }`);
    };
    await send('The harbour of Inkwell will close on Friday.');
    await send('The harbour of Inkwell will close on Friday.');
    await send('The harbour of Inkwell will close on Monday.');
    await send(' ');
    const metrics = await metricsOf(running);
    expect(metrics.valuesOf('onrecord_ingest_articles_total')).toEqual({
      'outcome="created"': 1,
      'outcome="unchanged"': 1,
      'outcome="revised"': 1,
      'outcome="failed"': 1,
    });
    expect(metrics.valuesOf('onrecord_ingest_duration_seconds_count')).toEqual({ 'step="read"': 3, 'step="store"': 3 });
  });

  test('are each service’s own', async () => {
    const [one, other] = await Promise.all([run(), runService()]);
    await one.ask(TITLES);
    const counts = await Promise.all(
      [one, other].map(async (each) => (await metricsOf(each)).valuesOf('onrecord_requests_total')),
    );
    await other.stop();
    expect(counts.map((count) => count['outcome="ok"'])).toEqual([1, 0]);
  });
});

describe('GET /metrics', () => {
  const get = ({ url }: RunningService, headers: Readonly<Record<string, string>> = {}) =>
    fetch(new URL('/metrics', url), { headers });

  test('answers programs of this machine, in the format of Prometheus', async () => {
    const response = await get(await run());
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test.for(['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])('refuses whom a proxy asks for: %s', async (name) => {
    const response = await get(await run(), { [name]: '203.0.113.7' });
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({
      errors: [{ message: expect.stringContaining('ONRECORD_METRICS=open'), extensions: { code: 'FORBIDDEN' } }],
    });
  });

  test('answers everybody where it is open', async () => {
    const running = await run({ environment: { ONRECORD_METRICS: 'open' } });
    expect((await get(running, { 'x-forwarded-for': '203.0.113.7' })).status).toBe(200);
  });

  test('is not there where it is off', async () => {
    expect((await get(await run({ environment: { ONRECORD_METRICS: 'off' } }))).status).toBe(404);
  });
});
