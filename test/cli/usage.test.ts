import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { test } from '../support/command.js';

const COMMANDS = [
  ...['serve', 'seed', 'extract', 'evaluate', 'generate', 'migrate', 'key'],
  ...['backup', 'restore', 'check', 'reindex'],
];

describe.concurrent('the help of onrecord', () => {
  test('lists the commands', async ({ onrecord }) => {
    const { code, stdout, stderr } = await onrecord.run(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: onrecord /);
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^ +${command}\\b`, 'm'));
  });

  test.for(COMMANDS)('says what `%s` does and takes', async (command, { onrecord }) => {
    const { code, stdout, stderr } = await onrecord.run([command, '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^Usage: onrecord ${command} .*\\n\\n[A-Z]`));
  });

  test('has the version of the package', async ({ onrecord }) => {
    const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(await onrecord.run(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});

describe.concurrent('wrong usage of onrecord', () => {
  test.for([
    { args: [], says: /^Usage: onrecord / },
    { args: ['frobnicate'], says: /^error: unknown command 'frobnicate'$/m },
    { args: ['serve', '--frobnicate'], says: /^error: unknown option '--frobnicate'$/m },
    { args: ['seed', 'one', 'two'], says: /^error: too many arguments/m },
    { args: ['extract', 'a.txt', '--output', 'out.jsonl'], says: /^error: --input and --output are for rows/m },
    { args: ['extract', '--published-at', '2031-05-04'], says: /^error: --published-at is for one FILE/m },
    { args: ['extract', 'a.txt', '--published-at', '2031-02-30'], says: /existing day such as 2031-05-04, or a time/m },
    {
      args: ['extract', 'a.txt', '--published-at', '2031-05-07T99:00'],
      says: /existing day such as 2031-05-04, or a time/m,
    },
    { args: ['extract', ''], says: /argument value '' is invalid for argument 'file'\. It takes the name of a file/ },
    {
      args: ['extract', '--input', ''],
      says: /^error: option '--input <rows>' argument '' is invalid\. It takes the name/m,
    },
    {
      args: ['extract', '--output', ''],
      says: /^error: option '--output <rows>' argument '' is invalid\. It takes the/m,
    },
    {
      args: ['evaluate', '--gold', ''],
      says: /^error: option '--gold <rows>' argument '' is invalid\. It takes the name/m,
    },
    { args: ['evaluate', '--gold', '-', '--predicted', '-'], says: /cannot both be standard input\.$/m },
    { args: ['evaluate'], says: /^error: required option '--gold <rows>' not specified$/m },
    { args: ['key'], says: /^Usage: onrecord key /m },
    { args: ['key', 'create', 'desk'], says: /^error: required option '--scope <scope>' not specified$/m },
    { args: ['key', 'create', 'desk', '--scope', 'write'], says: /It takes read, ingest or edit, or several of them/m },
    { args: ['key', 'create', ' ', '--scope', 'read'], says: /It takes 1 to 100 characters/m },
    { args: ['key', 'create', 'a\nb', '--scope', 'read'], says: /It takes 1 to 100 characters/m },
    { args: ['key', 'create', 'key_desk', '--scope', 'read'], says: /do not begin with “key_”, as ids do/m },
    { args: ['key', 'revoke'], says: /^error: missing required argument 'key'$/m },
    { args: ['migrate', '--store'], says: /^error: option '--store <file>' argument missing$/m },
  ])('exits with 2 and says so on standard error: $args', async ({ args, says }, { onrecord }) => {
    const { code, stdout, stderr } = await onrecord.run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(says);
    expect(stderr).toContain('--help');
  });
});
