import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { type Ended, type OnRecord, test } from '../support/command.js';

const STORY = `Harbour Master Ada Gull said on Monday that the pier is closed.

“It is not safe”, Gull said. A pilot, who asked not to be named, said it is.`;

const OPTIONS = ['--publisher', 'The Harbour Courier', '--published-at', '2021-05-06'];

function write(folder: string, name: string, text: string | Buffer): string {
  writeFileSync(join(folder, name), text);
  return name;
}

/** What the command says of each document, as JSON. */
function rowsOf({ stdout }: Ended): { place?: string; outcome?: string; summary?: object; reason?: string }[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

const ingest = (onrecord: OnRecord, ...args: string[]) => onrecord.run(['ingest', ...args]);

describe('onrecord ingest', () => {
  test('stores an article, and says so once it is there', async ({ onrecord, folder }) => {
    const file = write(folder, 'pier.txt', STORY);
    const ended = await ingest(onrecord, file, ...OPTIONS, '--title', 'Pier closed');
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toMatch(
      /^created\tart_[0-9a-v]{24}\tpier\.txt\n1 created, 0 revised, 0 unchanged, 0 failed\.\n$/u,
    );
  });

  test('changes nothing the second time, and adds a revision when the text at an address is another', async ({
    onrecord,
    folder,
  }) => {
    const file = write(folder, 'pier.md', `---\nurl: https://courier.example/pier\n---\n${STORY}`);
    const outcomes = async (...args: string[]) =>
      rowsOf(await ingest(onrecord, ...args, ...OPTIONS, '--json')).map(({ outcome, summary }) => outcome ?? summary);
    expect((await outcomes(file))[0]).toBe('CREATED');
    expect(await outcomes(file)).toEqual(['UNCHANGED', { created: 0, revised: 0, unchanged: 1, failed: 0 }]);
    const copy = write(folder, 'copy.md', readFileSync(join(folder, file)));
    expect((await outcomes(copy))[0]).toBe('UNCHANGED');
    write(folder, 'pier.md', `---\nurl: https://courier.example/pier\n---\nAn update.\n\n${STORY}`);
    expect((await outcomes(file))[0]).toBe('REVISED');
  });

  test('takes folders, patterns, standard input and JSON Lines, in the order given', async ({ onrecord, folder }) => {
    mkdirSync(join(folder, 'news/old'), { recursive: true });
    write(folder, 'news/b.txt', `${STORY} B.`);
    write(folder, 'news/old/a.md', `${STORY} A.`);
    write(folder, 'news/ignored.png', 'no document');
    const rows = ['one', 'two', 'three'].map((word) => JSON.stringify({ text: `${STORY} ${word}.`, title: word }));
    write(folder, 'rows.jsonl', rows.join('\n'));
    const args = ['ingest', 'rows.jsonl', 'news', 'new?/b.txt', '-', ...OPTIONS, '--workers', '2', '--json'];
    const ended = await onrecord.run(args, {}, `${STORY} From a pipe.`);
    expect(ended.code).toBe(0);
    expect(
      rowsOf(ended).map(({ place, outcome }) => [place?.replace(/.*(?=rows|news|standard)/u, ''), outcome]),
    ).toEqual([
      [expect.stringContaining('rows.jsonl'), 'CREATED'],
      [expect.stringContaining('rows.jsonl'), 'CREATED'],
      [expect.stringContaining('rows.jsonl'), 'CREATED'],
      ['news/b.txt', 'CREATED'],
      ['news/old/a.md', 'CREATED'],
      ['news/b.txt', 'UNCHANGED'],
      ['standard input', 'CREATED'],
      [undefined, undefined],
    ]);
  });

  test('goes on after what cannot be stored, names what is missing, and exits with 1', async ({ onrecord, folder }) => {
    write(folder, 'good.txt', STORY);
    write(folder, 'empty.txt', '');
    write(folder, 'binary.txt', Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 37) % 256)));
    const ended = await ingest(onrecord, 'empty.txt', 'binary.txt', 'good.txt', ...OPTIONS);
    expect(ended.code).toBe(1);
    expect(ended.stdout).toContain('1 created, 0 revised, 0 unchanged, 2 failed.');
    expect(ended.stderr).toMatch(/empty\.txt: The document is empty/u);
    expect(ended.stderr).toMatch(/binary\.txt: /u);
    const bare = await ingest(onrecord, 'good.txt');
    expect(bare).toMatchObject({ code: 1, stderr: expect.stringContaining('does not name its publisher') });
    const undated = await ingest(onrecord, 'good.txt', '--publisher', 'The Harbour Courier');
    expect(undated).toMatchObject({ code: 1, stderr: expect.stringContaining('--published-at') });
    const future = await ingest(onrecord, 'good.txt', '--publisher', 'X', '--published-at', '3000-01-01');
    expect(future).toMatchObject({ code: 1, stderr: expect.stringContaining('3000-01-01') });
  });

  test.runIf(process.platform === 'linux')(
    'lets everything else go first, with each of its threads, where priority is to be low',
    async ({ onrecord, folder }) => {
      const rows = Array.from({ length: 400 }, (_, index) => JSON.stringify({ text: `${STORY} ${index}.` }));
      write(folder, 'rows.jsonl', rows.join('\n'));
      const running = onrecord.start(['ingest', 'rows.jsonl', ...OPTIONS, '--low-priority', '--json']);
      await running.said(/CREATED/u);
      const threads = readdirSync(`/proc/${running.pid}/task`);
      // Behind the name in brackets: the state, then 15 numbers, then how nice the thread is.
      const nice = threads.map((thread) =>
        Number(readFileSync(`/proc/${running.pid}/task/${thread}/stat`, 'utf8').split(') ')[1]?.split(' ')[16]),
      );
      expect(nice.length).toBeGreaterThan(4);
      expect(new Set(nice)).toEqual(new Set([19]));
      await running.stop('SIGKILL');
    },
  );

  test('fetches nothing from this machine unless it is allowed', async ({ onrecord }) => {
    const ended = await ingest(onrecord, 'http://127.0.0.1:9/story', ...OPTIONS);
    expect(ended).toMatchObject({ code: 1, stderr: expect.stringContaining('ONRECORD_FETCH_ALLOW') });
    const badly = await onrecord.run(['ingest', 'http://127.0.0.1:9/', ...OPTIONS], { ONRECORD_FETCH_ALLOW: 'here' });
    expect(badly).toMatchObject({ code: 1, stderr: expect.stringContaining('“here” is not one') });
  });

  test.each([
    ['without a source', [], 2],
    ['with a file that is not there', ['no.txt'], 1],
    ['with a pattern that matches nothing', ['*.nothing'], 1],
    ['with a day that does not exist', ['x.txt', '--published-at', '2021-02-30'], 2],
    ['with no worker', ['x.txt', '--workers', '0'], 2],
  ])('refuses to run %s', async (_, args, code) => {
    // The rest of the fixture is not needed here.
    const { spawnSync } = await import('node:child_process');
    const ended = spawnSync(process.execPath, ['bin/onrecord.js', 'ingest', ...args], { encoding: 'utf8' });
    expect(ended.status).toBe(code);
    expect(ended.stderr).not.toBe('');
  });
});
