import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { serveHttp } from '../support/bad-server.js';
import { type OnRecord, STORE, test } from '../support/command.js';
import { FEED_KINDS, type FeedItem } from '../support/feeds.js';
import { contentOf } from '../support/store-content.js';

const ALLOWED = { ONRECORD_FETCH_ALLOW: '127.0.0.0/8' };

const PIER: FeedItem = {
  url: 'https://skerry-post.example/pier',
  title: 'Pier closed',
  text: 'The pier is not safe, Harbour Master Ada Gull said on Monday.',
  day: '2021-05-03',
};
const FERRY: FeedItem = {
  url: 'https://skerry-post.example/ferry',
  title: 'Ferry late',
  text: 'The ferry will be late, its captain, Bram Tern, said on Tuesday.',
  day: '2021-05-04',
};
const BEACON: FeedItem = {
  url: 'https://skerry-post.example/beacon',
  title: 'Beacon lit',
  text: 'The beacon is lit again, Ada Gull said on Wednesday.',
  day: '2021-05-05',
};

/** What is served at an address at the moment. */
interface Page {
  readonly type: string;
  readonly body: string;
  /** By which the server tells whether it has changed; without it answers in full each time. */
  readonly etag?: string;
  readonly lastModified?: string;
}

/** A site whose pages may change while it runs. */
interface Site {
  readonly origin: string;
  readonly pages: Map<string, Page>;
  /** Every answer so far: the path, the status, and the conditions that came with the request. */
  readonly answers: { readonly path: string; readonly status: number; readonly conditions: readonly unknown[] }[];
}

async function serveSite(): Promise<Site> {
  const pages: Site['pages'] = new Map();
  const answers: Site['answers'] = [];
  const origin = await serveHttp(({ url: path = '/', headers }, response) => {
    const page = pages.get(path);
    const { 'if-none-match': tag, 'if-modified-since': since } = headers;
    const isKnown = page?.etag !== undefined && page.etag === tag && page.lastModified === since;
    const status = page === undefined ? 404 : isKnown ? 304 : 200;
    answers.push({ path, status, conditions: [tag, since] });
    response.setHeader('content-type', page?.type ?? 'text/plain');
    if (page?.etag !== undefined) response.setHeader('etag', page.etag);
    if (page?.lastModified !== undefined) response.setHeader('last-modified', page.lastModified);
    response.writeHead(status).end(status === 200 ? page?.body : undefined);
  });
  return { origin, pages, answers };
}

/** Ingests addresses; gives the exit code, what became of each document, and what was said of those that failed. */
async function ingest(onrecord: OnRecord, ...addresses: readonly string[]) {
  const { code, stdout, stderr } = await onrecord.run(['ingest', ...addresses, '--json'], ALLOWED);
  const rows: Record<string, unknown>[] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const summary = rows.pop()?.['summary'];
  return { code, stderr, summary, outcomes: rows.map(({ outcome }) => outcome), reasons: reasonsIn(rows) };
}

function reasonsIn(rows: readonly Record<string, unknown>[]): unknown[] {
  return rows.flatMap(({ reason }) => (reason === undefined ? [] : [reason]));
}

/** What a store holds of news: everything but what it notes of the sources themselves. */
function newsIn(folder: string): object {
  const { feed: _feed, ingested: _ingested, ...news } = contentOf(join(folder, STORE));
  return news;
}

const [RSS] = FEED_KINDS;

