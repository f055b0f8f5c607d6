import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { Statement } from '../../src/domain/statement.js';
import { createStatement } from '../../src/editing/create-statement.js';
import { retractArticle } from '../../src/editing/retract-article.js';
import { reviewStatement } from '../../src/editing/review-statement.js';
import { ENGINE_VERSION } from '../../src/extraction/version.js';
import type { ArticleFile } from '../../src/repository/desk.js';
import { WHOLE_STORE } from '../../src/repository/repository.js';
import { SqliteRepository } from '../../src/repository/sqlite/sqlite-repository.js';
import { whole } from '../contract/pages.js';
import { test as base, type OnRecord, STORE } from '../support/command.js';
import { contentOf } from '../support/store-content.js';

const STORY = `Harbour Master Ada Gull said on Monday that the pier is closed.

“It is not safe,” Gull told reporters. A pilot, who asked not to be named, said the pier is safe.

Mayor Oskar Malk denied that 12 boats were damaged. The Harbour Office said 9 boats were damaged on Sunday.`;

const OLDER = '0';

/** The one article of a store that the service made, and work on it. */
class Newsroom {
  readonly #onrecord: OnRecord;
  readonly file: string;

  constructor(onrecord: OnRecord, folder: string) {
    this.#onrecord = onrecord;
    this.file = join(folder, STORE);
  }

  run(...args: string[]) {
    return this.#onrecord.run(['reextract', ...args]);
  }

  async rows(...args: string[]) {
    const { stdout, code } = await this.run(...args, '--json');
    expect(code).toBe(0);
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  }

  async with<Result>(work: (store: SqliteRepository) => Promise<Result>): Promise<Result> {
    const store = await SqliteRepository.open({ file: this.file });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  }

  articleFile(): Promise<ArticleFile> {
    return this.with(fileIn);
  }

  /** Makes the article one that an older engine read: it missed something, made something up and mistook something. */
  async readByOlder(): Promise<void> {
    await this.with(async (store) => {
      const { article, statements, statistics } = await fileIn(store);
      await store.write(async (desk) => {
        for (const figure of statistics) await desk.remove('Statistic', figure.id);
        for (const statement of statements) {
          const provenance = { ...statement.provenance, agentVersion: OLDER };
          const { id, text } = statement;
          if (text.startsWith('9 boats')) await desk.remove('Statement', id);
          else await desk.put('Statement', { ...statement, provenance, ...(isAbout12(statement) ? WRONG : {}) });
        }
      });
      const invented = STORY.indexOf('asked not to be named');
      await createStatement(store, 'older engine', {
        ...{ article: article.id, kind: 'INDIRECT', reason: null, speakerName: 'Ada Gull', force: 'STATED' },
        spans: [{ revision: article.currentRevisionId, start: invented, end: invented + 'asked'.length }],
      });
      const made = (await fileIn(store)).statements.find(({ text }) => text === 'asked');
      await store.write(async (desk) => {
        if (made === undefined) throw new Error('It was not made.');
        const provenance = { ...made.provenance, origin: 'ENGINE', review: 'UNREVIEWED', agentVersion: OLDER } as const;
        await desk.put('Statement', { ...made, provenance: { ...provenance, reviewedBy: null, reviewedAt: null } });
      });
    });
  }
}

const WRONG = { force: 'PROMISED' } as const;

function isAbout12({ text }: Statement): boolean {
  return text.includes('12 boats');
}

async function fileIn(store: SqliteRepository): Promise<ArticleFile> {
  const ids = await store.articlesNotReadBy(null);
  const [file] = await store.write((desk) => desk.articleFiles(ids));
  if (file === undefined) throw new Error('There is no article.');
  return file;
}

const test = base.extend('newsroom', async ({ onrecord, folder }) => {
  writeFileSync(join(folder, 'pier.txt'), STORY);
  const options = ['--publisher', 'The Harbour Courier', '--published-at', '2021-05-06', '--title', 'Pier closed'];
  expect(await onrecord.run(['ingest', 'pier.txt', ...options])).toMatchObject({ code: 0 });
  return new Newsroom(onrecord, folder);
});

/** What an article says, without by whom and when it was read. */
function claimsOf({ statements, statistics, relations }: ArticleFile): string[] {
  const all = [...statements, ...statistics, ...relations].map((record) => ({ ...record, provenance: null }));
  return all.map((record) => JSON.stringify(record)).sort();
}

