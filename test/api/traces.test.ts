import { afterEach, describe, expect, test } from 'vitest';
import { type Collector, type OtlpSpan, runCollector as startCollector } from '../support/collector.js';
import { Log } from '../support/log.js';
import { manyArticles } from '../support/many-articles.js';
import { post, type RunningService, runService } from '../support/running-service.js';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

async function runCollector(status?: number): Promise<Collector> {
  const collector = await startCollector(status);
  ends.push(collector.close);
  return collector;
}

/** The spans of a service that was asked and has ended: what it has not sent before it sends then. */
async function spansOf(
  collector: Collector,
  ask: (service: RunningService) => Promise<unknown>,
  environment: Readonly<Record<string, string>> = {},
) {
  const settings = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint, ...environment };
  const service = await runService({ environment: settings, records: manyArticles(5) });
  await ask(service);
  await service.stop();
  return collector.spans();
}

function attributesOf({ attributes }: Pick<OtlpSpan, 'attributes'>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}

/** The names of the spans, each below its parent. */
function treeOf(spans: readonly OtlpSpan[], parent?: string): object {
  const below = spans.filter(({ parentSpanId }) => (parentSpanId || undefined) === parent);
  return Object.fromEntries(below.map(({ name, spanId }) => [name, treeOf(spans, spanId)]));
}

const TITLES =
  'query Titles($first: Int) { articles(first: $first) { nodes { statements(first: 2) { nodes { text } } } } }';

describe('a request that is traced', () => {
  test('is a trace of what GraphQL, the loaders and the store do for it', async () => {
    const collector = await runCollector();
    const spans = await spansOf(collector, (service) => service.ask(TITLES, { first: 3 }));
    expect([...collector.paths]).toEqual(['/v1/traces']);
    expect(treeOf(spans)).toEqual({
      'query Titles': {
        parse: {},
        validate: {},
        execute: { 'load allArticles': { sql: {} }, 'load statementsOfArticle': { sql: {} } },
      },
    });
    const [request] = spans.filter(({ name }) => name === 'query Titles').map(attributesOf);
    expect(request).toMatchObject({ 'http.request.method': 'POST', 'url.path': '/graphql', 'onrecord.outcome': 'ok' });
    const [batch] = spans.filter(({ name }) => name === 'load statementsOfArticle').map(attributesOf);
    expect(Number(batch?.['onrecord.loader.keys'])).toBe(3);
    const [resource] = collector.exports.flatMap(({ resourceSpans }) => resourceSpans.map(({ resource }) => resource));
    expect(resource && attributesOf(resource)).toMatchObject({ 'service.name': 'onrecord' });
  });

  test('shows the text of SQL statements, and no value in them', async () => {
    const collector = await runCollector();
    const spans = await spansOf(collector, (service) =>
      service.ask('query Secret { article(slug: "what-nobody-knows") { title } }'),
    );
    const statements = spans.filter(({ name }) => name === 'sql').map(attributesOf);
    expect(statements).toHaveLength(1);
    expect(statements[0]).toMatchObject({
      'db.system.name': 'sqlite',
      'db.query.text': expect.stringContaining('select'),
    });
    expect(JSON.stringify(collector.exports)).not.toContain('what-nobody-knows');
  });

  test('goes on with the trace of whoever asks', async () => {
    const collector = await runCollector();
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    const parent = 'b7ad6b7169203331';
    const spans = await spansOf(collector, ({ url }) =>
      post(url, '{"query":"{ __typename }"}', { traceparent: `00-${traceId}-${parent}-01` }),
    );
    expect(new Set(spans.map((span) => span.traceId))).toEqual(new Set([traceId]));
    expect(Object.keys(treeOf(spans, parent))).toEqual(['query']);
  });

  test('keeps each SQL statement below a request that it is run for, however many are answered at once', async () => {
    const collector = await runCollector();
    const count = 10;
    const spans = await spansOf(collector, (service) =>
      Promise.all(Array.from({ length: count }, () => service.ask(TITLES, { first: 3 }))),
    );
    const statements = spans.filter(({ name }) => name === 'sql');
    const traces = [...Map.groupBy(statements, ({ traceId }) => traceId).values()];
    // What several look up at once is one statement, of one of them.
    expect(Math.max(...traces.map(({ length }) => length))).toBe(2);
    expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(count);
  });

  test('shows how an article that is sent is read and stored', async () => {
    const collector = await runCollector();
    const article =
      '{ text: "The harbour will close.", title: "Harbour", publisher: "The Sound Herald", publishedAt: "2020-03-20T10:00:00Z" }';
    const spans = await spansOf(collector, (service) =>
      service.askAs(
        { name: 'Desk', scopes: ['ingest'] },
        `mutation Send { ingestArticle(input: ${article}) { outcome } }`,
      ),
    );
    expect(treeOf(spans)).toMatchObject({
      'mutation Send': { execute: { 'ingest article': { 'read article': { sql: {} }, 'store article': { sql: {} } } } },
    });
  });

  test('says what failed', async () => {
    const collector = await runCollector();
    const spans = await spansOf(collector, async (service) => {
      await service.repository.close();
      await service.ask('query Titles { articles(first: 1) { nodes { id } } }');
    });
    const failed = spans.filter(({ status }) => status.code === 2).map(({ name }) => name);
    expect(failed.toSorted()).toEqual(['load allArticles', 'query Titles']);
  });
});

describe('nothing is traced', () => {
  test.for([
    ['of whoever asks about the service itself', {}, '/healthz'],
    ['where the exporter is “none”', { OTEL_TRACES_EXPORTER: 'none' }, '/graphql?query={__typename}'],
    ['where the sampler says so', { OTEL_TRACES_SAMPLER: 'always_off' }, '/graphql?query={__typename}'],
  ] as const)('%s', async ([, environment, path]) => {
    const collector = await runCollector();
    const headers = { 'apollo-require-preflight': 'true' };
    const statuses: number[] = [];
    const ask = async ({ url }: RunningService) =>
      void statuses.push((await fetch(new URL(path, url), { headers })).status);
    expect(await spansOf(collector, ask, environment)).toEqual([]);
    expect(statuses).toEqual([200]);
  });
});

test('a collector that takes no traces is told of in the log once, and requests are answered', async () => {
  const { endpoint } = await runCollector(400);
  const log = new Log();
  const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, LOG_LEVEL: 'warn' };
  const service = await runService({ environment, logStream: log.stream });
  // More than fit into one of the exporter’s batches.
  for (let index = 0; index < 300; index++) expect((await service.ask('{ __typename }')).status).toBe(200);
  await service.stop();
  expect(log.lines.map(({ msg }) => msg)).toEqual(['traces cannot be sent']);
});
