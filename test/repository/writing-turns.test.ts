import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect } from 'vitest';
import { SqliteRepository } from '../../src/repository/sqlite/sqlite-repository.js';
import { articleRecord } from '../support/records.js';
import { test } from '../support/temporary.js';

/** How long the write takes, in milliseconds: several turns of it. */
const LONG = 60;

test('a long write lets others in, who see nothing of it before it is done', async ({ folder }) => {
  const store = await SqliteRepository.open({ file: join(folder, 'store.db') });
  const { article, ...record } = articleRecord({ title: 'Before' });
  await store.storeArticles([{ article, ...record }]);
  const isDone = { value: false };
  const write = store.write(async (desk) => {
    const began = performance.now();
    const [stored] = await desk.read('Article', [article.id]);
    if (stored === undefined) throw new Error('The article is not there.');
    while (performance.now() - began < LONG) await desk.put('Article', { ...stored, title: 'After' });
    isDone.value = true;
  });
  const titles: (string | undefined)[] = [];
  while (!isDone.value) {
    await setImmediate();
    const [found] = await store.articles.byIds([article.id]);
    if (!isDone.value) titles.push(found?.title);
  }
  await write;
  expect(titles.length).toBeGreaterThan(3);
  expect(new Set(titles)).toEqual(new Set(['Before']));
  const [found] = await store.articles.byIds([article.id]);
  expect(found?.title).toBe('After');
  await store.close();
});
