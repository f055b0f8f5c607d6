import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { generateRecords } from '../../src/repository/generated/generate-records.js';
import { checkStore } from '../../src/repository/sqlite/check/check-store.js';
import { exportRecords } from '../../src/repository/sqlite/exporting.js';
import { SqliteRepository } from '../../src/repository/sqlite/sqlite-repository.js';
import { type OnRecord, test } from '../support/command.js';
import { storeSeeds } from '../support/seed-files.js';
import { contentOf } from '../support/store-content.js';

interface Told {
  readonly code: string;
  readonly table: string | null;
  readonly id: string | null;
  readonly message: string;
  readonly remedy: string;
}

/** Does something to a store that On Record never would. */
function spoil(file: string, script: string): void {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false, defensive: false });
  database.exec(script);
  database.close();
}

async function findingsOf(onrecord: OnRecord, store: string): Promise<Told[]> {
  const { code, stdout, stderr } = await onrecord.run(['check', '--json', '--store', store]);
  const { clean, count, findings } = JSON.parse(stdout);
  expect(clean).toBe(count === 0);
  expect(code).toBe(clean ? 0 : 1);
  expect(stderr === '').toBe(clean);
  return findings;
}

/** What is done to a store, the finding that tells of it, and whether `onrecord reindex` puts it right. */
const DAMAGES: readonly (readonly [name: string, script: string, told: Partial<Told>, canReindex: boolean])[] = [
  [
    'an index that is missing',
    'drop index statement_by_said',
    { code: 'SCHEMA', table: 'statement', id: 'statement_by_said', message: 'The index statement_by_said is missing.' },
    true,
  ],
  [
    'an index of the rules that is another one',
    'drop index role_identity; create index role_identity on role (person_id)',
    { code: 'SCHEMA', table: 'role', id: 'role_identity' },
    true,
  ],
  [
    'a part of the search index that is missing',
    'drop table search_statement',
    { code: 'SCHEMA', id: 'search_statement' },
    true,
  ],
  ['a derived table that is missing', 'drop table candidate', { code: 'SCHEMA', id: 'candidate' }, true],
  ['a table that is missing', 'drop table identity_candidate', { code: 'SCHEMA', id: 'identity_candidate' }, false],
  [
    'a trigger of somebody else',
    'create trigger spy after insert on article begin select 1; end',
    { code: 'SCHEMA', id: 'spy', message: 'The trigger spy is none of On Record’s.' },
    false,
  ],
  [
    'rows that name what is not there',
    `delete from publisher where id = (select publisher_id from article limit 1)`,
    {
      code: 'ORPHAN',
      table: 'article',
      message: expect.stringMatching(/^Its publisher_id is pub_\w+, which is not in publisher\.$/),
    },
    false,
  ],
  [
    'an article without its current wording',
    `update article set current_revision_id = 'rev_000000000000000000000000' where seq = 1`,
    { code: 'ORPHAN', table: 'article', message: expect.stringContaining('rev_000000000000000000000000') },
    false,
  ],
  [
    'a reference to a candidate, inside JSON, who is not there',
    `update statement set speaker_id = null, speaker_status = 'AMBIGUOUS',
      detail = json_set(detail, '$.candidates', json('["per_000000000000000000000000","per_000000000000000000000001"]')) where seq = 1`,
    { code: 'ORPHAN', table: 'article', message: expect.stringContaining('per_000000000000000000000000') },
    false,
  ],
  [
    'an id that nothing has',
    `insert into named values ('per_000000000000000000000000')`,
    { code: 'ORPHAN', table: 'named' },
    true,
  ],
  [
    'a count that is wrong',
    `update person set statement_count = 77 where seq = 1`,
    {
      code: 'DERIVED',
      table: 'person',
      message: expect.stringMatching(/^Its statement_count is 77, and ought to be \d+\.$/),
    },
    true,
  ],
  ['a count of words that is wrong', 'update article set word_count = 1', { code: 'DERIVED', table: 'article' }, true],
  [
    'statements that a retracted article still shows',
    `update article set retracted_at = 1, retraction_reason = 'It never happened.' where seq = 1`,
    { code: 'DERIVED', table: 'statement', message: 'Its retracted is 0, and ought to be 1.' },
    true,
  ],
  ['the key of a name that is wrong', `update topic set name_key = 'x'`, { code: 'DERIVED', table: 'topic' }, true],
  ['names by which lists find nobody', 'delete from known_name', { code: 'DERIVED', table: 'known_name' }, true],
  [
    'names that are matched wrongly',
    `update match_name set match_key = match_key || 's'`,
    { code: 'DERIVED', table: 'match_name' },
    true,
  ],
  ['subjects without their statements', 'delete from about', { code: 'DERIVED', table: 'about' }, true],
  ['figures without their conflicts', 'delete from conflict', { code: 'DERIVED', table: 'conflict' }, true],
  [
    'the day of an appearance that is wrong',
    'update appearance set published_at = 0',
    { code: 'DERIVED', table: 'appearance' },
    true,
  ],
  [
    'a series that is another one',
    `update statistic set series = '[]' where seq = 1`,
    { code: 'DERIVED', table: 'statistic' },
    true,
  ],
  [
    'a statement that search does not find',
    'delete from search_statement where rowid = (select min(rowid) from search_statement)',
    {
      code: 'SEARCH',
      table: 'search_statement',
      id: expect.stringMatching(/^stm_/),
      message: expect.stringContaining('is missing'),
    },
    true,
  ],
  [
    'an article that search finds by other words',
    `insert or replace into search_article (rowid, body) select max(rowid), 'other words' from search_article`,
    {
      code: 'SEARCH',
      table: 'search_article',
      id: expect.stringMatching(/^art_/),
      message: expect.stringContaining('other words'),
    },
    true,
  ],
  [
    'what search finds and is not there',
    `insert into search_person (rowid, body) values (999, 'nobody')`,
    { code: 'SEARCH', table: 'search_person', id: 'document 999' },
    true,
  ],
  [
    'a text that is not the one its hash was made of',
    `update article_revision set text = text || ' And so on.'`,
    { code: 'INVARIANT', table: 'article', message: 'The text is not the one its hash was made of.' },
    false,
  ],
  [
    'a statement that is not in its text',
    `update statement set detail = json_set(detail, '$.spans[0][2]', 'Nobody said this') where seq = 1`,
    { code: 'INVARIANT', table: 'statement', id: expect.stringMatching(/^stm_/) },
    false,
  ],
  [
    'a value that there is not',
    `update statement set force = 'SHOUTED' where seq = 1`,
    { code: 'UNREADABLE', table: 'statement' },
    false,
  ],
  [
    'JSON that is broken',
    `update statement set detail = '{' where seq = 1`,
    { code: 'UNREADABLE', table: 'statement' },
    false,
  ],
  [
    'an id that is none',
    `update metric set id = 'met_UPPER' where rowid = 1`,
    { code: 'UNREADABLE', table: 'metric' },
    false,
  ],
  [
    'a day that there is not',
    `update statement set said_from = '2020-02-31', said_to = '2020-02-31', said_precision = 'DAY' where seq = 1`,
    { code: 'INVARIANT', table: 'statement', message: expect.stringContaining('2020-02-31') },
    false,
  ],
];

