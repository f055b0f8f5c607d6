import { hash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { migrateStore } from '../../src/repository/sqlite/migrate-store.js';
import { type Ended, type OnRecord, test } from '../support/command.js';
import { post } from '../support/running-service.js';
import { storeSeeds } from '../support/seed-files.js';
import { contentOf } from '../support/store-content.js';

/** Expects the one line of a command that failed, and nothing else, and gives it. */
function complaintOf({ code, stdout, stderr }: Ended): string {
  expect({ code, stdout, stderr }).toEqual({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^onrecord: [^\n]+\.\n$/),
  });
  return stderr;
}

/** Runs statements on a database as another program would. */
function write(file: string, ...statements: readonly string[]): void {
  const database = new DatabaseSync(file);
  for (const statement of statements) database.exec(statement);
  database.close();
}

describe.concurrent('a store that another process is writing to', () => {
  test('is given up after ten seconds, as it was', { timeout: 60_000 }, async ({ folder, onrecord }) => {
    const file = join(folder, 'news.db');
    await migrateStore(file);
    const other = new DatabaseSync(file);
    try {
      other.exec('begin immediate');
      const start = performance.now();
      const complaint = complaintOf(await onrecord.run(['seed', '--store', 'news.db']));
      expect(performance.now() - start).toBeGreaterThan(10_000);
      expect(complaint).toMatch(/The store news\.db is locked by another process .* more than ten seconds/);
    } finally {
      other.close();
    }
    expect(contentOf(file)['article']).toEqual([]);
  });

  test('is given up after ten seconds also where it is new', { timeout: 60_000 }, async ({ folder, onrecord }) => {
    const other = new DatabaseSync(join(folder, 'news.db'));
    try {
      other.exec('begin exclusive');
      const complaint = complaintOf(await onrecord.run(['migrate', '--store', 'news.db']));
      expect(complaint).toMatch(/The store news\.db is locked by another process/);
    } finally {
      other.close();
    }
  });

  test('is waited for', async ({ folder, onrecord }) => {
    await migrateStore(join(folder, 'news.db'));
    const other = new DatabaseSync(join(folder, 'news.db'));
    try {
      other.exec('begin immediate');
      const seed = onrecord.run(['seed', '--json', '--store', 'news.db']);
      expect(await Promise.race([seed, sleep(3_000, 'still waiting')])).toBe('still waiting');
      other.exec('rollback');
      const { code, stdout, stderr } = await seed;
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(JSON.parse(stdout).created).not.toEqual([]);
    } finally {
      other.close();
    }
  });

  test('is served meanwhile', async ({ folder, onrecord }) => {
    await storeSeeds(join(folder, 'news.db'));
    const other = new DatabaseSync(join(folder, 'news.db'));
    try {
      other.exec('begin immediate');
      const { url } = await onrecord.serve({ ONRECORD_STORE: 'news.db' });
      const { status, data } = await post(url, JSON.stringify({ query: '{ articles(first: 1) { nodes { id } } }' }));
      expect({ status, articles: data.articles.nodes.length }).toEqual({ status: 200, articles: 1 });
    } finally {
      other.close();
    }
  });
});

