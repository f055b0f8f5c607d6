import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Scope } from '../../src/domain/actor.js';
import { issueKey } from '../../src/domain/api-key.js';
import { type RunningOptions, type RunningService, runService } from '../support/running-service.js';

const KIB = 1024;
/** What a request says besides what its way of asking needs. */
type Headers = Readonly<Record<string, string>>;
const QUESTION = '{ articles(first: 1) { totalCount } }';

/** Makes a key in the service’s store and gives the header that sends it. */
async function keyFor({ repository }: RunningService, ...scopes: readonly Scope[]): Promise<string> {
  const { key, secret } = issueKey(scopes.join('+'), scopes);
  await repository.keys.create(key);
  return `Bearer ${secret}`;
}

/** The ways in which a question comes to the service. */
const WAYS = {
  POST: (url: string, headers: Headers) => posted(url, headers, { query: QUESTION }),
  GET: (url: string, headers: Headers) => got(url, headers, { query: QUESTION }),
  'GET of a persisted query': (url: string, headers: Headers) => got(url, headers, { extensions: persisted() }),
  'POST of a persisted query': (url: string, headers: Headers) =>
    posted(url, headers, { query: QUESTION, extensions: JSON.parse(persisted()) }),
  'a batch': (url: string, headers: Headers) => posted(url, headers, [{ query: QUESTION }, { query: QUESTION }]),
  introspection: (url: string, headers: Headers) =>
    posted(url, headers, { query: '{ __schema { queryType { name } } }' }),
  search: (url: string, headers: Headers) =>
    posted(url, headers, { query: '{ search(query: "letter", first: 1) { totalCount } }' }),
} as const;

function posted(url: string, headers: Headers, body: unknown): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

function got(url: string, headers: Headers, parameters: Record<string, string>): Promise<Response> {
  return fetch(`${url}?${new URLSearchParams(parameters)}`, {
    headers: { 'apollo-require-preflight': 'true', ...headers },
  });
}

function persisted(): string {
  const sha256Hash = createHash('sha256').update(QUESTION).digest('hex');
  return JSON.stringify({ persistedQuery: { version: 1, sha256Hash } });
}

/** Expects that a request was refused for its key, or the lack of one, and gives the message. */
async function refusal(response: Response): Promise<string> {
  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toBe('Bearer');
  const answer: { errors?: { message: string }[] } = JSON.parse(await response.text());
  expect(answer).toEqual({ errors: [{ message: expect.any(String), extensions: { code: 'UNAUTHENTICATED' } }] });
  return answer.errors?.[0]?.message ?? '';
}

async function running(options: RunningOptions): Promise<RunningService> {
  const service = await runService(options);
  onTestFinished(() => service.stop());
  return service;
}

describe('a service whose reading is open', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await runService();
  });
  afterAll(() => service.stop());

  test.each(['read', 'ingest', 'edit'] as const)('answers a client that sends a key for %s', async (scope) => {
    const authorization = await keyFor(service, scope);
    const answers = [authorization, authorization.replace('Bearer', 'bearer')].map((header) =>
      WAYS.POST(service.url, { authorization: header }),
    );
    for (const answer of answers)
      expect(await (await answer).json()).toEqual({ data: { articles: { totalCount: 5 } } });
  });

  test.each(Object.keys(WAYS) as (keyof typeof WAYS)[])('refuses a key that it does not know: %s', async (way) => {
    const { secret } = issueKey('stranger', ['edit']);
    const message = await refusal(await WAYS[way](service.url, { authorization: `Bearer ${secret}` }));
    expect(message).toContain(`“${secret.slice(0, 8)}” is not known here`);
    expect(message).not.toContain(secret);
  });

  test('refuses a key from the moment when it is revoked, and says so', async () => {
    const { key, secret } = issueKey('night desk', ['edit']);
    await service.repository.keys.create(key);
    const authorization = `Bearer ${secret}`;
    expect((await WAYS.POST(service.url, { authorization })).status).toBe(200);
    await service.repository.keys.revoke('night desk');
    expect(await refusal(await WAYS.POST(service.url, { authorization }))).toContain('“night desk” was revoked');
  });

  test.each([
    '',
    'Bearer',
    'Bearer onr_short',
    `Bearer ${issueKey('x', ['read']).secret}0`,
    `Bearer ${issueKey('x', ['read']).secret} and more`,
    issueKey('x', ['read']).secret,
    'Basic ZGVzazpzZWNyZXQ=',
  ])('refuses what is no key and says what one looks like: %j', async (authorization) => {
    const message = await refusal(await WAYS.POST(service.url, { authorization }));
    expect(message).toContain('takes “Bearer”, a space and an API key');
  });

  test('refuses a bad key before it looks at the body', async () => {
    const body = 'x'.repeat(300 * KIB);
    const response = await fetch(service.url, { method: 'POST', headers: { authorization: 'Bearer no' }, body });
    await refusal(response);
  });

  test('lets pages that may ask send a key, and read why it was refused', async () => {
    const strict = await running({ environment: { ONRECORD_CORS_ORIGINS: 'https://news.example' } });
    const origin = 'https://news.example';
    const preflight = await fetch(strict.url, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
    const refused = await WAYS.POST(strict.url, { origin, authorization: 'Bearer no' });
    expect(refused.headers.get('access-control-allow-origin')).toBe(origin);
    await refusal(refused);
  });
});