describe('a feed at an address', () => {
  test('of any kind is stored, and asked for the next time only if it has changed', async ({ onrecord, folder }) => {
    const { origin, pages, answers } = await serveSite();
    const validators = { etag: '"1"', lastModified: 'Mon, 03 May 2021 10:00:00 GMT' };
    for (const { path, type, write } of FEED_KINDS) {
      const items = [PIER, FERRY].map((item) => ({
        ...item,
        url: `${item.url}/of${path}`,
        title: `${item.title}${path}`,
      }));
      pages.set(path, { type, body: write(items), ...validators });
    }
    const addresses = FEED_KINDS.map(({ path }) => `${origin}${path}`);
    const first = await ingest(onrecord, ...addresses);
    expect(first).toMatchObject({ code: 0, stderr: '', outcomes: Array(8).fill('CREATED') });
    const stored = contentOf(join(folder, STORE));
    expect(stored['statement']).toHaveLength(8);

    const second = await ingest(onrecord, ...addresses);
    expect(second).toMatchObject({ code: 0, summary: { created: 0, revised: 0, unchanged: 8, failed: 0 } });
    expect(answers).toEqual([
      ...FEED_KINDS.map(({ path }) => ({ path, status: 200, conditions: [undefined, undefined] })),
      ...FEED_KINDS.map(({ path }) => ({ path, status: 304, conditions: [validators.etag, validators.lastModified] })),
    ]);
    expect(contentOf(join(folder, STORE))).toEqual(stored);
  });

  test('whose server knows of no conditions changes nothing, even if it is written anew', async ({
    onrecord,
    folder,
  }) => {
    const { origin, pages } = await serveSite();
    const body = RSS.write([PIER, FERRY]);
    pages.set('/feed', { type: RSS.type, body });
    expect(await ingest(onrecord, `${origin}/feed`)).toMatchObject({ summary: { created: 2 } });
    const stored = newsIn(folder);
    expect(await ingest(onrecord, `${origin}/feed`)).toMatchObject({ code: 0, summary: { created: 0, unchanged: 2 } });
    pages.set('/feed', { type: RSS.type, body: body.replace('<language>', '<ttl>60</ttl><language>') });
    expect(await ingest(onrecord, `${origin}/feed`)).toMatchObject({ code: 0, outcomes: ['UNCHANGED', 'UNCHANGED'] });
    expect(newsIn(folder)).toEqual(stored);
  });

  test('with one more item creates that one alone, and with another text revises', async ({ onrecord, folder }) => {
    const { origin, pages, answers } = await serveSite();
    pages.set('/feed', { type: RSS.type, body: RSS.write([PIER, FERRY]), etag: '"1"' });
    await ingest(onrecord, `${origin}/feed`);
    const changed = { ...FERRY, text: `${FERRY.text} He did not say how late.` };
    pages.set('/feed', { type: RSS.type, body: RSS.write([BEACON, PIER, changed]), etag: '"2"' });
    const { code, outcomes } = await ingest(onrecord, `${origin}/feed`);
    expect({ code, outcomes }).toEqual({ code: 0, outcomes: ['CREATED', 'UNCHANGED', 'REVISED'] });
    expect(contentOf(join(folder, STORE))['article']).toHaveLength(3);
    await ingest(onrecord, `${origin}/feed`);
    expect(answers.map(({ status, conditions: [tag] }) => [status, tag])).toEqual([
      [200, undefined],
      [200, '"1"'],
      [304, '"2"'],
    ]);
  });

  test('with a bad item stores the good ones, names it, and is asked for in full until all is well', async ({
    onrecord,
    folder,
  }) => {
    const { origin, pages, answers } = await serveSite();
    const items = [PIER, { ...FERRY, day: null }, { ...BEACON, day: '3000-01-01' }, BEACON];
    pages.set('/feed', { type: RSS.type, body: RSS.write(items), etag: '"1"' });
    const first = await ingest(onrecord, `${origin}/feed`);
    expect(first).toMatchObject({ code: 1, outcomes: ['CREATED', 'FAILED', 'FAILED', 'CREATED'] });
    expect(first.stderr).toBe('onrecord: 2 could not be stored.\n');
    expect(first.reasons).toEqual([
      `${origin}/feed, item 2: The document does not say when it was published: say it (--published-at).`,
      `${origin}/feed, item 3: The publication date 3000-01-01 is in the future: correct it (--published-at).`,
    ]);
    expect(contentOf(join(folder, STORE))['article']).toHaveLength(2);
    const again = await ingest(onrecord, `${origin}/feed`);
    expect(again).toMatchObject({ code: 1, outcomes: ['UNCHANGED', 'FAILED', 'FAILED', 'UNCHANGED'] });
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  test('with summaries leads to the pages, which are completed by what it says of them', async ({
    onrecord,
    folder,
  }) => {
    const { origin, pages } = await serveSite();
    const body = `<html><body><article><h1>Pier closed</h1><p>${PIER.text}</p><p>It stays closed until the storm is
      over, and the council meets on Friday to decide what is to be done about it.</p></article></body></html>`;
    pages.set('/pier', { type: 'text/html', body });
    const summaries = ['/pier', '/gone', '/feed'].map((path) => ({ ...PIER, url: `${origin}${path}`, text: null }));
    const inside = { ...FERRY, url: 'http://10.0.0.1/ferry', text: null };
    pages.set('/feed', { type: RSS.type, body: RSS.write([...summaries, inside, FERRY]) });
    const { code, outcomes, reasons } = await ingest(onrecord, `${origin}/feed`);
    expect({ code, outcomes }).toEqual({ code: 1, outcomes: ['CREATED', 'FAILED', 'FAILED', 'FAILED', 'CREATED'] });
    expect(reasons).toEqual([
      `${origin}/feed, item 2: ${origin}/gone cannot be fetched: the server answers 404.`,
      `${origin}/feed, item 3: ${origin}/feed is a feed, where an article should be.`,
      expect.stringContaining(`${origin}/feed, item 4: http://10.0.0.1/ferry cannot be fetched: it leads to 10.0.0.1`),
    ]);
    const [page] = (contentOf(join(folder, STORE))['article'] ?? []).filter((row) => row.includes('/pier'));
    expect(page).toContain(`"published_at":${Date.parse('2021-05-03')}`);
    expect(contentOf(join(folder, STORE))['publisher']?.join()).toContain('The Skerry Post');
  });
});
