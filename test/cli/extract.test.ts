import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { extract } from '../../src/extraction/extract.js';
import { extractionRow } from '../../src/extraction/rows/extraction-row.js';
import { test } from '../support/command.js';

const TEXT = '“The pier will hold,” harbour master Ada Quill said on Saturday. About 40 boats were moored at it.';
const OTHER = 'Bo Larch denied that the pier had moved by 3 metres.';

/** What the engine finds in a text, as the command prints it. */
function found(id: string, text: string, published: string | null = null): unknown {
  return JSON.parse(JSON.stringify(extractionRow(id, extract(text, { published }))));
}

/** The rows of a command’s output; every one of them ends with a line feed. */
function rowsIn(output: string): unknown[] {
  const lines = output.split('\n');
  expect(lines.pop()).toBe('');
  return lines.map((line): unknown => JSON.parse(line));
}

describe.concurrent('onrecord extract with rows', () => {
  const ROWS = [
    { id: 'a', text: TEXT, publishedOn: '2031-05-04', title: 'not read' },
    { text: OTHER },
    { id: 'c', text: '', publishedAt: '2031-05-04T23:30:00-08:00' },
    { id: 'd', text: `${TEXT}\u2028${OTHER}`, publishedOn: null },
  ];
  const JSON_LINES = ROWS.map((row) => JSON.stringify(row)).join('\n');
  const RESULTS = [
    found('a', TEXT, '2031-05-04'),
    found('2', OTHER),
    found('c', ''),
    found('d', `${TEXT}\u2028${OTHER}`),
  ];

  test('writes a row for each, in the same order, from file to file', async ({ folder, onrecord }) => {
    writeFileSync(join(folder, 'rows.jsonl'), JSON_LINES);
    const args = ['extract', '--input', 'rows.jsonl', '--output', 'out.jsonl'];
    expect(await onrecord.run(args)).toMatchObject({ code: 0, stdout: '', stderr: '' });
    expect(rowsIn(readFileSync(join(folder, 'out.jsonl'), 'utf8'))).toEqual(RESULTS);
    expect(readdirSync(folder).sort()).toEqual(['out.jsonl', 'rows.jsonl']);
  });

  test.for([
    { args: [] },
    { args: ['--input', '-'] },
    { args: ['--output', '-'] },
    { args: ['--json'] },
  ])('reads standard input and writes to standard output: $args', async ({ args }, { onrecord }) => {
    const { code, stdout, stderr } = await onrecord.run(['extract', ...args], {}, `${JSON_LINES}\n`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(rowsIn(stdout)).toEqual(RESULTS);
  });

  test('has a slower grade, which gives rows of the same kind', async ({ onrecord }) => {
    const { code, stdout, stderr } = await onrecord.run(['extract', '--accurate'], {}, JSON_LINES);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(rowsIn(stdout)).toMatchObject([{ id: 'a' }, { id: '2' }, { id: 'c' }, { id: 'd' }]);
  });

  test('passes over blank lines, which count, and takes line ends of any system', async ({ onrecord }) => {
    const input = `\ufeff{"text": "One."}\r\n\r\n  \n{"text": "Two."}\r\n`;
    const { code, stdout } = await onrecord.run(['extract'], {}, input);
    expect(code).toBe(0);
    expect(rowsIn(stdout)).toMatchObject([{ id: '1' }, { id: '4' }]);
  });

  test('reads nothing from nothing', async ({ onrecord }) => {
    expect(await onrecord.run(['extract'], {}, '')).toMatchObject({ code: 0, stdout: '', stderr: '' });
  });

  test.for([
    { line: 'The pier will hold.', says: 'This is not JSON' },
    { line: '{"text": "The pier', says: 'This is not JSON' },
    { line: '["The pier will hold."]', says: 'Every line is one JSON object, such as {"text": "…"}.' },
    { line: '{"id": "b"}', says: 'The row has no text' },
    { line: '{"id": "b", "text": 5}', says: 'The row has no text' },
    { line: '{"id": ["b"], "text": "x"}', says: 'The field “id” takes a string or a number.' },
    { line: '{"id": 1e400, "text": "x"}', says: 'The field “id” takes numbers up to 9007199254740991' },
    { line: '{"id": 12345678901234567890, "text": "x"}', says: 'write a larger one as text, in quotation marks.' },
    {
      line: '{"text": "x", "publishedAt": "2031-05-07T25:00:00Z"}',
      says: 'The field “publishedAt” takes an existing day',
    },
    { line: '{"text": "x", "publishedAt": "2031-05-07T23:60Z"}', says: 'not "2031-05-07T23:60Z".' },
    { line: '{"text": "x", "publishedAt": "2031-05-07T18:00:00+24:00"}', says: 'or a time such as' },
    { line: '{"text": "x", "publishedOn": "2031-02-30"}', says: 'The field “publishedOn” takes an existing day' },
    { line: '{"text": "x", "publishedAt": "yesterday"}', says: 'The field “publishedAt” takes an existing day' },
    { line: '{"text": "x", "publishedAt": 1935619200}', says: 'not 1935619200.' },
  ])('refuses a row that cannot be used, and leaves the output as it was: $line', async ({ line, says }, {
    folder,
    onrecord,
  }) => {
    writeFileSync(join(folder, 'rows.jsonl'), `${JSON_LINES}\n${line}\n`);
    writeFileSync(join(folder, 'old.jsonl'), 'as it was');
    for (const output of ['new.jsonl', 'old.jsonl']) {
      const args = ['extract', '--input', 'rows.jsonl', '--output', output];
      const { code, stdout, stderr } = await onrecord.run(args);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(/^onrecord: rows\.jsonl:5: .*\n$/);
      expect(stderr).toContain(says);
    }
    expect(existsSync(join(folder, 'new.jsonl'))).toBe(false);
    expect(readFileSync(join(folder, 'old.jsonl'), 'utf8')).toBe('as it was');
    expect(readdirSync(folder).sort()).toEqual(['old.jsonl', 'rows.jsonl']);
  });

  test('refuses what is not UTF-8', async ({ folder, onrecord }) => {
    writeFileSync(join(folder, 'rows.jsonl'), Buffer.from('{"text": "caf\xe9"}\n', 'latin1'));
    const { code, stderr } = await onrecord.run(['extract', '--input', 'rows.jsonl']);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'onrecord: rows.jsonl:1: The line is not UTF-8 text; save the file as UTF-8.\n',
    });
  });

  test('says which file cannot be read or written', async ({ folder, onrecord }) => {
    const missing = await onrecord.run(['extract', '--input', 'none.jsonl', '--output', 'out.jsonl']);
    expect(missing).toMatchObject({ code: 1, stdout: '' });
    expect(missing.stderr).toMatch(/^onrecord: none\.jsonl: Cannot be read: ENOENT.*\n$/);
    expect(readdirSync(folder)).toEqual([]);
    const away = await onrecord.run(['extract', '--output', 'none/out.jsonl'], {}, JSON_LINES);
    expect(away).toMatchObject({ code: 1, stdout: '' });
    expect(away.stderr).toMatch(/^onrecord: none\/out\.jsonl: Cannot be written: ENOENT.*\n$/);
  });

  test('leaves a file that is written the mode that it has', async ({ folder, onrecord }) => {
    const file = join(folder, 'out.jsonl');
    writeFileSync(file, 'as it was');
    for (const mode of [0o600, 0o666]) {
      chmodSync(file, mode);
      expect(await onrecord.run(['extract', '--output', 'out.jsonl'], {}, JSON_LINES)).toMatchObject({ code: 0 });
      expect(statSync(file).mode & 0o777).toBe(mode);
    }
    expect(rowsIn(readFileSync(file, 'utf8'))).toEqual(RESULTS);
  });

  // An administrator may write every file.
  test.skipIf(process.getuid?.() === 0)('replaces no file that may not be written', async ({ folder, onrecord }) => {
    writeFileSync(join(folder, 'out.jsonl'), 'as it was', { mode: 0o400 });
    const refused = await onrecord.run(['extract', '--output', 'out.jsonl'], {}, JSON_LINES);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toBe('onrecord: out.jsonl: Cannot be written: EACCES: permission denied\n');
    expect(readFileSync(join(folder, 'out.jsonl'), 'utf8')).toBe('as it was');
    expect(readdirSync(folder)).toEqual(['out.jsonl']);
  });

  test.for(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('ends at %s without a file that is half written', async (signal, {
    folder,
    onrecord,
  }) => {
    writeFileSync(join(folder, 'rows.jsonl'), `${JSON.stringify({ text: TEXT })}\n`.repeat(200_000));
    const running = onrecord.start(['extract', '--input', 'rows.jsonl', '--output', 'out.jsonl']);
    await expect.poll(() => readdirSync(folder).length, { timeout: 20_000 }).toBe(2);
    const { code, stderr } = await running.stop(signal);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^onrecord: Ended after \d+ articles; nothing more is written\.\n$/);
    expect(readdirSync(folder)).toEqual(['rows.jsonl']);
  });
});

