import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { generateRecords } from '../../src/repository/generated/generate-records.js';
import { STORE, test } from '../support/command.js';
import { contentOf } from '../support/store-content.js';

describe.concurrent('onrecord generate', () => {
  test('stores the articles with all that they hold; the second time it changes nothing', async ({
    folder,
    onrecord,
  }) => {
    const records = [...generateRecords({ articles: 120, seed: 5 })];
    const args = ['generate', '--articles', '120', '--seed', '5', '--json'];
    const first = await onrecord.run(args);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(first.stdout)).toEqual({ created: 120, unchanged: 0 });
    const content = contentOf(join(folder, STORE));
    expect(content['article']).toHaveLength(120);
    expect(content['statement']).toHaveLength(records.flatMap(({ statements }) => statements).length);
    expect(content['statistic']).toHaveLength(records.flatMap(({ statistics }) => statistics).length);
    expect(content['relation']).toHaveLength(records.flatMap(({ relations }) => relations).length);

    const second = await onrecord.run(args);
    expect(second).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(second.stdout)).toEqual({ created: 0, unchanged: 120 });
    expect(contentOf(join(folder, STORE))).toEqual(content);
  });

  test('adds what is missing to a smaller corpus of the same seed, which is 1 unless another is named', async ({
    onrecord,
  }) => {
    const args = ['--store', 'news.db'];
    await onrecord.run(['generate', '--articles', '20', ...args]);
    const { code, stdout, stderr } = await onrecord.run(['generate', '--articles', '30', '--seed', '1', ...args]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe('news.db: 10 articles stored, 20 already there.\n');
  });

  test.for([
    'SIGINT',
    'SIGTERM',
  ] as const)('says at %s how far it got, and goes on from there when it is run again', async (signal, {
    folder,
    onrecord,
  }) => {
    const running = onrecord.start(['generate', '--articles', '1000000']);
    const file = join(folder, STORE);
    await expect.poll(() => storedIn(file), { timeout: 20_000 }).toBeGreaterThan(0);
    const { code, stdout, stderr } = await running.stop(signal);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    const stored = storedIn(file);
    expect(stderr).toBe(
      `onrecord: Ended after ${stored} of 1000000 articles: ${stored} stored, 0 already there. Run it again for the rest.\n`,
    );
    const again = await onrecord.run(['generate', '--articles', `${stored}`, '--json']);
    expect(JSON.parse(again.stdout)).toEqual({ created: 0, unchanged: stored });
  });

  /** How many articles a store holds; none while there is no store. */
  function storedIn(file: string): number {
    try {
      return contentOf(file)['article']?.length ?? 0;
    } catch {
      return 0;
    }
  }
});

describe.concurrent('onrecord generate with arguments that cannot be used', () => {
  test.for([
    { args: [], says: /^error: required option '--articles <count>' not specified$/m },
    { args: ['--articles', '0'], says: /'--articles <count>' .*whole number from 1 to 10000000\.$/m },
    { args: ['--articles', '10000001'], says: /'--articles <count>' .*whole number from 1 to 10000000\.$/m },
    { args: ['--articles', '1e3'], says: /'--articles <count>' .*whole number from 1 to 10000000\.$/m },
    { args: ['--articles', '5', '--seed', '-1'], says: /'--seed <number>' .*whole number from 0 to \d+\.$/m },
    { args: ['--articles', '5', '--seed', '1.5'], says: /'--seed <number>' .*whole number from 0 to \d+\.$/m },
  ])('exits with 2 and says what is taken: $args', async ({ args, says }, { folder, onrecord }) => {
    const { code, stdout, stderr } = await onrecord.run(['generate', ...args, '--store', join(folder, 'news.db')]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(says);
  });
});
