import type { ServerResponse } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readDocuments } from '../../../src/ingest/readers/read-documents.js';
import type { ReadResult } from '../../../src/ingest/source-document.js';
import { serveBytes, serveHttp, serveSockets } from '../../support/bad-server.js';
import { fetcher, refusalOf, textAt } from './fetching.js';

const STORY = 'The pier is closed.';
const HEAD = 'HTTP/1.1 200 OK\r\n';
const CLOSED = 'the connection ended before all was there.';
const TOO_LONG = 'it took longer than 0.2 seconds.';
const TOO_LARGE = 'it has more than 100000 bytes.';
const SOON = { limits: { time: 200 } };

/** Writes for ever: as fast as it is read, or a piece every few milliseconds. */
function writeForever(response: ServerResponse, piece: Buffer | string, every: number): void {
  const timer = setInterval(() => response.write(piece), every);
  response.on('close', () => clearInterval(timer));
}

function servePacked(encoding: string, bytes: Buffer): Promise<string> {
  return serveHttp((_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(bytes));
}

/** What is read from what is fetched. */
async function documentAt(address: string): Promise<ReadResult | undefined> {
  const fetched = await fetcher().fetch(address);
  if (fetched.status === 'NOT_MODIFIED') throw new Error('It has not changed.');
  const { bytes, contentType } = fetched;
  const given = { publisher: 'P', published: { at: new Date(1), precision: 'DAY' as const } };
  return readDocuments({ bytes, contentType, name: address }, { given }).next().value ?? undefined;
}

describe('time', () => {
  test.each([
    ['says nothing', () => serveSockets(() => undefined)],
    ['sends headers and then nothing', () => serveHttp((_, response) => response.writeHead(200).write(STORY))],
    ['drips its body', () => serveHttp((_, response) => writeForever(response, '.', 10))],
    [
      'drips its headers',
      () =>
        serveSockets((socket) => {
          socket.write(HEAD);
          const timer = setInterval(() => socket.write('x-a: b\r\n'), 10);
          socket.on('close', () => clearInterval(timer));
        }),
    ],
    [
      'drips what is packed',
      () =>
        serveHttp((_, response) => {
          response.writeHead(200, { 'content-encoding': 'gzip' }).write(gzipSync(STORY).subarray(0, 10));
          writeForever(response, Buffer.from([0]), 1000);
        }),
    ],
    [
      'answers for ever that it goes on',
      () =>
        serveSockets((socket) => {
          const timer = setInterval(() => socket.write('HTTP/1.1 102 Processing\r\n\r\n'), 10);
          socket.on('close', () => clearInterval(timer));
        }),
    ],
  ])('is up for a server that %s', async (_, serve) => {
    const started = performance.now();
    expect(await refusalOf(await serve(), SOON)).toBe(TOO_LONG);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('size', () => {
  test('is enough for a document of just as many bytes as it may have', async () => {
    const origin = await serveHttp((_, response) => response.end('x'.repeat(100_000)));
    expect(await textAt(origin)).toHaveLength(100_000);
  });

  test('is 5 MiB unless it is said otherwise', async () => {
    const origin = await serveHttp(({ url }, response) => response.end(Buffer.alloc(Number(url?.slice(1)), 'x')));
    const limits = { limits: {} };
    expect(await textAt(`${origin}/5242880`, limits)).toHaveLength(5_242_880);
    expect(await refusalOf(`${origin}/5242881`, limits)).toBe('it has more than 5242880 bytes.');
  });

  test.each([
    ['is one byte too long', () => serveHttp((_, response) => response.end('x'.repeat(100_001)))],
    ['never ends', () => serveHttp((_, response) => writeForever(response, Buffer.alloc(65_536, 'x'), 0))],
    ['is announced to be too long', () => serveBytes(`${HEAD}Content-Length: 100001\r\n\r\n`)],
    ['is a bomb of gzip', () => servePacked('gzip', gzipSync(Buffer.alloc(20_000_000)))],
    ['is a bomb of brotli', () => servePacked('br', brotliCompressSync(Buffer.alloc(20_000_000)))],
    ['is a bomb of deflate', () => servePacked('deflate', deflateSync(Buffer.alloc(20_000_000)))],
  ])('is too much for what %s', async (_, serve) => {
    expect(await refusalOf(await serve())).toBe(TOO_LARGE);
  });
});

describe('a body', () => {
  test.each([
    ['gzip', gzipSync(STORY)],
    ['X-GZIP', gzipSync(STORY)],
    ['deflate', deflateSync(STORY)],
    ['br', brotliCompressSync(STORY)],
    ['identity', Buffer.from(STORY)],
  ])('that is packed as %s is unpacked', async (encoding, bytes) => {
    expect(await textAt(await servePacked(encoding, bytes))).toBe(STORY);
  });

  test.each([
    ['gzip', Buffer.from(STORY), 'what it sends is not packed as the server says.'],
    ['br', Buffer.from(STORY), 'what it sends is not packed as the server says.'],
    ['gzip', gzipSync(STORY).subarray(0, 20), CLOSED],
    ['br', brotliCompressSync(STORY).subarray(0, 10), CLOSED],
    ['lzma', Buffer.from(STORY), 'it is packed as lzma, which is not understood.'],
    ['constructor', Buffer.from(STORY), 'it is packed as constructor, which is not understood.'],
    ['gzip, br', Buffer.from(STORY), 'it is packed as gzip, br, which is not understood.'],
  ])('that is not what it should be as %s is refused', async (encoding, bytes, reason) => {
    expect(await refusalOf(await servePacked(encoding, bytes))).toBe(reason);
  });

  test.each([
    ['than it was said to be', `${HEAD}Content-Length: 100\r\n\r\n${STORY}`],
    ['than its last chunk', `${HEAD}Transfer-Encoding: chunked\r\n\r\n13\r\n${STORY}\r\n`],
  ])('that is shorter %s is refused', async (_, bytes) => {
    expect(await refusalOf(await serveBytes(bytes))).toMatch(/^(?:the connection ended|the server closed)/u);
  });

  test('in the middle of which the connection is reset is refused', async () => {
    const origin = await serveSockets((socket) => {
      socket.once('data', () => {
        socket.write(`${HEAD}Content-Length: 100\r\n\r\n${STORY}`);
        setTimeout(() => socket.resetAndDestroy(), 20);
      });
    });
    expect(await refusalOf(origin)).toBe('the server closed the connection.');
  });

  test.each([
    ['text/html; charset=iso-8859-1', 'iso-8859-1'],
    ['TEXT/PLAIN;Charset="Windows-1252"', 'windows-1252'],
    ['image/png', 'a wrong type'],
    [undefined, 'no type'],
  ])('of the type %s is read as that says (%s), or as its bytes do', async (type, _) => {
    const origin = await serveHttp((_request, response) => {
      if (type !== undefined) response.setHeader('content-type', type);
      response.end(Buffer.from('Le quai est fermé, dit Ada Gull.', 'latin1'));
    });
    expect(await documentAt(origin)).toMatchObject({ document: { text: 'Le quai est fermé, dit Ada Gull.' } });
  });

  test('in Shift_JIS is read by the charset of its headers alone', async () => {
    const origin = await serveHttp((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain; charset=Shift_JIS' });
      response.end(Buffer.from('8d6082cd95c28dbd82b382ea82bd8142', 'hex'));
    });
    expect(await documentAt(origin)).toMatchObject({ document: { text: '港は閉鎖された。' } });
  });
});

describe('a server', () => {
  test.each([200, 204, 205])('that answers %i sends an empty document', async (status) => {
    expect(await textAt(await serveHttp((_, response) => response.writeHead(status).end()))).toBe('');
  });

  test.each([
    300, 305, 400, 401, 403, 404, 410, 429, 500, 503, 999,
  ])('that answers %i sends no document', async (status) => {
    const origin = await serveHttp((_, response) => response.writeHead(status).end(STORY));
    expect(await refusalOf(origin)).toBe(`the server answers ${status}.`);
  });

  test.each([
    ['no HTTP', 'SSH-2.0-OpenSSH_9.9\r\n', 'the server does not speak HTTP.'],
    ['too many headers', `${HEAD}${'x: y\r\n'.repeat(100_000)}\r\n`, 'the server sends more headers than are read.'],
    ['two lengths', `${HEAD}Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef`, 'the server does not speak HTTP.'],
    ['nothing', '', 'the server closed the connection.'],
    ['half of its headers', `${HEAD}Content-`, 'the server closed the connection.'],
    [
      'an upgrade',
      'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n',
      'the server closed the connection.',
    ],
  ])('that sends %s is refused', async (_, bytes, reason) => {
    expect(await refusalOf(await serveBytes(bytes))).toBe(reason);
  });

  test('that is not there is said not to be', async () => {
    expect(await refusalOf('http://127.0.0.1:1/')).toBe('nothing listens there.');
  });
});
