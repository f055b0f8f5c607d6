import { expect, test } from 'vitest';
import { serveHttp } from '../../support/bad-server.js';
import { fetcher, refusalOf } from './fetching.js';

const VALIDATORS = { etag: 'W/"7"', lastModified: 'Mon, 03 May 2032 10:00:00 GMT' };

test('a document comes with what its server tells it by, which asks for it the next time', async () => {
  const origin = await serveHttp(({ headers }, response) => {
    const { 'if-none-match': tag, 'if-modified-since': since } = headers;
    if (tag === VALIDATORS.etag && since === VALIDATORS.lastModified) response.writeHead(304).end();
    else response.writeHead(200, { etag: VALIDATORS.etag, 'last-modified': VALIDATORS.lastModified }).end('Closed.');
  });
  const first = await fetcher().fetch(origin);
  expect(first).toMatchObject({ status: 'FETCHED', validators: VALIDATORS });
  expect(await fetcher().fetch(origin, VALIDATORS)).toEqual({ status: 'NOT_MODIFIED' });
});

test('conditions go along at a redirect', async () => {
  const origin = await serveHttp(({ url, headers }, response) => {
    if (url === '/') response.writeHead(301, { location: '/feed' }).end();
    else response.writeHead(headers['if-none-match'] === 'W/"7"' ? 304 : 200).end();
  });
  const validators = { etag: 'W/"7"', lastModified: null };
  expect(await fetcher().fetch(origin, validators)).toEqual({ status: 'NOT_MODIFIED' });
});

test('“not modified” is no answer where nothing is known', async () => {
  const origin = await serveHttp((_, response) => response.writeHead(304).end());
  expect(await refusalOf(origin)).toBe('the server answers 304.');
  const nothing = { etag: null, lastModified: null };
  await expect(fetcher().fetch(origin, nothing)).rejects.toThrow('the server answers 304.');
});
