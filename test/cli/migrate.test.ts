import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { SqliteRepository } from '../../src/repository/sqlite/sqlite-repository.js';
import { STORE, test } from '../support/command.js';
import { storeSeeds } from '../support/seed-files.js';
import { contentOf } from '../support/store-content.js';

describe.concurrent('onrecord migrate', () => {
  test('makes an empty store and says what ran; the second time it is up to date', async ({ folder, onrecord }) => {
    const first = await onrecord.run(['migrate']);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toMatch(/^data\/onrecord\.db is migrated: 0001-store(, \d{4}-[a-z-]+)*\.\n$/);
    expect(readdirSync(join(folder, 'data'))).toEqual(['onrecord.db']);
    const repository = await SqliteRepository.open({ file: join(folder, STORE) });
    expect(await repository.isEmpty()).toBe(true);
    await repository.close();

    const second = await onrecord.run(['migrate']);
    expect(second).toMatchObject({ code: 0, stdout: 'data/onrecord.db is up to date.\n', stderr: '' });
  });

  test('prints the migrations as JSON and takes the store from an option', async ({ folder, onrecord }) => {
    const args = ['migrate', '--json', '--store', 'elsewhere/news.db'];
    const first = await onrecord.run(args);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(first.stdout)).toEqual({ migrations: expect.arrayContaining(['0001-store']) });
    expect(readdirSync(folder)).toEqual(['elsewhere']);

    const second = await onrecord.run(args);
    expect(JSON.parse(second.stdout)).toEqual({ migrations: [] });
  });

  test('leaves the articles of a store as they are', async ({ folder, onrecord }) => {
    const file = join(folder, 'news.db');
    await storeSeeds(file);
    const seeded = contentOf(file);
    expect(await onrecord.run(['migrate', '--store', 'news.db'])).toMatchObject({ code: 0, stderr: '' });
    expect(contentOf(file)).toEqual(seeded);
  });
});
