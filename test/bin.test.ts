import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** A Node of this version as the program sees it: today's Node, told to call itself something else. */
function pretending(version: string): readonly string[] {
  const preload = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  return [process.execPath, '--import', `data:text/javascript,${encodeURIComponent(preload)}`];
}

/** The older Nodes of this machine, if it has any, by version: what they parse is not simulated. */
function olderNodes(): [version: string, node: readonly string[]][] {
  const paths = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'node'));
  const versions = paths.filter(existsSync).map((path): [string, readonly string[]] => {
    const { stdout } = spawnSync(path, ['-p', 'process.versions.node'], { encoding: 'utf8' });
    return [stdout.trim(), [path]];
  });
  return versions.filter(([version]) => Number.parseInt(version, 10) < 24);
}

const OLD_NODES = new Map<string, readonly string[]>([
  ...['12.20.0', '20.20.2', '23.11.1'].map((version): [string, readonly string[]] => [version, pretending(version)]),
  ...olderNodes(),
]);

describe('bin/onrecord.js', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-bin-'));
    mkdirSync(join(folder, 'bin'));
    mkdirSync(join(folder, 'dist/program'), { recursive: true });
    for (const file of ['bin/onrecord.js', 'package.json']) copyFileSync(file, join(folder, file));
    writeProgram(`export async function main(argv) { process.stdout.write(JSON.stringify(argv)); return 3; }`);
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  function writeProgram(source: string): void {
    writeFileSync(join(folder, 'dist/program/main.js'), source);
  }

  function run([node = process.execPath, ...options]: readonly string[], ...args: readonly string[]) {
    const { status, stdout, stderr } = spawnSync(node, [...options, join(folder, 'bin/onrecord.js'), ...args], {
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }

  it.each([...OLD_NODES])('says on Node %s which Node it needs', (version, node) => {
    const { status, stdout, stderr } = run(node, 'serve');
    expect(stderr).toMatch(/^onrecord needs Node\.js 24 or newer, and this is v/);
    expect(stderr).toContain(` v${version}. `);
    expect(stderr.trimEnd()).not.toContain('\n');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });

  it('runs on the Node versions that package.json names', () => {
    const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } };
    expect(engines.node).toBe('>=24');
    expect(run(pretending('24.0.0'))).toEqual({ status: 3, stdout: '[]', stderr: '' });
  });

  it('says how to build the program where it is not built', () => {
    rmSync(join(folder, 'dist'), { recursive: true });
    expect(run([], 'serve')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'onrecord is not built yet. In its folder, run `npm run build` first.\n',
    });
  });

  it('hands its arguments to the program and exits with the code that the program gives', () => {
    expect(run([], 'seed', '--store', 'a b')).toEqual({ status: 3, stdout: '["seed","--store","a b"]', stderr: '' });
  });

  it('exits with 1 and shows the error when the program fails', () => {
    writeProgram(`export async function main() { throw new Error('the store is on fire'); }`);
    const { status, stderr } = run([], 'serve');
    expect(status).toBe(1);
    expect(stderr).toContain('the store is on fire');
  });
});
