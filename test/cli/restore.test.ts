import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect } from 'vitest';
import { checkStore } from '../../src/repository/sqlite/check/check-store.js';
import { type OnRecord, test } from '../support/command.js';
import { ingestArticle, ingestKey } from '../support/ingesting.js';
import { storeSeeds, writeQuietSeeds } from '../support/seed-files.js';
import { contentOf } from '../support/store-content.js';

/** A store of the seeds (`old.db`), and a backup of another one, with one article (`copy.db`). */
async function storeAndBackup(folder: string, onrecord: OnRecord): Promise<void> {
  writeQuietSeeds(join(folder, 'seeds'));
  await storeSeeds(join(folder, 'quiet.db'), join(folder, 'seeds'));
  await storeSeeds(join(folder, 'old.db'));
  expect(await onrecord.run(['backup', 'copy.db', '--store', 'quiet.db'])).toMatchObject({ code: 0, stderr: '' });
}

describe('onrecord restore', () => {
  test('makes a store of a backup where there was none, and in the place of one', async ({ folder, onrecord }) => {
    await storeAndBackup(folder, onrecord);
    const first = await onrecord.run(['restore', 'copy.db', '--store', 'new/new.db']);
    const stdout = 'new/new.db is restored from copy.db: 1 article.\n';
    expect(first).toEqual({ code: 0, signal: null, stdout, stderr: '' });
    expect(contentOf(join(folder, 'new/new.db'))).toEqual(contentOf(join(folder, 'quiet.db')));
    expect(readdirSync(join(folder, 'new'))).toEqual(['new.db']);
    const before = contentOf(join(folder, 'old.db'));
    const refused = await onrecord.run(['restore', 'copy.db', '--store', 'old.db']);
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/There is a store old\.db already; .*--force/),
    });
    expect(contentOf(join(folder, 'old.db'))).toEqual(before);
    const forced = await onrecord.run(['restore', 'copy.db', '--store', 'old.db', '--force', '--json']);
    expect(forced).toMatchObject({ code: 0, stdout: '{"articles":1}\n', stderr: '' });
    expect(contentOf(join(folder, 'old.db'))).toEqual(contentOf(join(folder, 'quiet.db')));
    const server = await onrecord.serve({ ONRECORD_STORE: 'old.db' });
    const { origin } = new URL(server.url);
    expect((await fetch(`${origin}/readyz`)).status).toBe(200);
  });

  test('takes nothing of the old store’s log into the new one', async ({ folder, onrecord }) => {
    await storeAndBackup(folder, onrecord);
    const secret = await ingestKey(join(folder, 'old.db'));
    const { url, process } = await onrecord.serve({ ONRECORD_STORE: 'old.db' });
    for (let number = 0; number < 5; number++) await ingestArticle(url, secret, number);
    await process.stop('SIGKILL');
    expect(statSync(join(folder, 'old.db-wal')).size).toBeGreaterThan(0);
    expect(await onrecord.run(['restore', 'copy.db', '--store', 'old.db', '--force'])).toMatchObject({ code: 0 });
    expect(contentOf(join(folder, 'old.db'))).toEqual(contentOf(join(folder, 'quiet.db')));
    // A log may also be all that is left of a store.
    copyFileSync(join(folder, 'quiet.db'), join(folder, 'lost.db-wal'));
    expect(await onrecord.run(['restore', 'copy.db', '--store', 'lost.db'])).toMatchObject({ code: 0 });
    expect(readdirSync(folder).filter((name) => name.startsWith('lost'))).toEqual(['lost.db']);
  });

  test('refuses while another process has the store open, even a broken one', async ({ folder, onrecord }) => {
    await storeAndBackup(folder, onrecord);
    const { process, url } = await onrecord.serve({ ONRECORD_STORE: 'old.db' });
    const restore = () => onrecord.run(['restore', 'copy.db', '--store', 'old.db', '--force']);
    const inUse = { code: 1, stderr: expect.stringContaining('old.db is open in another process') };
    expect(await restore()).toMatchObject(inUse);
    expect((await fetch(`${new URL(url).origin}/readyz`)).status).toBe(200);
    writeFileSync(join(folder, 'old.db'), 'XXXX', { flag: 'r+' });
    expect(await restore()).toMatchObject(inUse);
    await process.stop('SIGKILL');
    expect(await restore()).toMatchObject({ code: 0, stderr: '' });
    expect((await checkStore(join(folder, 'old.db'))).findings).toEqual([]);
  });

  test('refuses what is no whole backup, and leaves the store as it is', async ({ folder, onrecord }) => {
    await storeAndBackup(folder, onrecord);
    const before = readFileSync(join(folder, 'old.db'));
    const refused = async (name: string) => {
      const ended = await onrecord.run(['restore', name, '--store', 'old.db', '--force']);
      expect(ended.code).toBe(1);
      expect(readFileSync(join(folder, 'old.db'))).toEqual(before);
      return ended.stdout + ended.stderr;
    };
    const copy = (name: string) => {
      copyFileSync(join(folder, 'quiet.db'), join(folder, name));
      return join(folder, name);
    };
    const changed = (name: string, script: string) => {
      const database = new DatabaseSync(copy(name), { enableForeignKeyConstraints: false });
      database.exec(script);
      database.close();
    };
    expect(await refused('none.db')).toMatch(/There is no backup none\.db/);
    expect(await refused('old.db')).toMatch(/is the store itself/);
    writeFileSync(join(folder, 'text.db'), 'This is no database. '.repeat(100));
    expect(await refused('text.db')).toMatch(/text\.db is not a SQLite database/);
    changed('newer.db', `insert into kysely_migration values ('9999-later', '2099')`);
    expect(await refused('newer.db')).toMatch(/newer version of On Record/);
    changed('other.db', 'pragma application_id = 7');
    expect(await refused('other.db')).toMatch(/of another program/);
    changed('orphans.db', 'delete from publisher');
    expect(await refused('orphans.db')).toMatch(
      /^ORPHAN article .*\n.*orphans\.db is not whole .* old\.db is left as it was/su,
    );
    truncateSync(copy('short.db'), 100_000);
    expect(await refused('short.db')).toMatch(/short\.db is damaged/);
    copy('used.db');
    writeFileSync(join(folder, 'used.db-wal'), 'something');
    expect(await refused('used.db')).toMatch(/used\.db is a store in use.*onrecord backup --store used\.db/);
    expect((await onrecord.run(['restore'])).code).toBe(2);
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
  });

  test('replaces what a link leads to, and keeps its mode', async ({ folder, onrecord }) => {
    await storeAndBackup(folder, onrecord);
    symlinkSync('old.db', join(folder, 'link.db'));
    const { mode } = statSync(join(folder, 'old.db'));
    expect(await onrecord.run(['restore', 'copy.db', '--store', 'link.db', '--force'])).toMatchObject({ code: 0 });
    expect(contentOf(join(folder, 'old.db'))['article']).toHaveLength(1);
    expect(statSync(join(folder, 'old.db')).mode).toBe(mode);
  });

  test('leaves the old store or the new one when it is killed', async ({ folder, onrecord }) => {
    await storeSeeds(join(folder, 'old.db'));
    const old = contentOf(join(folder, 'old.db'));
    expect((await onrecord.run(['generate', '--articles', '60', '--store', 'many.db'])).code).toBe(0);
    expect((await onrecord.run(['backup', 'copy.db', '--store', 'many.db'])).code).toBe(0);
    const many = contentOf(join(folder, 'many.db'));
    const start = performance.now();
    expect((await onrecord.run(['restore', 'copy.db', '--store', 'timed.db'])).code).toBe(0);
    const milliseconds = performance.now() - start;
    for (let kill = 0; kill < 6; kill++) {
      const store = `killed-${kill}.db`;
      copyFileSync(join(folder, 'old.db'), join(folder, store));
      const running = onrecord.start(['restore', 'copy.db', '--store', store, '--force']);
      // The last part of the time is that in which files change.
      await new Promise((resolve) => setTimeout(resolve, milliseconds * (0.75 + 0.06 * kill)));
      await running.stop('SIGKILL');
      expect((await checkStore(join(folder, store))).findings).toEqual([]);
      const content = contentOf(join(folder, store));
      expect([JSON.stringify(old), JSON.stringify(many)]).toContain(JSON.stringify(content));
    }
    expect(await onrecord.run(['restore', 'copy.db', '--store', 'killed-0.db', '--force'])).toMatchObject({ code: 0 });
    expect(existsSync(join(folder, 'killed-0.db-wal'))).toBe(false);
  });
});
