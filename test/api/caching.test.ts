import { once } from 'node:events';
import { type IncomingHttpHeaders, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueKey } from '../../src/domain/api-key.js';
import { type RunningService, readOperation, runService } from '../support/running-service.js';

type Headers = Readonly<Record<string, string>>;

/** An answer as it comes over the wire: fetch would decompress it. */
interface Reply {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const LATEST = '{ articles(first: 1) { nodes { id title } } }';
const FRONT_PAGE = readOperation('front-page');

let service: RunningService;
let key: string;
beforeAll(async () => {
  service = await runService();
  const issued = issueKey('Reader', ['read']);
  await service.repository.keys.create(issued.key);
  key = `Bearer ${issued.secret}`;
});
afterAll(() => service.stop());

async function send(method: string, url: string | URL, headers: Headers, body?: string | Buffer): Promise<Reply> {
  const sent = request(url, { method, headers }).end(body);
  const [response] = await once(sent, 'response');
  return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
}

/** Asks by GET, unless another method is given. */
function get(query: string, headers: Headers = {}, method = 'GET'): Promise<Reply> {
  const url = new URL(service.url);
  url.searchParams.set('query', query);
  return send(method, url, { 'apollo-require-preflight': 'true', ...headers });
}

function post(query: string, headers: Headers = {}): Promise<Reply> {
  return send('POST', service.url, { 'content-type': 'application/json', ...headers }, JSON.stringify({ query }));
}

describe('Cache-Control', () => {
  const cacheControl = async (reply: Promise<Reply>) => (await reply).headers['cache-control'];

  test('lets what a commit can change be kept for a moment', async () => {
    expect(await cacheControl(get(LATEST))).toBe('public, max-age=10');
    expect(await cacheControl(post(LATEST))).toBe('public, max-age=10');
  });

  test('lets the wording of a revision be kept for a day, but not that there is none', async () => {
    const { data } = await service.ask('{ articles(first: 1) { nodes { id currentRevision { id } } } }');
    const [{ id, currentRevision }] = data.articles.nodes;
    const text = (...ids: string[]) =>
      `{ nodes(ids: ${JSON.stringify(ids)}) { id __typename ... on ArticleRevision { number title text article { id } } } }`;
    expect(await cacheControl(get(text(currentRevision.id)))).toBe('public, max-age=86400');
    const missing = `${currentRevision.id.slice(0, -1)}${currentRevision.id.endsWith('0') ? '1' : '0'}`;
    expect(await cacheControl(get(text(currentRevision.id, missing)))).toBe('public, max-age=10');
    expect(await cacheControl(get(`{ node(id: "${missing}") { id } }`))).toBe('public, max-age=10');
    const changing = `{ node(id: "${currentRevision.id}") { ... on ArticleRevision { text article { slug } } } }`;
    expect(await cacheControl(get(changing))).toBe('public, max-age=10');
    expect(await cacheControl(get(`{ node(id: "${id}") { ... on Article { slug } } }`))).toBe('public, max-age=10');
  });

  test('lets what was asked with a key be kept by the client alone, which asks each time', async () => {
    expect(await cacheControl(get(LATEST, { authorization: key }))).toBe('private, no-cache');
  });

  test.for([
    ['an error', '{ article(id: "nonsense") { id } }', 200],
    ['an error beside data', `{ article(id: "nonsense") { id } ${LATEST.slice(1)}`, 200],
    ['a query that is refused', '{ nothing }', 400],
    ['a query that cannot be parsed', '{{{', 400],
    ['a mutation', 'mutation { __typename }', 405],
  ] as const)('lets nobody keep %s', async ([, query, status]) => {
    const reply = await get(query);
    expect({ status: reply.status, kept: reply.headers['cache-control'] }).toEqual({ status, kept: 'no-store' });
    expect(reply.headers.etag).toBeUndefined();
  });

  test('lets nobody keep what was refused before GraphQL came to it, or done', async () => {
    expect(await cacheControl(get(LATEST, { authorization: 'Bearer nonsense' }))).toBe('no-store');
    expect(await cacheControl(send('GET', `${service.url}?query=${encodeURIComponent(LATEST)}`, {}))).toBe('no-store');
    expect(await cacheControl(post('mutation { __typename }'))).toBe('no-store');
  });

  test('comes with all on which an answer depends', async () => {
    for (const reply of [get(LATEST), post(LATEST), get(FRONT_PAGE, { 'accept-encoding': 'br' }), get('{ nothing }')]) {
      const names = (await reply).headers.vary?.toLowerCase().split(', ').toSorted();
      expect(names).toEqual(['accept', 'accept-encoding', 'authorization', 'origin']);
    }
  });
});

describe('ETag', () => {
  test('of an answer that the client has is answered by 304, without it', async () => {
    const first = await get(LATEST);
    const etag = first.headers.etag ?? '';
    expect(etag).toMatch(/^W\/"[\w-]{43}"$/);
    for (const has of [etag, `"other", ${etag}`, etag.slice(2), '*']) {
      const again = await get(LATEST, { 'if-none-match': has });
      expect({ status: again.status, body: again.body.toString() }).toEqual({ status: 304, body: '' });
      const { 'cache-control': kept, vary } = again.headers;
      expect({ etag: again.headers.etag, kept, vary }).toEqual({
        etag,
        kept: 'public, max-age=10',
        vary: first.headers.vary,
      });
    }
  });

  test('spares whoever asks with a key the same answer, too', async () => {
    const headers = { authorization: key };
    const { etag = '' } = (await get(LATEST, headers)).headers;
    const again = await get(LATEST, { ...headers, 'if-none-match': etag });
    expect({ status: again.status, kept: again.headers['cache-control'] }).toEqual({
      status: 304,
      kept: 'private, no-cache',
    });
  });

  test('is another for another answer', async () => {
    const { etag = '' } = (await get(LATEST)).headers;
    const other = await get('{ articles(first: 2) { nodes { id title } } }', { 'if-none-match': etag });
    expect(other.status).toBe(200);
    expect(other.headers.etag).not.toBe(etag);
  });

  test('is the same however an answer is compressed, and of HEAD', async () => {
    const plain = await get(FRONT_PAGE);
    for (const encoding of ['br', 'gzip']) {
      const packed = await get(FRONT_PAGE, { 'accept-encoding': encoding });
      expect({ etag: packed.headers.etag, encoding: packed.headers['content-encoding'] }).toEqual({
        etag: plain.headers.etag,
        encoding,
      });
      const has = { 'if-none-match': plain.headers.etag ?? '', 'accept-encoding': encoding };
      expect((await get(FRONT_PAGE, has)).status).toBe(304);
    }
    const head = await get(FRONT_PAGE, {}, 'HEAD');
    expect(head).toMatchObject({ status: 200, headers: { etag: plain.headers.etag } });
    expect(head.headers['content-length']).toBe(String(plain.body.length));
    expect(head.body).toHaveLength(0);
  });

  test('is not made for POST', async () => {
    const reply = await post(LATEST, { 'if-none-match': '*' });
    expect(reply.status).toBe(200);
    expect(reply.headers.etag).toBeUndefined();
  });
});

describe('compression', () => {
  test.for([
    ['br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['br;q=0.1, gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
  ] as const)('is what the client asks for: %s', async ([accepts, encoding, decompress]) => {
    const plain = await post(FRONT_PAGE);
    const packed = await post(FRONT_PAGE, { 'accept-encoding': accepts });
    expect(packed.headers['content-encoding']).toBe(encoding);
    expect(packed.body.length).toBeLessThan(plain.body.length / 2);
    expect(JSON.parse(decompress(packed.body).toString())).toEqual(JSON.parse(plain.body.toString()));
  });

  test('is left out where nobody asks for it, or little is said', async () => {
    for (const headers of [{}, { 'accept-encoding': 'identity' }, { 'accept-encoding': 'compress' }]) {
      expect((await post(FRONT_PAGE, headers)).headers['content-encoding']).toBeUndefined();
    }
    expect((await post('{ __typename }', { 'accept-encoding': 'br' })).headers['content-encoding']).toBeUndefined();
  });

  test('of requests is not undone', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const reply = await send('POST', service.url, headers, gzipSync(JSON.stringify({ query: LATEST })));
    expect(reply.status).toBe(400);
  });
});
