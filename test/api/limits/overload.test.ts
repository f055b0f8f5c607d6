import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { issueKey } from '../../../src/domain/api-key.js';
import type { Extractor } from '../../../src/ingest/extractor.js';
import { INLINE } from '../../support/inline-extractor.js';
import { type RunningOptions, type RunningService, runService } from '../../support/running-service.js';

const QUESTION =
  '{ articles(first: 2) { nodes { title publisher { name } statements(first: 2) { nodes { speaker { __typename } } } } } }';

const INGEST_FIELD = `ingestArticle(input: {
  publisher: "The Tidewater Post", publishedAt: "2020-03-22T08:00:00Z", title: "Storm at sea", text: "The sea was rough, the harbour master said."
}) { userErrors { message } }`;
const INGEST = `mutation { ${INGEST_FIELD} }`;

const RETRACT_FIELD = 'retractArticle(input: { id: $id, reason: "Wrong" }) { userErrors { message } }';
const RETRACT = `mutation ($id: ID!) { ${RETRACT_FIELD} }`;

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
      if (slow) block(300);
    };
    let slow = false;
    const service = await serviceWith({ ONRECORD_REQUEST_TIMEOUT: '250' }, { observer });
    expect((await service.ask(QUESTION)).errors).toBeUndefined();
    const needed = sql.length;
    sql.length = 0;
    slow = true;
    const answer = await service.ask(QUESTION);
    expect(answer.errors?.[0]).toMatchObject({
      message: 'The request took longer than 0.25 s and was ended; ask for less at once.',
      extensions: { code: 'REQUEST_TIMEOUT' },
    });
    expect(sql.length).toBeLessThan(needed);
    slow = false;
    expect((await service.ask(QUESTION)).errors).toBeUndefined();
  });

  test.each([
    ['an article', 'ingest', INGEST],
    ['an edit', 'edit', RETRACT],
  ] as const)('ends no more than the request where %s is stored too late', async (_, scope, mutation) => {
    const failures: unknown[] = [];
    const note = (reason: unknown) => failures.push(reason);
    process.on('unhandledRejection', note);
    onTestFinished(() => void process.off('unhandledRejection', note));
    const service = await serviceWith({ ONRECORD_REQUEST_TIMEOUT: '500' });
    const key = { name: 'Desk', scopes: [scope] };
    const { data } = await service.askAs(key, '{ articles(first: 1) { nodes { id } } }');
    const other = new DatabaseSync(service.store);
    other.exec('begin immediate');
    const asked = service.askAs(key, mutation, data.articles.nodes[0]);
    await sleep(1000);
    other.close();
    expect((await asked).errors).toBeUndefined();
    expect((await service.ask(QUESTION)).errors).toBeUndefined();
    expect(failures).toEqual([]);
  });

  test('ends the reading of an article, and nothing of it is stored', async () => {
    const { promise: seen, resolve: see } = Promise.withResolvers<AbortSignal | undefined>();
    const extractor: Extractor = {
      extract: async (text, published, signal) => {
        see(signal);
        await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
        return INLINE.extract(text, published);
      },
      close: () => INLINE.close(),
    };
    const service = await serviceWith({ ONRECORD_REQUEST_TIMEOUT: '200' }, { extractor });
    const key = { name: 'Desk', scopes: ['ingest', 'edit'] } as const;
    const { data } = await service.askAs(key, '{ articles(first: 1) { totalCount nodes { id } } }');
    const [article] = data.articles.nodes;
    const both = `mutation ($id: ID!) { ${INGEST_FIELD} ${RETRACT_FIELD} }`;
    const answer = await service.askAs(key, both, article);
    expect((await seen)?.aborted).toBe(true);
    expect(answer.data).toEqual({ ingestArticle: null, retractArticle: null });
    expect(answer.errors?.map(({ extensions }) => extensions['code'])).toEqual(['REQUEST_TIMEOUT', 'REQUEST_TIMEOUT']);
    const after = await service.ask('{ articles(first: 1) { totalCount } }');
    expect(after.data.articles.totalCount).toBe(data.articles.totalCount);
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

  test('holds to that where all of them send the end of their requests at one moment', async () => {
    const waiting = Promise.withResolvers<void>();
    const extractor: Extractor = {
      extract: async (text, published) => {
        await waiting.promise;
        return INLINE.extract(text, published);
      },
      close: () => INLINE.close(),
    };
    const service = await serviceWith({ ONRECORD_MAX_IN_FLIGHT: '2' }, { extractor });
    const { key, secret } = issueKey('Desk', ['ingest']);
    await service.repository.keys.create(key);
    const body = JSON.stringify({ query: INGEST });
    const headers = {
      'content-type': 'application/json',
      'content-length': body.length,
      authorization: `Bearer ${secret}`,
    };
    const requests = Array.from({ length: 6 }, () => request(service.url, { method: 'POST', headers }));
    for (const each of requests) each.write(body.slice(0, -1));
    // All are let in: nobody is being answered.
    await sleep(200);
    const statuses: (number | undefined)[] = [];
    const answered = requests.map(async (each) => {
      const [response]: IncomingMessage[] = await once(each, 'response');
      response?.resume();
      statuses.push(response?.statusCode);
    });
    for (const each of requests) each.end(body.slice(-1));
    await vi.waitFor(() => expect(statuses).toEqual([503, 503, 503, 503]));
    waiting.resolve();
    await Promise.all(answered);
    expect(statuses.slice(4)).toEqual([200, 200]);
  });

  const LAGGING = 'refuses while its event loop lags, and answers again when it does not';

  test.each([
    ['', null],
    // All timers of JavaScript then run before the system's, which samples the lag.
    [', where other timers are due first', 1],
  ])(`${LAGGING}%s`, { timeout: 60_000 }, async (_, every) => {
    if (every !== null) {
      const other = setInterval(() => {}, every);
      onTestFinished(() => clearInterval(other));
    }
    const service = await serviceWith({ ONRECORD_MAX_LAG: '100' });
    const statuses = async (wanted: number) => {
      let status = 0;
      while (status !== wanted) {
        // The mean of the last quarter of a second counts, in which there may be 25 looks at what was no lag.
        if (wanted === 503) block(3000);
        status = (await service.ask('{ __typename }')).status;
      }
      return status;
    };
    expect(await statuses(503)).toBe(503);
    expect((await fetch(new URL('/healthz', service.url))).status).toBe(200);
    expect(await statuses(200)).toBe(200);
  });
});