describe('onrecord reextract', () => {
  test('shows what would differ, and leaves the store as it is', async ({ newsroom }) => {
    await newsroom.readByOlder();
    const before = contentOf(newsroom.file);
    const { code, stdout, stderr } = await newsroom.run();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^different\tart_[0-9a-v]{24}\tPier closed$/u),
      '  ~ statement of Oskar Malk: that 12 boats were damaged',
      '      force: PROMISED → DENIED',
      '  - statement of Ada Gull: asked',
      '  + statement of Harbour Office: 9 boats were damaged on Sunday',
      '  + figure 9 boats (boats damaged)',
      '1 different, 0 the same, 0 skipped, 0 failed. Nothing was stored: --apply stores it.',
      '',
    ]);
    expect(contentOf(newsroom.file)).toEqual(before);
  });

  test('stores what differs when it is told to, as a change, and then there is nothing left to read', async ({
    newsroom,
  }) => {
    const right = await newsroom.articleFile();
    await newsroom.readByOlder();
    const [{ outcome, differences }, end] = await newsroom.rows('--apply');
    expect(outcome).toBe('DIFFERENT');
    expect(differences.map(({ kind }: { kind: string }) => kind)).toEqual(['CHANGED', 'GONE', 'ADDED', 'ADDED']);
    expect(end).toEqual({ summary: { different: 1, same: 0, skipped: 0, failed: 0 }, applied: true });

    const file = await newsroom.articleFile();
    const standing = { ...file, statements: file.statements.filter(({ standing }) => standing === 'STANDS') };
    expect(claimsOf(standing)).toEqual(claimsOf(right));
    expect(new Set(standing.statements.map(({ provenance }) => provenance.agentVersion))).toEqual(
      new Set([ENGINE_VERSION]),
    );
    const [changes] = await newsroom.with((store) => store.changes.pages('all', [WHOLE_STORE], whole('AT_DESC')));
    expect(changes?.rows[0]?.node).toMatchObject({ action: 'REEXTRACT', actor: 'onrecord reextract' });

    const content = contentOf(newsroom.file);
    expect(await newsroom.rows('--apply')).toEqual([
      { summary: { different: 0, same: 0, skipped: 0, failed: 0 }, applied: true },
    ]);
    expect((await newsroom.rows('--apply', '--all')).at(-1)).toMatchObject({ summary: { same: 1 } });
    expect(contentOf(newsroom.file)).toEqual(content);
  });

  test('keeps what an editor confirmed, corrected, rejected and added', async ({ newsroom }) => {
    await newsroom.readByOlder();
    const edited = await newsroom.with(async (store) => {
      const { article, statements } = await fileIn(store);
      const idOf = (part: string) => statements.find(({ text }) => text.includes(part))?.id ?? '';
      const judged = [
        { id: idOf('12 boats'), verdict: 'CONFIRM', correction: {} },
        { id: idOf('It is not safe'), verdict: 'REJECT', correction: {} },
        { id: idOf('the pier is safe'), verdict: 'CORRECT', correction: { force: 'WARNED' } },
        { id: idOf('asked'), verdict: 'CONFIRM', correction: {} },
      ] as const;
      for (const each of judged) {
        const { userErrors } = await reviewStatement(store, 'olive', { ...each, reason: null });
        expect(userErrors).toEqual([]);
      }
      const start = STORY.indexOf('damaged on Sunday');
      const { userErrors } = await createStatement(store, 'olive', {
        ...{ article: article.id, kind: 'INDIRECT', reason: null, speakerName: 'Ada Gull', force: 'STATED' },
        spans: [{ revision: article.currentRevisionId, start, end: start + 'damaged'.length }],
      });
      expect(userErrors).toEqual([]);
      return (await fileIn(store)).statements.filter(({ provenance }) => provenance.review !== 'UNREVIEWED');
    });
    expect(edited).toHaveLength(5);
    const [{ differences }] = await newsroom.rows('--apply');
    expect(differences.map(({ kind }: { kind: string }) => kind)).toEqual(['ADDED', 'ADDED']);
    const after = new Map((await newsroom.articleFile()).statements.map((statement) => [statement.id, statement]));
    for (const statement of edited) expect(after.get(statement.id)).toEqual(statement);
  });

  test('reads the articles that are named, whoever read them before, but not what was taken back or compiled by hand', async ({
    newsroom,
    onrecord,
  }) => {
    await onrecord.run(['seed']);
    const { article } = await newsroom.articleFile();
    expect(await newsroom.rows(article.id)).toMatchObject([{ outcome: 'SAME' }, { summary: { same: 1 } }]);
    expect(await newsroom.rows('pier-closed', 'one-island-two-counts')).toMatchObject([
      { outcome: 'SAME', articleId: article.id },
      { outcome: 'SKIPPED', reason: 'COMPILED_BY_HAND' },
      { summary: { same: 1, skipped: 1 } },
    ]);
    await newsroom.with((store) => retractArticle(store, 'olive', { id: article.id, reason: 'It never was.' }));
    expect((await newsroom.run('pier-closed')).stdout).toMatch(/^skipped\tart_\w+\tit was retracted\n/u);
    expect((await newsroom.run('--all')).stdout).toBe('0 different, 0 the same, 0 skipped, 0 failed.\n');
  });

  test('refuses the name of an article that is not there, and names beside --all', async ({ newsroom }) => {
    expect(await newsroom.run('pier-open')).toMatchObject({ code: 1, stderr: expect.stringContaining('“pier-open”') });
    expect(await newsroom.run('pier-closed', '--all')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--all'),
    });
  });
});