/** What stands in a store once, and nothing follows from. */
const ALONE = [
  ...['agent', 'agentVersion', 'confidence', 'recordedAt', 'reviewedBy', 'reviewedAt', 'storedAt'],
  ...['homepage', 'wikidata', 'definition', 'bylines', 'language', 'speakerRole', 'mediumText', 'unit', 'plural'],
  ...['publishedPrecision', 'updatedAt', 'reason', 'actor', 'at', 'why', 'score', 'lastChange', 'sourceKind'],
  ...['from', 'to', 'description', 'personIds'],
];

/** All that a store exports, but for what stands alone, and for the case of letters, by which nothing is told apart. */
async function contradictable(file: string): Promise<string> {
  const lines: string[] = [];
  const without = (name: string, value: unknown) => (ALONE.includes(name) ? undefined : value);
  for await (const line of exportRecords(file)) lines.push(JSON.stringify(line, without));
  return lines.join('\n').toLowerCase();
}

/** An article as it is ingested, and as it is printed later: without what was said first, the rest the other way round. */
const STORY = [
  'Harbour Master Ada Gull said the pier is closed.',
  '“It is not safe”, Gull said. A pilot said that 14 boats are at sea.',
  'Bo Tern, the mayor, denied that the pier is closed.',
];

describe.concurrent('onrecord check', () => {
  test('finds nothing in a store that is whole, and leaves it as it is', async ({ folder, onrecord }) => {
    await storeSeeds(join(folder, 'news.db'));
    const before = readFileSync(join(folder, 'news.db'));
    const checked = await onrecord.run(['check', '--store', 'news.db']);
    expect(checked).toEqual({ code: 0, signal: null, stdout: 'news.db is whole: 5 articles checked.\n', stderr: '' });
    expect(readFileSync(join(folder, 'news.db'))).toEqual(before);
  });

  test.for(DAMAGES)('finds %s', async ([, script, told, canReindex], { folder, onrecord }) => {
    const file = join(folder, 'news.db');
    await storeSeeds(file);
    const whole = contentOf(file);
    spoil(file, script);
    expect(await findingsOf(onrecord, 'news.db')).toContainEqual(expect.objectContaining(told));
    const reindexed = await onrecord.run(['reindex', '--store', 'news.db']);
    if (canReindex) {
      expect(reindexed).toMatchObject({ code: 0, stderr: '' });
      expect(await findingsOf(onrecord, 'news.db')).toEqual([]);
      if (!script.includes('retracted')) expect(contentOf(file)['statement']).toEqual(whole['statement']);
    } else {
      expect(await findingsOf(onrecord, 'news.db')).toContainEqual(expect.objectContaining(told));
    }
  });

  test('finds nothing where an article was revised and read again', async ({ folder, onrecord }) => {
    const about = [
      '--publisher',
      'The Inkwell Post',
      '--published-at',
      '2021-03-01',
      '--url',
      'https://inkwell.example/pier',
    ];
    const ingest = async (paragraphs: readonly string[], title: string) => {
      writeFileSync(join(folder, 'story.txt'), paragraphs.join('\n\n'));
      return onrecord.run(['ingest', 'story.txt', ...about, '--title', title, '--store', 'news.db']);
    };
    expect((await ingest(STORY, 'Pier closed')).stdout).toMatch(/^created/);
    expect((await ingest(STORY.slice(1).toReversed(), 'Pier open')).stdout).toMatch(/^revised/);
    expect((await onrecord.run(['reextract', '--all', '--apply', '--store', 'news.db'])).code).toBe(0);
    expect(await findingsOf(onrecord, 'news.db')).toEqual([]);
  });

  test('finds out flipped bits wherever the store could contradict itself', async ({ folder }) => {
    const file = join(folder, 'news.db');
    const repository = await SqliteRepository.open({ file });
    await repository.storeArticles([...generateRecords({ articles: 8, seed: 3 })]);
    await repository.close();
    const whole = readFileSync(file);
    const told = await contradictable(file);
    const flipped = join(folder, 'flipped.db');
    let found = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 7 }), async (at, bit) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        writeFileSync(flipped, bytes);
        const outcome = await checkStore(flipped).catch((error: Error) => error);
        if (outcome instanceof Error) expect(outcome).toMatchObject({ code: 'STORE_UNAVAILABLE' });
        if (outcome instanceof Error || outcome.count > 0) found++;
        else expect(await contradictable(flipped)).toBe(told);
      }),
      { numRuns: 60, interruptAfterTimeLimit: 30_000 },
    );
    expect(found).toBeGreaterThan(5);
  });

  test('says where, what and what to do on one line each, and counts what it does not tell', async ({
    folder,
    onrecord,
  }) => {
    const file = join(folder, 'news.db');
    await storeSeeds(file);
    spoil(file, 'update statement set words = 1');
    const { code, stdout, stderr } = await onrecord.run(['check', '--store', 'news.db']);
    expect(code).toBe(1);
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toMatch(
      /^DERIVED statement stm_\w+: Its words is 1, and ought to be \S+ Run “onrecord reindex”\.$/,
    );
    expect(lines).toHaveLength(21);
    const more = Number(/^DERIVED statement: (\d+) more like these\.$/.exec(lines[20] ?? '')?.[1]);
    expect(stderr).toBe(`onrecord: news.db: ${more + 20} things are wrong with it.\n`);
  });

  test('goes on beside a service that writes', async ({ folder, onrecord }) => {
    await storeSeeds(join(folder, 'news.db'));
    const { process } = await onrecord.serve({ ONRECORD_STORE: 'news.db' });
    expect(await findingsOf(onrecord, 'news.db')).toEqual([]);
    expect(await process.stop('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
  });

  test('says of a file that it is no store, is damaged or is not there', async ({ folder, onrecord }) => {
    await storeSeeds(join(folder, 'news.db'));
    const failing = async (name: string, change: (file: string) => void) => {
      copyFileSync(join(folder, 'news.db'), join(folder, name));
      change(join(folder, name));
      const ended = await onrecord.run(['check', '--store', name]);
      expect(ended).toMatchObject({ code: 1, stdout: '' });
      return ended.stderr;
    };
    const overwrite = (bytes: string, at: number) => (file: string) => {
      const content = readFileSync(file);
      content.write(bytes, at);
      writeFileSync(file, content);
    };
    expect(await failing('header.db', overwrite('XXXX', 0))).toMatch(/header\.db is not a SQLite database/);
    expect(await failing('short.db', (file) => truncateSync(file, 8192))).toMatch(/short\.db is damaged: .*backup/);
    expect(await failing('other.db', (file) => spoil(file, 'pragma application_id = 7'))).toMatch(/of another program/);
    const newer = `insert into kysely_migration values ('9999-later', '2099')`;
    expect(await failing('newer.db', (file) => spoil(file, newer))).toMatch(/newer version of On Record/);
    const missing = await onrecord.run(['check', '--store', 'none.db']);
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no store none.db') });
    expect((await onrecord.run(['check', 'news.db'])).code).toBe(2);
  });

  test('asks for a migration where the store is older', async ({ folder, onrecord }) => {
    writeFileSync(join(folder, 'old.db'), '');
    expect(await findingsOf(onrecord, 'old.db')).toMatchObject([
      { code: 'OLDER_VERSION', remedy: expect.stringContaining('migrate') },
    ]);
  });
});
