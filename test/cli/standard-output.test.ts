import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect } from 'vitest';
import { test } from '../support/temporary.js';

const COMMAND = fileURLToPath(new URL('../../bin/onrecord.js', import.meta.url));
const ARTICLE = 'Ada Quill said the pier will hold.';
const ROW = JSON.stringify({ text: ARTICLE, attributions: [] });
const COMMANDS = [
  ['extract', 'article.txt'],
  ['extract', 'article.txt', '--json'],
  ['extract', '--input', 'rows.jsonl'],
  ['evaluate', '--gold', 'rows.jsonl'],
  ['evaluate', '--gold', 'rows.jsonl', '--json'],
];

/** How a command ends whose standard output is a file’s descriptor, or a pipe that nobody reads. */
async function ended(folder: string, args: readonly string[], stdout: number | 'pipe') {
  writeFileSync(join(folder, 'article.txt'), ARTICLE);
  writeFileSync(join(folder, 'rows.jsonl'), `${ROW}\n`);
  const child = spawn(process.execPath, [COMMAND, ...args], { cwd: folder, stdio: ['ignore', stdout, 'pipe'] });
  child.stdout?.destroy();
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const [code] = await once(child, 'close');
  return { code, stderr };
}

describe.concurrent('standard output', () => {
  test.for(COMMANDS.map((args) => ({ args })))('that nobody reads ends a command quietly: $args', async ({ args }, {
    folder,
  }) => {
    expect(await ended(folder, args, 'pipe')).toEqual({ code: 0, stderr: '' });
  });

  test.skipIf(!existsSync('/dev/full')).for(COMMANDS.map((args) => ({ args })))(
    'that is full is named: $args',
    async ({ args }, { folder }) => {
      expect(await ended(folder, args, openSync('/dev/full', 'w'))).toEqual({
        code: 1,
        stderr: 'onrecord: standard output: Cannot be written: ENOSPC: no space left on device\n',
      });
    },
  );
});
