import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Extractor } from '../../../src/ingest/extractor.js';
import { INLINE } from '../../support/inline-extractor.js';
import { type RunningOptions, type RunningService, runService } from '../../support/running-service.js';

const QUESTION =
  '{ articles(first: 2) { nodes { title publisher { name } statements(first: 2) { nodes { speaker { __typename } } } } } }';

const INGEST = `mutation {
  ingestArticle(input: {
    publisher: "The Tidewater Post", publishedAt: "2020-03-22T08:00:00Z", title: "Storm at sea", text: "The sea was rough, the harbour master said."
  }) { userErrors { message } }
}`;

async function serviceWith(
  environment: Readonly<Record<string, string>>,
  options: RunningOptions = {},
): Promise<RunningService> {
  const service = await runService({ ...options, environment });
  onTestFinished(() => service.stop());
  return service;
}

/** Keeps the thread busy, as a store does that has very much to read. */
function block(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

describe('the time of a request', () => {
  test('ends the work for it: nothing more is asked of the store', async () => {
    const sql: string[] = [];
    const observer = (text: string) => {
      sql.push(text);
      if (slow) block(60);
    };
    let slow = false;
    const service = await serviceWith({ ONRECORD_REQUEST_TIMEOUT: '50' }, { observer });
    expect((await service.ask(QUESTION)).errors).toBeUndefined();
    const needed = sql.length;
    sql.length = 0;
    slow = true;
    const answer = await service.ask(QUESTION);
    expect(answer.errors?.[0]).toMatchObject({
      message: 'The request took longer than 0.05 s and was ended; ask for less at once.',
      extensions: { code: 'REQUEST_TIMEOUT' },
    });
    expect(sql.length).toBeLessThan(needed);
    slow = false;
    expect((await service.ask(QUESTION)).errors).toBeUndefined();
  });
});

describe('a service that has more to do than it can', () => {
  test('refuses what comes beyond the requests that it answers at once, and answers how it is', async () => {
    const waiting = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const extractor: Extractor = {
      extract: async (...args) => {
        begun.resolve();
        await waiting.promise;
        return INLINE.extract(...args);
      },
      close: () => INLINE.close(),
    };
    const service = await serviceWith({ ONRECORD_MAX_IN_FLIGHT: '1' }, { extractor });
    const ingest = service.askAs({ name: 'Desk', scopes: ['ingest'] }, INGEST);
    await begun.promise;
    const refused = await fetch(service.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUESTION }),
    });
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await refused.json()).toEqual({
      errors: [
        {
          message: 'The service has more to do than it can; ask again in a second.',
          extensions: { code: 'OVERLOADED' },
        },
      ],
    });
    for (const path of ['/healthz', '/readyz']) expect((await fetch(new URL(path, service.url))).status).toBe(200);
    waiting.resolve();
    expect((await ingest).data.ingestArticle.userErrors).toEqual([]);
    // Its answer may be here before the service has noticed that it is out.
    await vi.waitFor(async () => expect((await service.ask(QUESTION)).status).toBe(200));
  });

  test('refuses while its event loop lags, and answers again when it does not', { timeout: 30_000 }, async () => {
    const service = await serviceWith({ ONRECORD_MAX_LAG: '60' });
    const statuses = async (wanted: number) => {
      let status = 0;
      while (status !== wanted) {
        if (wanted === 503) block(400);
        status = (await service.ask('{ __typename }')).status;
      }
      return status;
    };
    expect(await statuses(503)).toBe(503);
    expect((await fetch(new URL('/healthz', service.url))).status).toBe(200);
    expect(await statuses(200)).toBe(200);
  });
});