describe.concurrent('onrecord extract with one article', () => {
  test('shows it for reading, without colours where nobody looks on', async ({ folder, onrecord }) => {
    writeFileSync(join(folder, 'pier.txt'), TEXT);
    const { code, stdout, stderr } = await onrecord.run(['extract', 'pier.txt', '--published-at', '2031-05-04']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toContain('\u001b');
    expect(stdout.replace(/\[s\d+\]|\s/g, '')).toContain(TEXT.replace(/\s/g, ''));
  });

  test('prints its row with --json, and takes text from standard input', async ({ folder, onrecord }) => {
    writeFileSync(join(folder, 'pier.txt'), TEXT);
    const args = ['--published-at', '2031-05-04T08:00:00Z', '--json'];
    const file = await onrecord.run(['extract', 'pier.txt', ...args]);
    expect(rowsIn(file.stdout)).toEqual([found('pier.txt', TEXT, '2031-05-04')]);
    const piped = await onrecord.run(['extract', '-', ...args], {}, TEXT);
    expect(rowsIn(piped.stdout)).toEqual([found('-', TEXT, '2031-05-04')]);
  });

  test('reads a brief without its front matter, of which it takes the day of publication', async ({
    folder,
    onrecord,
  }) => {
    writeFileSync(
      join(folder, 'pier.md'),
      `---\ntitle: A pier\npublished: 2031-05-04T08:00:00+09:00\n---\n\n${TEXT}\n`,
    );
    const brief = await onrecord.run(['extract', 'pier.md', '--json']);
    expect(rowsIn(brief.stdout)).toEqual([found('pier.md', TEXT, '2031-05-04')]);
    const later = await onrecord.run(['extract', 'pier.md', '--json', '--published-at', '2031-06-01']);
    expect(rowsIn(later.stdout)).toEqual([found('pier.md', TEXT, '2031-06-01')]);
  });

  test.for([
    { line: 'published: 2031-05-04 18:00:00 +09:00', day: '2031-05-04' },
    { line: "publishedAt: '2031-05-04' # in the morning", day: '2031-05-04' },
    { line: 'published: ~', day: null },
  ])('reads the day of publication as YAML writes it: $line', async ({ line, day }, { onrecord }) => {
    const { code, stdout } = await onrecord.run(['extract', '-', '--json'], {}, `---\r\n${line}\r\n---\r\n${TEXT}`);
    expect(code).toBe(0);
    expect(rowsIn(stdout)).toEqual([found('-', TEXT, day)]);
  });

  test.for([
    '2031-13-40',
    '"2031-05-04T25:00:00Z"',
    'May 4, 2031',
  ])('refuses front matter with a day of publication that does not exist: %s', async (value, { folder, onrecord }) => {
    writeFileSync(join(folder, 'pier.md'), `---\ntitle: A pier\npublished: ${value}\n---\n\n${TEXT}\n`);
    const refused = await onrecord.run(['extract', 'pier.md', '--json']);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toBe(
      `onrecord: pier.md:3: The line “published” takes an existing day such as 2031-05-04, or a time such as 2031-05-04T18:00:00Z, not ${value.replaceAll('"', '')}.\n`,
    );
    const named = await onrecord.run(['extract', 'pier.md', '--json', '--published-at', '2031-05-04']);
    expect(rowsIn(named.stdout)).toEqual([found('pier.md', TEXT, '2031-05-04')]);
  });

  test('says which file cannot be read', async ({ folder, onrecord }) => {
    const missing = await onrecord.run(['extract', 'none.txt']);
    expect(missing).toMatchObject({ code: 1, stdout: '' });
    expect(missing.stderr).toBe('onrecord: none.txt: Cannot be read: ENOENT: no such file or directory\n');
    writeFileSync(join(folder, 'latin.txt'), Buffer.from('caf\xe9', 'latin1'));
    const latin = await onrecord.run(['extract', 'latin.txt']);
    expect(latin).toMatchObject({ code: 1, stdout: '' });
    expect(latin.stderr).toBe('onrecord: latin.txt: The file is not UTF-8 text; save it as UTF-8.\n');
  });
});
