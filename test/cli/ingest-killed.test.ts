import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect } from 'vitest';
import { generateRecords } from '../../src/repository/generated/generate-records.js';
import { type OnRecord, test } from '../support/command.js';
import { damageOf } from '../support/store-content.js';

const COMMAND = fileURLToPath(new URL('../../bin/onrecord.js', import.meta.url));
/** How many articles are ingested, and how often that is killed; `npm run test:kill` asks for more. */
const ARTICLES = Number(process.env['ONRECORD_KILL_ARTICLES'] ?? 200);
const KILLS = Number(process.env['ONRECORD_KILLS'] ?? 3);
const PATIENCE = 60_000 + ARTICLES * KILLS * 250;

/** The beginning of a text, which is read sooner than the whole. */
function briefOf(text: string): string {
  return text.split('\n\n').slice(0, 2).join('\n\n');
}

/** Documents made of invented articles: half of them files of their own, half lines of one. */
function writeCorpus(folder: string): void {
  mkdirSync(join(folder, 'news'));
  const rows = [...generateRecords({ articles: ARTICLES, seed: 7 })].map(({ publisher, article, revision }, index) => ({
    ...{ publisher: publisher.name, title: article.title, text: briefOf(revision.text), url: article.url ?? undefined },
    publishedAt: new Date(Date.UTC(2020, 0, 1, 0, index)).toISOString(),
  }));
  const half = Math.floor(rows.length / 2);
  for (const [index, row] of rows.slice(0, half).entries()) {
    writeFileSync(join(folder, 'news', `${String(index).padStart(5, '0')}.json`), JSON.stringify(row));
  }
  writeFileSync(
    join(folder, 'rest.jsonl'),
    rows
      .slice(half)
      .map((row) => JSON.stringify(row))
      .join('\n'),
  );
}

const batch = (store: string) => ['ingest', 'news', 'rest.jsonl', '--workers', '2', '--json', '--store', store];

/** The ids of the articles that a batch has said to be stored. */
function acknowledged(stdout: string): string[] {
  return [...stdout.matchAll(/"articleId":"(?<id>art_\w+)"/gu)].map(({ groups }) => groups?.['id'] ?? '');
}

/** Everything that a store exports, but for times, sorted. */
async function exported(onrecord: OnRecord, store: string): Promise<string[]> {
  const { code, stdout } = await onrecord.run(['export', '--store', store]);
  expect(code).toBe(0);
  const withoutTimes = (name: string, value: unknown) =>
    ['at', 'recordedAt', 'storedAt', 'updatedAt'].includes(name) ? undefined : value;
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.stringify(JSON.parse(line), withoutTimes))
    .sort();
}

/** What an article has in an export: its own record and all that belongs to it. */
function linesOf(lines: readonly string[], articleId: string): string[] {
  return lines.filter((line) => line.includes(articleId));
}

