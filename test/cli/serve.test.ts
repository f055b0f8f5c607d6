import { once } from 'node:events';
import { existsSync, globSync, readdirSync, statSync, watch } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { type RunningServer, STORE, test } from '../support/command.js';
import { type Answer, post } from '../support/running-service.js';
import { storeSeeds, writeQuietSeeds } from '../support/seed-files.js';
import { contentOf, damageOf } from '../support/store-content.js';

const TITLES = JSON.stringify({ query: '{ articles(first: 100) { nodes { title } } }' });

/** The titles of the articles that a server has. */
async function titlesFrom({ url }: RunningServer): Promise<string[]> {
  const { status, data, errors } = await post(url, TITLES);
  expect({ status, errors }).toEqual({ status: 200, errors: undefined });
  return data.articles.nodes.map(({ title }: { title: string }) => title);
}

/** Lets a Node.js that ends say on standard error which of its own modules it has loaded. */
const TELLING_MODULES = `--import data:text/javascript,${encodeURIComponent("process.on('exit', () => console.error(process.moduleLoadList.join(', ')))")}`;

/** When what is compiled of a part of the built program was written, by its path. */
function compiledOf(part: string): Record<string, number> {
  const paths = globSync(join('dist/program/compiled/*', `${part}-*.js`));
  return Object.fromEntries(paths.map((path) => [path, statSync(path).mtimeMs]));
}

/** Whether anybody listens at the server's address. */
async function listens({ url }: RunningServer): Promise<boolean> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Begins a second request and holds half of its body back: the server cannot answer before `finish` has sent it. */
async function beginRequest({ url, process }: RunningServer) {
  const asked = request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': TITLES.length },
  });
  const answered = once(asked, 'response');
  asked.write(TITLES.slice(0, 10));
  await process.said(/"request began".*"request began"/s);
  const finish = async (): Promise<Answer & { connection: string | undefined }> => {
    asked.end(TITLES.slice(10));
    const [response]: IncomingMessage[] = await answered;
    if (response?.statusCode === undefined) throw new Error('The server did not answer.');
    const { statusCode: status, headers } = response;
    return { status, connection: headers.connection, ...JSON.parse(await text(response)) };
  };
  return { finish };
}

describe.concurrent('onrecord serve', () => {
  test('seeds a store that is not there, and answers', async ({ folder, onrecord }) => {
    const server = await onrecord.serve();
    const titles = await titlesFrom(server);
    expect(titles.length).toBeGreaterThan(0);
    expect(contentOf(join(folder, STORE))['article']).toHaveLength(titles.length);
    const { origin } = new URL(server.url);
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    expect((await fetch(`${origin}/readyz`)).status).toBe(200);
  });

  test('begins with what the build has compiled, and so keeps nothing of it anew', async ({ onrecord }) => {
    const built = compiledOf('serve');
    expect(Object.keys(built)).toHaveLength(1);
    const server = await onrecord.serve();
    await titlesFrom(server);
    await server.process.stop('SIGTERM');
    expect(compiledOf('serve')).toEqual(built);
  });

  test('gives a small answer without loading all of Node’s fetch', async ({ onrecord }) => {
    const server = await onrecord.serve({ NODE_OPTIONS: TELLING_MODULES, ONRECORD_SEED: 'off' });
    expect(await titlesFrom(server)).toEqual([]);
    const { stderr } = await server.process.stop('SIGTERM');
    const modules = stderr.split(', ');
    expect(modules).toContain('NativeModule http');
    expect(modules.filter((name) => name.includes('undici'))).toEqual([]);
  });

  test('leaves an empty store empty when ONRECORD_SEED is off', async ({ onrecord }) => {
    expect(await titlesFrom(await onrecord.serve({ ONRECORD_SEED: 'off' }))).toEqual([]);
  });

  test('does not seed a store that has articles', async ({ folder, onrecord }) => {
    writeQuietSeeds(join(folder, 'seeds'));
    await storeSeeds(join(folder, 'quiet.db'), join(folder, 'seeds'));
    const server = await onrecord.serve({ ONRECORD_STORE: 'quiet.db' });
    expect(await titlesFrom(server)).toEqual(['Nothing happened in Inkwell on Friday.']);
    expect(existsSync(join(folder, STORE))).toBe(false);
  });

  test('logs JSON lines, and answers with the id that its log has for the request', async ({ onrecord }) => {
    const { url, process } = await onrecord.serve();
    const headers = { 'content-type': 'application/json' };
    const responses = [
      await fetch(url, { method: 'POST', headers, body: TITLES }),
      await fetch(url, { method: 'POST', headers, body: '{' }),
      await fetch(new URL('/nowhere', url)),
    ];
    const ids = responses.map((response) => response.headers.get('x-request-id') ?? '');
    expect(new Set(ids).size).toBe(responses.length);
    const { code, stderr } = await process.stop('SIGTERM');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const line of process.log()) {
      expect(line).toEqual(expect.objectContaining({ level: expect.any(Number), time: expect.any(Number) }));
    }
    const requests = process.log().filter(({ msg }) => msg === 'request');
    expect(requests.map(({ reqId }) => reqId)).toEqual(ids);
  });
});

describe.concurrent('onrecord serve, told to end', () => {
  test.for(['SIGTERM', 'SIGINT'] as const)('finishes what is in flight on %s and closes the store', async (signal, {
    folder,
    onrecord,
  }) => {
    const server = await onrecord.serve({ LOG_LEVEL: 'debug' });
    const titles = await titlesFrom(server);
    const { finish } = await beginRequest(server);
    const ended = server.process.stop(signal);
    while (await listens(server)) await sleep(10);
    const { status, connection, data } = await finish();
    // A connection that stays open would hold the end up until it times out.
    expect({ status, connection }).toEqual({ status: 200, connection: 'close' });
    expect(data.articles.nodes).toEqual(titles.map((title) => ({ title })));

    expect(await ended).toMatchObject({ code: 0, signal: null, stderr: '' });
    expect(readdirSync(join(folder, 'data'))).toEqual(['onrecord.db']);
    expect(damageOf(join(folder, STORE))).toEqual([]);
  });

  test('does not wait for connections on which nothing is asked', async ({ onrecord }) => {
    const server = await onrecord.serve({ ONRECORD_SEED: 'off' });
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    await titlesFrom(server);
    const start = performance.now();
    expect(await server.process.stop('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
    expect(performance.now() - start).toBeLessThan(5_000);
    socket.destroy();
  });

  test('ends in good order when it is told while it still seeds', async ({ folder, onrecord }) => {
    const watcher = watch(folder);
    const touched = once(watcher, 'change');
    const process = onrecord.start(['serve'], { PORT: '0', ONRECORD_STORE: 'store.db' });
    await Promise.race([touched, process.ended]);
    watcher.close();
    expect(await process.stop('SIGTERM')).toMatchObject({ code: 0, signal: null, stderr: '' });
    expect(readdirSync(folder)).toEqual(['store.db']);
    expect(damageOf(join(folder, 'store.db'))).toEqual([]);
  });
});