describe('a service whose reading takes a key', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await runService({ environment: { ONRECORD_READ: 'key', NODE_ENV: 'development' } });
  });
  afterAll(() => service.stop());

  test.each(Object.keys(WAYS) as (keyof typeof WAYS)[])('answers nobody without one: %s', async (way) => {
    const message = await refusal(await WAYS[way](service.url, {}));
    expect(message).toContain('takes an API key with the scope “read”');
    expect(message).toContain('onrecord key create');
  });

  test.each(['read', 'ingest', 'edit'] as const)('answers whoever has a key for %s', async (scope) => {
    const authorization = await keyFor(service, scope);
    for (const way of ['POST', 'POST of a persisted query', 'GET', 'GET of a persisted query', 'search'] as const) {
      const response = await WAYS[way](service.url, { authorization });
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ data: expect.any(Object) });
    }
  });

  test('says to anybody that it is alive and ready, and shows Sandbox', async () => {
    const { origin } = new URL(service.url);
    for (const path of ['healthz', 'readyz']) expect((await fetch(`${origin}/${path}`)).status).toBe(200);
    const page = await fetch(service.url, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(200);
    expect(await page.text()).toMatch(/sandbox/i);
  });

  test('has nothing to say to a GET without parameters', async () => {
    const response = await fetch(service.url, { headers: { 'apollo-require-preflight': 'true' } });
    expect(response.status).toBe(400);
    expect(await response.json()).not.toHaveProperty('data');
  });
});

test('a setting of reading that does not exist stops the service and says what it takes', async () => {
  await expect(runService({ environment: { ONRECORD_READ: 'closed' } })).rejects.toThrow(
    'ONRECORD_READ is “closed”, but takes one of open, key.',
  );
});

test('a store that fails is no reason to doubt the key', async () => {
  const service = await running({ records: [] });
  const authorization = await keyFor(service, 'read');
  await service.repository.close();
  const response = await WAYS.POST(service.url, { authorization });
  expect(response.status).toBe(503);
  const extensions = { code: 'STORE_UNAVAILABLE', requestId: response.headers.get('x-request-id') };
  expect(await response.json()).toEqual({
    errors: [{ message: 'The store cannot answer at the moment.', extensions }],
  });
});

test('the log has no key in it, whatever becomes of the request', async () => {
  const lines: string[] = [];
  const logStream = new Writable({ write: (chunk, _, done) => done(void lines.push(String(chunk))) });
  const service = await running({ environment: { LOG_LEVEL: 'trace' }, logStream, records: [] });
  const known = await keyFor(service, 'ingest');
  const unknown = `Bearer ${issueKey('stranger', ['read']).secret}`;
  const malformed = `Basic ${issueKey('stranger', ['read']).secret}`;
  const ask = async () => {
    for (const authorization of [known, unknown, malformed]) {
      await WAYS.POST(service.url, { authorization });
      await WAYS.GET(service.url, { authorization });
      await posted(service.url, { authorization }, 'x'.repeat(9000 * KIB)).catch(() => undefined);
      await posted(new URL('/nowhere', service.url).href, { authorization }, {});
    }
  };
  await ask();
  await service.repository.close();
  await ask();
  expect(lines.join()).toContain('The store is closed.');
  for (const authorization of [known, unknown, malformed]) {
    expect(lines.join()).not.toContain(authorization.slice(authorization.indexOf('onr_') + 8));
  }
  expect(lines.join()).not.toMatch(/authorization/i);
});

