// `npm run bench:extraction`: how fast articles are read, from one run. README.md in this folder says how to read it.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { median } from './measures.ts';
import { articlesOf } from './reading-texts.ts';
import { type Bar, bar, machine, megabytes, table } from './report.ts';

const GRADES = ['default', 'accurate'] as const;
type Grade = (typeof GRADES)[number];

/** Articles of 800 words a second on one core, at the least. */
const LEAST_RATE: Readonly<Record<Grade, number>> = { default: 30, accurate: 6 };
const MOST_MEMORY = 400e6;
const MOST_FIRST_RESULT = 1500;
const MOST_LONG = 30;
/** How much longer a text may take that is four times as long, when time is linear; four, and a bit for the collector. */
const MOST_GROWTH = 8;
/** Below this many seconds a ratio says nothing. */
const LEAST_COMPARED = 1;

const STARTS = 5;
const SHORT = 200;
const ROOT = fileURLToPath(new URL('../', import.meta.url));

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '3' },
    length: { type: 'string', default: '1000000' },
    json: { type: 'string' },
  },
});

interface Reading {
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly articles: number;
  readonly statements: number;
  readonly peakMemory: number;
}

interface LongReading {
  readonly name: string;
  readonly length: number;
  readonly seconds: number;
  readonly processorSeconds: number;
}

function wholeNumber(name: 'articles' | 'rounds' | 'length'): number {
  const value = Number(values[name]);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`--${name} takes a whole number above 0, not “${values[name]}”.`);
}

/** Runs the reader in a process of its own. */
async function reader<T>(what: 'articles' | 'long', grade: Grade, size: number): Promise<T> {
  const { stdout } = await promisify(execFile)(process.execPath, ['bench/reader.ts', what, grade, String(size)], {
    cwd: ROOT,
  });
  return JSON.parse(stdout);
}

/** Articles per second of processor time, all threads of the process together: what one core reads. */
function rateOf({ articles, processorSeconds }: Reading): number {
  return articles / processorSeconds;
}

/** Milliseconds from the start of `onrecord extract` on a short article to its first result, after one start that is not counted. */
async function firstResults(grade: Grade): Promise<number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  try {
    const file = join(folder, 'short.txt');
    writeFileSync(file, articlesOf(SHORT, 1)[0]?.text ?? '');
    const args = [
      'bin/onrecord.js',
      'extract',
      file,
      '--published-at',
      '2031-05-07',
      ...(grade === 'accurate' ? ['--accurate'] : []),
    ];
    const times: number[] = [];
    for (let count = 0; count <= STARTS; count++) {
      const began = performance.now();
      const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
      const ended = once(child, 'exit');
      await once(child.stdout, 'data');
      times.push(performance.now() - began);
      child.stdout.resume();
      await ended;
    }
    return times.slice(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface GradeRun {
  readonly grade: Grade;
  readonly rounds: Reading[];
  readonly firstResults: number[];
  readonly short: LongReading[];
  readonly long: LongReading[];
}

async function measure(grade: Grade): Promise<GradeRun> {
  const rounds: Reading[] = [];
  say(`articles, ${grade}`);
  for (let round = 0; round < wholeNumber('rounds'); round++)
    rounds.push(await reader('articles', grade, wholeNumber('articles')));
  say(`first results, ${grade}`);
  const starts = await firstResults(grade);
  say(`long texts, ${grade}`);
  const length = wholeNumber('length');
  const short = await reader<LongReading[]>('long', grade, Math.ceil(length / 4));
  const long = await reader<LongReading[]>('long', grade, length);
  return { grade, rounds, firstResults: starts, short, long };
}

function say(what: string): void {
  process.stderr.write(`Measuring: ${what} …\n`);
}

function barsOf({ grade, rounds, firstResults: starts, short, long }: GradeRun): Bar[] {
  const rate = median(rounds.map(rateOf));
  const peak = Math.max(...rounds.map(({ peakMemory }) => peakMemory));
  const slowest = long.toSorted((a, b) => b.processorSeconds - a.processorSeconds)[0];
  const growths = long
    .filter(({ processorSeconds }) => processorSeconds > LEAST_COMPARED)
    .map(({ name, processorSeconds }) => ({
      name,
      growth: processorSeconds / (short.find((text) => text.name === name)?.processorSeconds ?? Number.NaN),
    }));
  const steepest = growths.toSorted((a, b) => b.growth - a.growth)[0];
  return [
    bar(
      `${grade}: at least ${LEAST_RATE[grade]} articles a second on one core`,
      rate.toFixed(1),
      rate >= LEAST_RATE[grade],
    ),
    bar(`${grade}: at most 400 MB of memory`, megabytes(peak), peak <= MOST_MEMORY),
    bar(
      `${grade}: first result within 1.5 seconds`,
      `${median(starts).toFixed(0)} ms`,
      median(starts) <= MOST_FIRST_RESULT,
    ),
    bar(
      `${grade}: the slowest long text within 30 seconds`,
      `${slowest?.processorSeconds.toFixed(1)} s (${slowest?.name})`,
      (slowest?.processorSeconds ?? 0) <= MOST_LONG,
    ),
    bar(
      `${grade}: four times the text takes at most ${MOST_GROWTH} times as long`,
      steepest === undefined ? 'all within a second' : `${steepest.growth.toFixed(1)} (${steepest.name})`,
      (steepest?.growth ?? 0) <= MOST_GROWTH,
    ),
  ];
}

function report(runs: readonly GradeRun[], before: ReturnType<typeof machine>): string {
  const { cores, processor, memory, node, load } = before;
  return [
    `${cores} × ${processor}, ${(memory / 1e9).toFixed(1)} GB of memory, Node.js ${node}`,
    `Load when it began: ${load.toFixed(1)}${load > 0.5 ? ' (something else runs: trust processor time more than seconds, and neither much)' : ''}`,
    '',
    `${values.articles} articles of 800 words, ${values.rounds} rounds; medians`,
    table(
      ['', 'a second of one core', 'a second', 'statements each', 'peak', 'first result'],
      runs.map(({ grade, rounds, firstResults: starts }) => [
        grade,
        median(rounds.map(rateOf)).toFixed(1),
        median(rounds.map(({ articles, seconds }) => articles / seconds)).toFixed(1),
        median(rounds.map(({ statements, articles }) => statements / articles)).toFixed(1),
        megabytes(Math.max(...rounds.map(({ peakMemory }) => peakMemory))),
        `${median(starts).toFixed(0)} ms`,
      ]),
    ),
    '',
    `Seconds of processor time for texts of ${values.length} units and of a quarter of it`,
    table(
      ['', ...runs.flatMap(({ grade }) => [grade, 'a quarter'])],
      (runs[0]?.long ?? []).map(({ name }, index) => [
        name,
        ...runs.flatMap(({ long, short }) =>
          [long[index], short[index]].map((text) => text?.processorSeconds.toFixed(2) ?? '?'),
        ),
      ]),
    ),
    '',
    'Bars',
    table(
      ['', '', ''],
      runs.flatMap(barsOf).map(({ promise, found, holds }) => [holds ? 'holds' : 'FAILS', promise, found]),
    ),
    '',
  ].join('\n');
}

const before = machine();
const runs: GradeRun[] = [];
for (const grade of GRADES) runs.push(await measure(grade));
process.stdout.write(report(runs, before));
const bars = runs.flatMap(barsOf);
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ machine: before, runs, bars }, null, 2)}\n`);
process.exitCode = bars.every(({ holds }) => holds) ? 0 : 1;