describe('an ingest that is killed', () => {
  test(
    `leaves every acknowledged article whole at any of ${KILLS} moments, and goes on where it was`,
    async ({ onrecord, folder }) => {
      writeCorpus(folder);
      const start = performance.now();
      const whole = await onrecord.run(batch('whole.db'));
      const milliseconds = performance.now() - start;
      expect(whole.code).toBe(0);
      const wanted = await exported(onrecord, 'whole.db');
      for (let kill = 0; kill < KILLS; kill++) {
        const store = `killed-${kill}.db`;
        const running = onrecord.start(batch(store));
        // The first part of the time nothing is stored yet: the moments lie where articles are.
        await new Promise((resolve) => setTimeout(resolve, milliseconds * (0.2 + 0.75 * Math.random())));
        const { stdout } = await running.stop('SIGKILL');
        const stored = acknowledged(stdout);
        // On a busy machine the moment may come before the store is there.
        if (existsSync(join(folder, store))) expect(damageOf(join(folder, store))).toEqual([]);
        const left = await exported(onrecord, store);
        for (const id of stored) expect(linesOf(left, id).length, id).toBeGreaterThan(0);
        // Whatever is there is as it is in the end: nothing is stored by half.
        const ofArticles = left.filter((line) =>
          /^\{"type":"(?:Article|Statement|Statistic|Appearance|Unresolved)"/u.test(line),
        );
        const final = new Set(wanted);
        expect(ofArticles.filter((line) => !final.has(line))).toEqual([]);
        for (const id of articleIdsIn(left)) expect(countOf(left, id), id).toEqual(countOf(wanted, id));
        expect((await onrecord.run(batch(store))).code).toBe(0);
        expect(await exported(onrecord, store)).toEqual(wanted);
        for (const name of [store, `${store}-wal`, `${store}-shm`]) rmSync(join(folder, name), { force: true });
      }
    },
    PATIENCE,
  );
});

describe.runIf(process.platform === 'linux')('an ingest into a store that cannot be written', () => {
  test('ends with what it has stored when the disk is full, and goes on when there is room', async ({
    onrecord,
    folder,
  }) => {
    writeCorpus(folder);
    const store = join(folder, 'full.db');
    expect((await onrecord.run(['migrate', '--store', 'full.db'])).code).toBe(0);
    // No file may grow beyond 3 MiB: what the system then answers is what it answers when a disk is full.
    const limited = `trap '' XFSZ; ulimit -f 3072; exec "${process.execPath}" "$@"`;
    const args = ['-c', limited, 'bash', COMMAND, ...batch(store), '--workers', '1'];
    const ended = spawnSync('bash', args, { cwd: folder, encoding: 'utf8' });
    expect(ended.status).toBe(1);
    expect(ended.stderr).toMatch(/^onrecord: The store .*full\.db cannot (?:grow|be read or written): .*\.\n$/u);
    const stored = acknowledged(ended.stdout);
    expect(stored.length).toBeGreaterThan(0);
    expect(stored.length).toBeLessThan(ARTICLES);
    expect(damageOf(store)).toEqual([]);
    expect(articleIdsIn(await exported(onrecord, 'full.db')).sort()).toEqual(stored.sort());
    const again = await onrecord.run(['ingest', 'news/00000.json', '--json', '--store', 'full.db']);
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('"UNCHANGED"') });
  });

  test('says that a store is read-only, and leaves it as it is', async ({ onrecord, folder }) => {
    writeCorpus(folder);
    expect((await onrecord.run(['ingest', 'news/00000.json', '--store', 'kept.db'])).code).toBe(0);
    const database = new DatabaseSync(join(folder, 'kept.db'));
    database.exec('pragma wal_checkpoint(truncate); pragma journal_mode = delete');
    database.close();
    // Root may write any file; but a database of a format that is too new to be written SQLite only reads.
    markAsReadOnly(join(folder, 'kept.db'));
    const kept = readFileSync(join(folder, 'kept.db'));
    const ended = await onrecord.run(['ingest', 'news/00001.json', '--store', 'kept.db']);
    expect(ended).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/kept\.db cannot be written: .*read-only/u),
    });
    expect(readFileSync(join(folder, 'kept.db'))).toEqual(kept);
  });
});

/** Sets the write version of a database file’s header (byte 18) to one that is yet to come. */
function markAsReadOnly(file: string): void {
  const header = openSync(file, 'r+');
  writeSync(header, Uint8Array.of(9), 0, 1, 18);
  closeSync(header);
}

function articleIdsIn(lines: readonly string[]): string[] {
  return lines.flatMap((line) => /^\{"type":"Article","id":"(?<id>art_\w+)"/u.exec(line)?.groups?.['id'] ?? []);
}

/** How many records of each type belong to an article. */
function countOf(lines: readonly string[], id: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const line of lines) {
    const type = /^\{"type":"(?<type>\w+)"/u.exec(line)?.groups?.['type'] ?? '';
    const isOwn = ['ArticleRevision', 'Appearance', 'Unresolved', 'UnnamedSource', 'Statement', 'Statistic'].includes(
      type,
    );
    if (isOwn && line.includes(`"articleId":"${id}"`)) counts[type] = (counts[type] ?? 0) + 1;
  }
  return counts;
}
