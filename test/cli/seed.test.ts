import { appendFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { StoreOutcome } from '../../src/repository/repository.js';
import { PACKAGED_SEEDS, readSeeds } from '../../src/repository/seed/read-seeds.js';
import { STORE, test } from '../support/command.js';
import { copyPackagedSeeds, storeSeeds, writeBrief, writeQuietSeeds } from '../support/seed-files.js';
import { contentOf } from '../support/store-content.js';

/** What the command prints with --json. */
function outcomeOf(stdout: string): StoreOutcome {
  return JSON.parse(stdout);
}

describe.concurrent('onrecord seed', () => {
  test('stores the packaged articles with all that they hold; the second time it changes nothing', async ({
    folder,
    onrecord,
  }) => {
    const records = readSeeds(PACKAGED_SEEDS, new Date());
    const first = await onrecord.run(['seed', '--json']);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    const { created, unchanged } = outcomeOf(first.stdout);
    expect(created).toEqual(records.map(({ article }) => article.id));
    expect(unchanged).toEqual([]);
    const content = contentOf(join(folder, STORE));
    expect(content['statement']).toHaveLength(records.flatMap(({ statements }) => statements).length);
    expect(content['statistic']).toHaveLength(records.flatMap(({ statistics }) => statistics).length);
    expect(content['relation']).toHaveLength(records.flatMap(({ relations }) => relations).length);

    const second = await onrecord.run(['seed', '--json']);
    expect(second).toMatchObject({ code: 0, stderr: '' });
    expect(outcomeOf(second.stdout)).toEqual({ created: [], unchanged: created });
    expect(contentOf(join(folder, STORE))).toEqual(content);
  });

  test('says in words how many articles it stored, in the store that the environment names', async ({
    folder,
    onrecord,
  }) => {
    writeQuietSeeds(join(folder, 'seeds'));
    const { code, stdout, stderr } = await onrecord.run(['seed', 'seeds'], { ONRECORD_STORE: 'news/quiet.db' });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^news\/quiet\.db: 1 articles? stored, 0 already there\.\n$/);
    expect(readdirSync(join(folder, 'news'))).toEqual(['quiet.db']);
  });

  test('adds another directory’s articles to the store that the option names before the environment', async ({
    folder,
    onrecord,
  }) => {
    const { created } = await storeSeeds(join(folder, 'news.db'));
    writeQuietSeeds(join(folder, 'seeds'));
    const args = ['seed', 'seeds', '--json', '--store', 'news.db'];
    const added = await onrecord.run(args, { ONRECORD_STORE: 'other.db' });
    expect(added).toMatchObject({ code: 0, stderr: '' });
    expect(outcomeOf(added.stdout)).toMatchObject({ created: [expect.stringMatching(/^art_/)], unchanged: [] });
    expect(contentOf(join(folder, 'news.db'))['article']).toHaveLength(created.length + 1);
    expect(existsSync(join(folder, 'other.db'))).toBe(false);
  });

  test('counts an empty ONRECORD_STORE as not set, as the server does', async ({ folder, onrecord }) => {
    writeQuietSeeds(join(folder, 'seeds'));
    expect(await onrecord.run(['seed', 'seeds'], { ONRECORD_STORE: '' })).toMatchObject({ code: 0, stderr: '' });
    expect(existsSync(join(folder, STORE))).toBe(true);
  });
});

describe.concurrent('onrecord seed with a directory that cannot be used', () => {
  test('names the file and the line and stores nothing of it', async ({ folder, onrecord }) => {
    const file = join(folder, 'news.db');
    await storeSeeds(file);
    const content = contentOf(file);
    writeQuietSeeds(join(folder, 'seeds'));
    const annotations = ['# The text has no mayor.', 'unresolved:', '  mayor:', '    text: the mayor'];
    writeBrief(join(folder, 'seeds'), '02-somebody-spoke', 'Somebody spoke on Saturday.', annotations.join('\n'));

    const { code, stdout, stderr } = await onrecord.run(['seed', 'seeds', '--store', 'news.db']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^onrecord: seeds\/02-somebody-spoke\.yaml:4: .*the mayor.*\n$/);
    expect(contentOf(file)).toEqual(content);
  });

  test('says which article is there with another text and stores nothing', async ({ folder, onrecord }) => {
    const file = join(folder, 'news.db');
    await storeSeeds(file);
    const content = contentOf(file);
    copyPackagedSeeds(join(folder, 'seeds'));
    const [last] = readdirSync(join(folder, 'seeds'))
      .filter((name) => name.endsWith('.md') && name !== 'README.md')
      .toReversed();
    appendFileSync(join(folder, 'seeds', String(last)), '\nA sentence that was not there before.\n');

    const { code, stdout, stderr } = await onrecord.run(['seed', 'seeds', '--store', 'news.db']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^onrecord: The article “.+” \(art_[a-z0-9]+\) is already stored with another text\.\n$/);
    expect(contentOf(file)).toEqual(content);
  });

  test('says that it is not there', async ({ onrecord }) => {
    const { code, stdout, stderr } = await onrecord.run(['seed', 'nowhere']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^onrecord: nowhere: Cannot be read: ENOENT\b.*\n$/);
  });
});
