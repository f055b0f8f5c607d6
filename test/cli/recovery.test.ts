import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect } from 'vitest';
import { checkStore } from '../../src/repository/sqlite/check/check-store.js';
import { type OnRecord, type RunningServer, test } from '../support/command.js';
import { articleIdsIn, ingestArticle, ingestKey, SteadyIngest } from '../support/ingesting.js';
import { post } from '../support/running-service.js';
import { storeSeeds } from '../support/seed-files.js';
import { UNHURRIED } from '../support/unhurried.js';

const COMMAND = fileURLToPath(new URL('../../bin/onrecord.js', import.meta.url));
const TITLES = JSON.stringify({ query: '{ articles(first: 100) { nodes { title } } }' });
const KILLS = 3;

async function isReady({ url }: Pick<RunningServer, 'url'>): Promise<boolean> {
  return (await fetch(`${new URL(url).origin}/readyz`)).status === 200;
}

async function idsIn(onrecord: OnRecord, store: string): Promise<Set<string>> {
  return new Set(articleIdsIn((await onrecord.run(['export', '--store', store])).stdout));
}

describe('a service that is killed under load', () => {
  test('is ready again, with whatever it has acknowledged, and its store is whole', async ({ folder, onrecord }) => {
    const file = join(folder, 'news.db');
    await storeSeeds(file);
    const secret = await ingestKey(file);
    const acknowledged = new Set<string>();
    for (let kill = 0; kill < KILLS; kill++) {
      const server = await onrecord.serve({ ONRECORD_STORE: 'news.db', LOG_LEVEL: 'info' });
      expect(await isReady(server)).toBe(true);
      const ingest = new SteadyIngest(server.url, secret);
      const reading = Promise.allSettled(Array.from({ length: 50 }, () => post(server.url, TITLES)));
      await ingest.reached(3 + 4 * kill);
      await server.process.stop('SIGKILL');
      await ingest.end();
      await reading;
      for (const id of ingest.acknowledged) acknowledged.add(id);
      expect((await checkStore(file)).findings).toEqual([]);
      const stored = await idsIn(onrecord, 'news.db');
      expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);
    }
    expect(await isReady(await onrecord.serve({ ONRECORD_STORE: 'news.db' }))).toBe(true);
  });
});

describe.runIf(process.platform === 'linux')('a service whose disk is full', () => {
  test('stays up and goes on answering, and says of what is sent that it is not stored', async ({
    folder,
    onrecord,
    onTestFinished,
  }) => {
    const file = join(folder, 'news.db');
    await storeSeeds(file);
    const secret = await ingestKey(file);
    // No file may grow beyond 1 MiB: what the system then answers is what it answers when a disk is full.
    const limited = `trap '' XFSZ; ulimit -f 1024; exec "${process.execPath}" "$@"`;
    const server = spawn('bash', ['-c', limited, 'bash', COMMAND, 'serve'], {
      cwd: folder,
      env: { PATH: process.env['PATH'], ONRECORD_STORE: 'news.db', PORT: '0', ...UNHURRIED },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    onTestFinished(() => void server.kill('SIGKILL'));
    let output = '';
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    while (!/Server listening at (http:[^"\s]+)/.test(output)) await once(server.stdout, 'data');
    const url = `${/Server listening at (http:[^"\s]+)/.exec(output)?.[1]}/graphql`;
    const stored: string[] = [];
    let refusals = 0;
    for (let number = 0; refusals < 3; number++) {
      const { data, errors } = await ingestArticle(url, secret, number);
      const id = data?.ingestArticle?.article?.id;
      if (id !== undefined) stored.push(id);
      else {
        refusals++;
        expect(errors).toMatchObject([{ extensions: { code: 'STORE_UNAVAILABLE' } }]);
      }
      expect(number).toBeLessThan(500);
    }
    expect((await post(url, TITLES)).data.articles.nodes.length).toBe(Math.min(100, 5 + stored.length));
    expect(await isReady({ url })).toBe(true);
    server.kill('SIGTERM');
    expect(await once(server, 'exit')).toEqual([0, null]);
    expect((await checkStore(file)).findings).toEqual([]);
    const kept = await idsIn(onrecord, 'news.db');
    expect(stored.filter((id) => !kept.has(id))).toEqual([]);
  });
});

describe('onrecord reindex', () => {
  test('goes on beside readers, and leaves a whole store wherever it is killed', async ({ folder, onrecord }) => {
    const file = join(folder, 'news.db');
    expect((await onrecord.run(['generate', '--articles', '150', '--store', 'news.db'])).code).toBe(0);
    const start = performance.now();
    expect((await onrecord.run(['reindex', '--store', 'news.db'])).code).toBe(0);
    const milliseconds = performance.now() - start;
    const server = await onrecord.serve({ ONRECORD_STORE: 'news.db' });
    for (let kill = 0; kill < 4; kill++) {
      const running = onrecord.start(['reindex', '--store', 'news.db']);
      await new Promise((resolve) => setTimeout(resolve, milliseconds * (0.3 + 0.2 * kill)));
      expect((await post(server.url, TITLES)).data.articles.nodes).toHaveLength(100);
      await running.stop('SIGKILL');
      expect((await checkStore(file)).findings).toEqual([]);
    }
  });

  test('says that the store is locked, of a newer version, or not there', async ({ folder, onrecord }) => {
    const file = join(folder, 'news.db');
    await storeSeeds(file);
    const database = new DatabaseSync(file);
    database.exec('begin immediate');
    const locked = await onrecord.run(['reindex', '--store', 'news.db']);
    expect(locked).toMatchObject({ code: 1, stderr: expect.stringContaining('news.db is locked by another process') });
    // Who writes holds up nobody who reads.
    expect(await onrecord.run(['check', '--store', 'news.db'])).toMatchObject({ code: 0, stderr: '' });
    expect(await onrecord.run(['backup', 'copy.db', '--store', 'news.db'])).toMatchObject({ code: 0, stderr: '' });
    database.exec(`rollback; insert into kysely_migration values ('9999-later', '2099')`);
    database.close();
    const newer = await onrecord.run(['reindex', '--store', 'news.db']);
    expect(newer).toMatchObject({ code: 1, stderr: expect.stringContaining('newer version of On Record') });
    const missing = await onrecord.run(['reindex', '--store', 'none.db']);
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no store none.db') });
  });

  test('says, as check and backup do, that a store is locked altogether', async ({ folder, onrecord }) => {
    const file = join(folder, 'news.db');
    await storeSeeds(file);
    const database = new DatabaseSync(file);
    database.exec('pragma locking_mode = exclusive; begin exclusive');
    const commands = [['check'], ['backup', 'copy.db'], ['reindex']];
    const ends = await Promise.all(commands.map((args) => onrecord.run([...args, '--store', 'news.db'])));
    for (const ended of ends) {
      expect(ended).toMatchObject({
        ...{ code: 1, stdout: '', stderr: expect.stringContaining('news.db is locked by another process') },
      });
    }
    database.close();
  });
});
