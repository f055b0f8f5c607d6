import { describe, expect } from 'vitest';
import { runCollector } from '../support/collector.js';
import { test } from '../support/command.js';
import { metricsOf } from '../support/metrics.js';
import { post } from '../support/running-service.js';

const TITLES = JSON.stringify({ query: 'query Titles { articles(first: 2) { nodes { title } } }' });

describe.concurrent('onrecord serve', () => {
  test('tells its metrics', async ({ onrecord }) => {
    const server = await onrecord.serve();
    await post(server.url, TITLES);
    const metrics = await metricsOf(server);
    expect(metrics.valuesOf('onrecord_request_duration_seconds_count')).toEqual({ 'operation="Titles"': 1 });
    expect(metrics.valuesOf('process_resident_memory_bytes')['']).toBeGreaterThan(0);
  });

  test('sends traces to the collector that its environment names, the last ones when it ends', async ({
    onrecord,
    onTestFinished,
  }) => {
    const collector = await runCollector();
    onTestFinished(collector.close);
    const server = await onrecord.serve({
      OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.endpoint}/`,
      OTEL_SERVICE_NAME: 'desk',
    });
    await post(server.url, TITLES);
    expect(await server.process.stop('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
    expect([...collector.paths]).toEqual(['/v1/traces']);
    expect(collector.spans().map(({ name }) => name)).toContain('query Titles');
    expect(JSON.stringify(collector.exports)).toContain('{"key":"service.name","value":{"stringValue":"desk"}}');
  });
});