describe.concurrent('a setting that cannot be used', () => {
  test.for([
    ['PORT', 'abc', '0 to 65535'],
    ['PORT', '70000', '0 to 65535'],
    ['ONRECORD_SEED', 'maybe', 'auto, off'],
    ['ONRECORD_FEDERATION', 'yes', 'off, on'],
    ['ONRECORD_OPERATIONS_ONLY', 'yes', 'off, on'],
    ['ONRECORD_OPERATIONS_ONLY', 'on', 'set ONRECORD_OPERATIONS, too'],
    ['ONRECORD_KEEP_ALIVE_SECONDS', '0', 'from 1 to 3600'],
    ['ONRECORD_RECEIVE_SECONDS', '1.5', 'from 1 to 3600'],
    ['ONRECORD_METRICS', 'public', 'off, local, open'],
    ['OTEL_TRACES_EXPORTER', 'zipkin', 'otlp, none'],
    ['OTEL_TRACES_SAMPLER', 'sometimes', 'always_on'],
    ['OTEL_TRACES_SAMPLER_ARG', '2', 'from 0 to 1'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector', 'http://127.0.0.1:4318'],
    ['NODE_ENV', 'staging', 'development, production, test'],
    ['LOG_LEVEL', 'loud', 'error, warn, info'],
    ['ONRECORD_CORS_ORIGINS', 'nonsense', 'https://news.example'],
  ] as const)('is named, with what it takes: %s=%s', async ([variable, value, takes], { folder, onrecord }) => {
    const complaint = complaintOf(await onrecord.run(['serve'], { [variable]: value }));
    expect(complaint).toContain(`${variable} is “${value}”`);
    expect(complaint).toContain(takes);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.for([
    'postgres://user:secret@host/news',
    'postgres://user:s/e@cret@host/news',
    'postgres://host/news?user=user&password=secret',
  ])('is not repeated with its password: %s', async (address, { folder, onrecord }) => {
    const complaint = complaintOf(await onrecord.run(['serve'], { ONRECORD_STORE: address }));
    expect(complaint).toMatch(/^onrecord: ONRECORD_STORE is “postgres.*PostgreSQL comes with a later/);
    expect(complaint).not.toMatch(/secret|cret@/);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is named when it is a list of operations that cannot be read', async ({ onrecord }) => {
    const complaint = complaintOf(await onrecord.run(['serve'], { ONRECORD_OPERATIONS: 'operations.json' }));
    expect(complaint).toContain('ONRECORD_OPERATIONS: operations.json cannot be read (ENOENT)');
  });

  test('is named as the option that it came from', async ({ folder, onrecord }) => {
    const address = 'postgres://user:secret@host/news';
    const complaint = complaintOf(await onrecord.run(['seed', '--store', address]));
    expect(complaint).toMatch(/^onrecord: --store is “postgres/);
    expect(complaint).not.toContain('secret');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is named when it is the address of another machine', async ({ onrecord }) => {
    // From a block that is reserved for documentation.
    const complaint = complaintOf(await onrecord.run(['serve'], { HOST: '203.0.113.1', PORT: '0' }));
    expect(complaint).toContain('HOST 203.0.113.1');
  });

  test('is named when it is a port in use, and the store is closed', async ({ folder, onrecord }) => {
    const other = createServer().listen(0, '127.0.0.1');
    try {
      await once(other, 'listening');
      const address = other.address();
      const port = typeof address === 'object' ? String(address?.port) : '';
      const complaint = complaintOf(await onrecord.run(['serve'], { PORT: port }));
      expect(complaint).toContain(`port ${port}`);
      expect(complaint).toContain('PORT');
      expect(readdirSync(join(folder, 'data'))).toEqual(['onrecord.db']);
    } finally {
      other.close();
    }
  });
});

describe.concurrent('a store that cannot be used', () => {
  /** What a command says of it, whether it serves or migrates, and that the folder stays as it is, to the byte. */
  async function expectComplaints(onrecord: OnRecord, folder: string, store: string, says: RegExp): Promise<void> {
    const before = filesIn(folder);
    for (const command of ['serve', 'migrate']) {
      const complaint = complaintOf(await onrecord.run([command], { PORT: '0', ONRECORD_STORE: store }));
      expect(complaint).toMatch(says);
      expect(filesIn(folder), `after ${command}`).toEqual(before);
    }
  }

  function filesIn(folder: string): Record<string, string> {
    const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
    return Object.fromEntries(files.map(({ name }) => [name, hash('sha256', readFileSync(join(folder, name)))]));
  }

  test('is not a SQLite file', async ({ folder, onrecord }) => {
    writeFileSync(join(folder, 'notes.txt'), 'Call the ministry about the figures.\n'.repeat(50));
    await expectComplaints(onrecord, folder, 'notes.txt', /The store notes\.txt is not a SQLite database/);
  });

  test('is the SQLite file of another program', async ({ folder, onrecord }) => {
    write(join(folder, 'recipes.db'), 'create table recipe (name text)', `insert into recipe values ('soup')`);
    await expectComplaints(onrecord, folder, 'recipes.db', /The store recipes\.db is the database of another program/);
  });

  test('is of a newer version', async ({ folder, onrecord }) => {
    await migrateStore(join(folder, 'news.db'));
    write(join(folder, 'news.db'), `insert into kysely_migration values ('9999-tomorrow', '2040-01-01T00:00:00.000Z')`);
    await expectComplaints(onrecord, folder, 'news.db', /The store news\.db is of a newer version .*9999-tomorrow/);
  });

  test('is a directory', async ({ folder, onrecord }) => {
    mkdirSync(join(folder, 'news.db'));
    await expectComplaints(onrecord, folder, 'news.db', /The store news\.db cannot be opened/);
  });

  test('is in a folder that cannot be made', async ({ folder, onrecord }) => {
    writeFileSync(join(folder, 'file'), '');
    await expectComplaints(onrecord, folder, 'file/below.db', /The store’s folder .*\/file cannot be made/);
  });
});
