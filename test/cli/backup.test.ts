import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, onTestFinished } from 'vitest';
import { checkStore } from '../../src/repository/sqlite/check/check-store.js';
import { type OnRecord, test } from '../support/command.js';
import { articleIdsIn, ingestKey, SteadyIngest } from '../support/ingesting.js';
import { storeSeeds } from '../support/seed-files.js';
import { contentOf, damageOf } from '../support/store-content.js';

const COMMAND = fileURLToPath(new URL('../../bin/onrecord.js', import.meta.url));

async function exported(onrecord: OnRecord, store: string): Promise<string> {
  const { code, stdout } = await onrecord.run(['export', '--store', store]);
  expect(code).toBe(0);
  return stdout;
}

describe('onrecord backup', () => {
  test('writes all that the store holds into one file, and says how much that is', async ({ folder, onrecord }) => {
    await storeSeeds(join(folder, 'news.db'));
    const { code, stdout, stderr } = await onrecord.run(['backup', 'copy.db', '--store', 'news.db']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const bytes = statSync(join(folder, 'copy.db')).size;
    expect(stdout).toBe(`copy.db is a backup of news.db: 5 articles, ${bytes.toLocaleString('en')} bytes.\n`);
    expect(readdirSync(folder).filter((name) => name.includes('copy'))).toEqual(['copy.db']);
    expect(contentOf(join(folder, 'copy.db'))).toEqual(contentOf(join(folder, 'news.db')));
    expect(damageOf(join(folder, 'copy.db'))).toEqual([]);
    const again = await onrecord.run(['backup', 'copy.db', '--store', 'news.db', '--force', '--json']);
    expect(JSON.parse(again.stdout)).toEqual({ articles: 5, bytes });
  });

  test('has whatever was acknowledged before it began, while a service goes on writing', async ({
    folder,
    onrecord,
  }) => {
    const store = join(folder, 'news.db');
    await storeSeeds(store);
    const secret = await ingestKey(store);
    const { url, process } = await onrecord.serve({ ONRECORD_STORE: 'news.db', LOG_LEVEL: 'info' });
    const ingest = new SteadyIngest(url, secret);
    for (const name of ['first.db', 'second.db']) {
      await ingest.reached(ingest.acknowledged.length + 10);
      const before = [...ingest.acknowledged];
      expect(await onrecord.run(['backup', name, '--store', 'news.db'])).toMatchObject({ code: 0, stderr: '' });
      expect(await onrecord.run(['restore', name, '--store', `new-${name}`])).toMatchObject({ code: 0, stderr: '' });
      expect(await onrecord.run(['check', '--store', `new-${name}`])).toMatchObject({ code: 0, stderr: '' });
      const restored = new Set(articleIdsIn(await exported(onrecord, `new-${name}`)));
      expect(before.filter((id) => !restored.has(id))).toEqual([]);
    }
    await ingest.end();
    expect(await process.stop('SIGTERM')).toMatchObject({ code: 0 });
    expect(process.log().filter(({ level }) => level > 30)).toEqual([]);
  });

  test('replaces nothing unless it is told to, and leaves nothing where it fails', async ({ folder, onrecord }) => {
    await storeSeeds(join(folder, 'news.db'));
    writeFileSync(join(folder, 'precious.txt'), 'do not lose');
    writeFileSync(join(folder, 'text.db'), 'This is no database, however long it may be. '.repeat(100));
    writeFileSync(join(folder, 'empty.db'), '');
    const newer = join(folder, 'newer.db');
    await storeSeeds(newer);
    const database = new DatabaseSync(newer);
    database.exec(`insert into kysely_migration values ('9999-later', '2099')`);
    database.close();
    const refused = async (...args: string[]) => {
      const ended = await onrecord.run(['backup', ...args]);
      expect(ended).toMatchObject({ code: 1, stdout: '' });
      return ended.stderr;
    };
    expect(await refused('precious.txt', '--store', 'news.db')).toMatch(
      /There is a file precious\.txt already; .*--force/,
    );
    expect(readFileSync(join(folder, 'precious.txt'), 'utf8')).toBe('do not lose');
    expect(await refused('copy.db', '--store', 'none.db')).toMatch(/There is no store none\.db/);
    expect(await refused('copy.db', '--store', 'text.db')).toMatch(/text\.db is not a SQLite database/);
    expect(await refused('copy.db', '--store', 'empty.db')).toMatch(/empty\.db is empty/);
    expect(await refused('copy.db', '--store', 'newer.db')).toMatch(/newer version of On Record/);
    expect(await refused('nowhere/copy.db', '--store', 'news.db')).toMatch(/its folder is not there/);
    mkdirSync(join(folder, 'taken.db'));
    expect(await refused('taken.db', '--store', 'news.db', '--force')).toMatch(/taken\.db cannot be written/);
    expect((await onrecord.run(['backup'])).code).toBe(2);
    expect(readdirSync(folder).filter((name) => /copy|partial/.test(name))).toEqual([]);
  });

  test('never takes the place of the store itself, by whatever name, of what is beside it, or of what is no file', async ({
    folder,
    onrecord,
  }) => {
    const store = join(folder, 'news.db');
    await storeSeeds(store);
    mkdirSync(join(folder, 'stores'));
    symlinkSync(store, join(folder, 'stores', 'current.db'));
    symlinkSync('.', join(folder, 'here'));
    const listening = createServer().listen(join(folder, 'socket'));
    await once(listening, 'listening');
    onTestFinished(() => void listening.close());
    const open = new DatabaseSync(store);
    open.exec('pragma user_version = 7');
    const identity = () => statSync(store).ino;
    const before = identity();
    for (const [file, named] of [
      ['news.db', 'news.db'],
      ['here/news.db', 'news.db'],
      ['news.db-wal', 'news.db'],
      ['news.db-shm', './news.db'],
      ['news.db', 'stores/current.db'],
      ['stores/current.db', 'stores/current.db'],
    ] as const) {
      const ended = await onrecord.run(['backup', file, '--store', named, '--force']);
      expect(ended).toMatchObject({ code: 1, stdout: '' });
      expect(ended.stderr).toMatch(/is the store itself, or belongs to it/);
    }
    const { code, stderr } = await onrecord.run(['backup', 'socket', '--store', 'news.db', '--force']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/socket is no ordinary file/);
    expect(statSync(join(folder, 'socket')).isSocket()).toBe(true);
    open.close();
    expect(identity()).toBe(before);
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
  });

  test('tells of any bit that changed since', async ({ folder, onrecord }) => {
    await storeSeeds(join(folder, 'news.db'));
    await onrecord.run(['backup', 'copy.db', '--store', 'news.db']);
    const whole = readFileSync(join(folder, 'copy.db'));
    const flipped = join(folder, 'flipped.db');
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, bits) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ bits;
        writeFileSync(flipped, bytes);
        const outcome = await checkStore(flipped).catch((error: Error) => error.name);
        expect(typeof outcome === 'string' ? outcome : outcome.count).not.toBe(0);
      }),
      { numRuns: 50 },
    );
    const ended = await onrecord.run(['restore', 'flipped.db', '--store', 'new.db']);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(existsSync(join(folder, 'new.db'))).toBe(false);
  });

  test('is whole or not there when it is killed, and the next one takes away what was left', async ({
    folder,
    onrecord,
  }) => {
    const generate = await onrecord.run(['generate', '--articles', '400', '--store', 'news.db']);
    expect(generate.code).toBe(0);
    for (let kill = 0; kill < 6; kill++) {
      const running = onrecord.start(['backup', 'copy.db', '--store', 'news.db']);
      const began = performance.now();
      // From the moment at which there is something to lose, a little later each time.
      while (!partials(folder) && !existsSync(join(folder, 'copy.db')) && performance.now() - began < 20_000) {
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      await new Promise((resolve) => setTimeout(resolve, kill * 25));
      await running.stop('SIGKILL');
      if (!existsSync(join(folder, 'copy.db'))) continue;
      expect((await checkStore(join(folder, 'copy.db'))).findings).toEqual([]);
      break;
    }
    expect(await onrecord.run(['backup', 'copy.db', '--store', 'news.db', '--force'])).toMatchObject({ code: 0 });
    expect((await checkStore(join(folder, 'copy.db'))).findings).toEqual([]);
    expect(partials(folder)).toBe(false);
    expect((await checkStore(join(folder, 'news.db'))).findings).toEqual([]);
  });

  test.runIf(process.platform === 'linux')('leaves nothing when the disk is full', async ({ folder, onrecord }) => {
    expect((await onrecord.run(['generate', '--articles', '100', '--store', 'news.db'])).code).toBe(0);
    // No file may grow beyond 1 MiB: what the system then answers is what it answers when a disk is full.
    const limited = `trap '' XFSZ; ulimit -f 1024; exec "${process.execPath}" "$@"`;
    const args = ['-c', limited, 'bash', COMMAND, 'backup', 'copy.db', '--store', 'news.db'];
    const ended = spawnSync('bash', args, { cwd: folder, encoding: 'utf8' });
    expect(ended.status).toBe(1);
    expect(ended.stderr).toMatch(/^onrecord: The backup copy\.db cannot (?:grow|be read or written): .*\.\n$/u);
    expect(readdirSync(folder).filter((name) => name.includes('copy'))).toEqual([]);
  });
});

/** Whether a part of a backup is there. */
function partials(folder: string): boolean {
  return readdirSync(folder).some((name) => name.includes('.partial'));
}
