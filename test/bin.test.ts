import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
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
    for (const file of ['bin/onrecord.js', 'bin/program.js', 'package.json']) copyFileSync(file, join(folder, file));
    writeFileSync(join(folder, 'dist/program/package.json'), '{ "type": "commonjs" }');
    writeProgram(`exports.main = async (argv) => { process.stdout.write(JSON.stringify(argv)); return 3; };`);
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  function writeProgram(source: string, file = 'main.js'): void {
    writeFileSync(join(folder, 'dist/program', file), source);
  }

  /** The kept files of what was compiled: their path, and when they were written. */
  function keptFiles(): [path: string, written: number][] {
    const kept = join(folder, 'dist/program/compiled');
    if (!existsSync(kept)) return [];
    const files = readdirSync(kept, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path, statSync(path).mtimeMs];
    });
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
    writeProgram(`exports.main = async () => { throw new Error('the store is on fire'); };`);
    const { status, stderr } = run([], 'serve');
    expect(status).toBe(1);
    expect(stderr).toContain('the store is on fire');
  });

  describe('keeps what was compiled of the program', () => {
    beforeEach(() => {
      writeProgram(`exports.main = async () => require('./part-1a2b3c.js').answer();`);
      writeProgram(`exports.answer = () => 4;`, 'part-1a2b3c.js');
    });

    it('when the process ends, for those after it', () => {
      expect(run([], 'serve').status).toBe(4);
      const kept = keptFiles();
      expect(kept.map(([path]) => basename(path))).toEqual(['part-1a2b3c.js']);
      expect(run([], 'serve').status).toBe(4);
      expect(keptFiles()).toEqual(kept);
    });

    it('apart for other flags of V8', () => {
      run([], 'serve');
      expect(run([process.execPath, '--no-opt'], 'serve').status).toBe(4);
      expect(keptFiles()).toHaveLength(2);
    });

    it('anew where it cannot be read', () => {
      run([], 'serve');
      const [[path] = ['']] = keptFiles();
      const size = statSync(path).size;
      writeFileSync(path, 'not compiled at all');
      expect(run([], 'serve')).toEqual({ status: 4, stdout: '', stderr: '' });
      expect(statSync(path).size).toBe(size);
    });

    it('anew where as little as a bit of it is another', () => {
      run([], 'serve');
      const [[path] = ['']] = keptFiles();
      const whole = readFileSync(path);
      for (const part of [0, 0.3, 0.6, 0.9, 1]) {
        const damaged = Buffer.from(whole);
        const place = Math.floor((whole.length - 1) * part);
        damaged.writeUInt8(damaged.readUInt8(place) ^ 1, place);
        writeFileSync(path, damaged);
        expect(run([], 'serve'), `byte ${place}`).toEqual({ status: 4, stdout: '', stderr: '' });
        expect(readFileSync(path), `byte ${place}`).not.toEqual(damaged);
      }
    });

    it('unless it cannot be written', () => {
      writeFileSync(join(folder, 'dist/program/compiled'), 'a file where the folder would be');
      expect(run([], 'serve')).toEqual({ status: 4, stdout: '', stderr: '' });
    });
  });
});