describe('a request body', () => {
  let service: RunningService;
  let keys: Record<'read' | 'ingest' | 'edit', string>;
  beforeAll(async () => {
    service = await runService({ records: [] });
    keys = {
      read: await keyFor(service, 'read'),
      ingest: await keyFor(service, 'read', 'ingest'),
      edit: await keyFor(service, 'edit'),
    };
  });
  afterAll(() => service.stop());

  /** Posts a query of so many bytes, with its length in the head or in pieces without it. */
  async function postBytes(bytes: number, how: 'announced' | 'in pieces', authorization?: string) {
    const start = '{"query":"{ __typename } #';
    const body = `${start}${'x'.repeat(bytes - start.length - 2)}"}`;
    const headers = {
      'content-type': 'application/json',
      ...(authorization && { authorization }),
      ...(how === 'announced' && { 'content-length': bytes }),
    };
    const asked = request(service.url, { method: 'POST', headers });
    // A server that refuses a body may end the connection while it is still sent.
    asked.on('error', () => undefined);
    const answered = once(asked, 'response');
    for (let at = 0; at < bytes; at += 64 * KIB) asked.write(body.slice(at, at + 64 * KIB));
    asked.end();
    const [response]: IncomingMessage[] = await answered;
    if (response === undefined) throw new Error('The server did not answer.');
    return { status: response.statusCode, body: JSON.parse(await text(response)) };
  }

  const LARGEST_QUESTION = 256 * KIB;
  const LARGEST_ARTICLE = 8 * KIB * KIB;

  describe.each(['announced', 'in pieces'] as const)('whose length is %s', (how) => {
    test('may be 256 KiB long for everybody', async () => {
      for (const authorization of [undefined, keys.read, keys.edit, keys.ingest]) {
        const { status, body } = await postBytes(LARGEST_QUESTION, how, authorization);
        expect({ status, body }).toEqual({ status: 200, body: { data: { __typename: 'Query' } } });
      }
    });

    test('may be longer only for whoever may ingest', async () => {
      for (const authorization of [undefined, keys.read, keys.edit]) {
        const { status, body } = await postBytes(LARGEST_QUESTION + 1, how, authorization);
        expect(status).toBe(413);
        expect(body).toEqual({
          errors: [{ message: expect.stringContaining('256 KiB'), extensions: { code: 'PAYLOAD_TOO_LARGE' } }],
        });
        expect(body.errors[0].message).toContain('scope “ingest”');
      }
      expect((await postBytes(LARGEST_QUESTION + 1, how, keys.ingest)).status).toBe(200);
    });

    test('may be 8 MiB long for whoever may ingest, and no longer', async () => {
      expect((await postBytes(LARGEST_ARTICLE, how, keys.ingest)).status).toBe(200);
      const { status, body } = await postBytes(LARGEST_ARTICLE + 1, how, keys.ingest);
      expect(status).toBe(413);
      expect(body.errors[0]).toEqual({
        message: 'The request body is larger than 8 MiB.',
        extensions: { code: 'PAYLOAD_TOO_LARGE' },
      });
    });
  });

  test('that does not end is refused when it is too long', async () => {
    const asked = request(service.url, { method: 'POST', headers: { 'content-type': 'application/json' } });
    asked.on('error', () => undefined);
    const answered = once(asked, 'response');
    asked.write('x'.repeat(LARGEST_QUESTION + 1));
    const [response]: IncomingMessage[] = await answered;
    expect(response?.statusCode).toBe(413);
    asked.destroy();
  });
});
