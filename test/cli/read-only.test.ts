import { chmodSync, chownSync, closeSync, copyFileSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect } from 'vitest';
import { type OnRecord, test } from '../support/command.js';
import { ingestArticle, ingestKey } from '../support/ingesting.js';
import { post } from '../support/running-service.js';
import { storeSeeds } from '../support/seed-files.js';

const TITLES = JSON.stringify({ query: '{ articles(first: 100) { nodes { title } } }' });
/** Root may write everything, and so stands back. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** Gives a folder and all that is in it to who runs the commands, makes it read-only, and writable again when the test ends. */
function makeReadOnly(folder: string, names: readonly string[], onTestFinished: (done: () => void) => void): void {
  for (const name of ['.', ...readdirSync(folder)]) {
    if (NOBODY.uid !== undefined) chownSync(join(folder, name), NOBODY.uid, NOBODY.gid);
  }
  onTestFinished(() => chmodSync(folder, 0o755));
  for (const name of names) chmodSync(join(folder, name), name === '.' ? 0o555 : 0o444);
}

/** Expects that a store is served, that a mutation is answered with what is wrong, and that the log warns. */
async function expectServed(onrecord: OnRecord, store: string, secret: string): Promise<void> {
  const { url, process } = await onrecord.serve({ ONRECORD_STORE: store });
  expect((await fetch(`${new URL(url).origin}/readyz`)).status).toBe(200);
  for (let turn = 0; turn < 2; turn++) {
    expect((await post(url, TITLES)).data.articles.nodes).toHaveLength(5);
    const { errors } = await ingestArticle(url, secret, turn);
    expect(errors).toMatchObject([{ extensions: { code: 'STORE_UNAVAILABLE' } }]);
  }
  const ended = await process.stop('SIGTERM');
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  const warned = process.log().filter(({ level }) => level === 40);
  expect(warned).toMatchObject([{ msg: expect.stringMatching(/^The store .* is read-only: it is served/) }]);
  expect(ended.stdout).toMatch(/cannot be written: .* is read-only/);
}

describe.runIf(process.platform !== 'win32')('a store that cannot be written', () => {
  test.for([
    ['its file is read-only', ['news.db']],
    ['its folder is read-only', ['.']],
    ['both are', ['news.db', '.']],
  ] as const)('is served, checked, copied and exported where %s', async ([, names], {
    folder,
    onrecord,
    onTestFinished,
  }) => {
    const file = join(folder, 'news.db');
    await storeSeeds(file);
    const secret = await ingestKey(file);
    const before = readFileSync(file);
    makeReadOnly(folder, names, onTestFinished);
    onrecord.user = NOBODY;
    await expectServed(onrecord, 'news.db', secret);
    expect(await onrecord.run(['check', '--store', 'news.db'])).toMatchObject({ code: 0, stderr: '' });
    const exported = await onrecord.run(['export', '--store', 'news.db']);
    expect(exported).toMatchObject({ code: 0, stderr: '' });
    expect(exported.stdout).toContain('{"type":"Article"');
    for (const args of [['reindex'], ['key', 'create', 'Desk', '--scope', 'read'], ['seed']]) {
      const ended = await onrecord.run([...args, '--store', 'news.db']);
      expect(ended.code, args[0]).toBe(1);
      expect(ended.stderr, args[0]).toMatch(/news\.db cannot be (?:written|opened): /);
    }
    const backup = await onrecord.run(['backup', 'copy.db', '--store', 'news.db']);
    if ((names as readonly string[]).includes('.')) {
      expect(backup).toMatchObject({ code: 1, stderr: expect.stringMatching(/copy\.db cannot be (?:written|opened)/) });
      const restored = await onrecord.run(['restore', 'news.db', '--store', 'new.db']);
      expect(restored).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/new\.db cannot be written: its folder/),
      });
    } else {
      expect(backup).toMatchObject({ code: 0, stderr: '' });
    }
    expect(readFileSync(file)).toEqual(before);
  });

  test('is served where SQLite itself may not write it', async ({ folder, onrecord }) => {
    const file = join(folder, 'news.db');
    await storeSeeds(file);
    const secret = await ingestKey(file);
    const database = new DatabaseSync(file);
    database.exec('pragma journal_mode = delete');
    database.close();
    // A version of the file format that is yet to come is for reading alone.
    const header = openSync(file, 'r+');
    writeSync(header, Uint8Array.of(9), 0, 1, 18);
    closeSync(header);
    await expectServed(onrecord, 'news.db', secret);
  });

  test('is not served where it would have to be migrated, or is none', async ({ folder, onrecord, onTestFinished }) => {
    await storeSeeds(join(folder, 'older.db'));
    const database = new DatabaseSync(join(folder, 'older.db'));
    database.exec('delete from kysely_migration');
    database.close();
    copyFileSync('README.md', join(folder, 'text.db'));
    makeReadOnly(folder, ['.', 'older.db', 'text.db'], onTestFinished);
    onrecord.user = NOBODY;
    const serve = (store: string) => onrecord.run(['serve'], { ONRECORD_STORE: store, PORT: '0' });
    expect(await serve('older.db')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is of an older version'),
    });
    expect(await serve('text.db')).toMatchObject({ code: 1, stderr: expect.stringContaining('not a SQLite database') });
    expect(await serve('none.db')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('none.db cannot be opened'),
    });
  });
});
