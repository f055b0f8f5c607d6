import { cpus, loadavg, totalmem } from 'node:os';
import type { FrontPageRates } from './front-page.ts';
import type { HostileTimes } from './hostile.ts';
import type { IngestTimes } from './ingest.ts';
import type { KillTimes } from './kills.ts';
import { median, quantile, type SqlCost, type Times } from './measures.ts';
import type { Overload } from './overload.ts';
import type { QuotationTimes } from './quotations.ts';
import type { GeneratedStore } from './stores.ts';

/** All that one run measured. */
export interface Run {
  readonly machine: ReturnType<typeof machine>;
  readonly stores: { readonly small: GeneratedStore; readonly large: GeneratedStore };
  readonly starts: number[];
  readonly frontPage: FrontPageRates;
  readonly sql: SqlCost[];
  readonly times: Times[];
  readonly quotations: QuotationTimes;
  readonly ingest: IngestTimes;
  readonly overload: Overload;
  readonly hostile: readonly HostileTimes[];
  readonly kills: KillTimes;
}

/** Something that was promised of the service, and whether it is so. */
export interface Bar {
  readonly promise: string;
  readonly found: string;
  readonly holds: boolean;
}

const MOST_SECONDS = 600;
const MOST_MEMORY = 500e6;
const MOST_START = 500;
/** What the service may have in memory after the load of front pages. */
const MOST_UNDER_LOAD = 250e6;
/** How many times as many front pages as a contestant the service answers at the least. */
const LEAST_RATIOS = [
  { than: 'handler', ratio: 0.6, promise: 'at least 0.60 of the front pages of node:http by hand' },
  { than: 'stock-apollo', ratio: 2.5, promise: 'at least 2.5 times the front pages of stock Apollo Server' },
  { than: 'mercurius', ratio: 1, promise: 'at least the front pages of Mercurius, just-in-time, with stock resolvers' },
] as const;
/** What is aimed at beyond the bars: nothing fails where it is not reached. */
const GOALS = [
  { than: 'handler', ratio: 0.8, promise: '0.80 of node:http by hand' },
  { than: 'mercurius-lean', ratio: 1, promise: 'as many as Mercurius, just-in-time, with lean resolvers' },
] as const;
const MOST_CHECK = 50;
const MOST_BESIDE_INGEST = 2;
const MOST_AFTER_OVERLOAD = 2;
const MOST_HOSTILE = 1000;
const MOST_AFTER_KILL = 2000;
/** How many hostile queries are shown, the slowest first. */
const SHOWN = 10;

/** The machine, and how busy it is with other things: asked before a run begins. */
export function machine() {
  const [processor] = cpus();
  const [load = Number.NaN] = loadavg();
  return { cores: cpus().length, processor: processor?.model ?? '', memory: totalmem(), node: process.version, load };
}

export function barsOf(run: Run): Bar[] {
  const { stores, starts, frontPage, times, quotations, ingest, overload, kills } = run;
  const { articles, made } = stores.large;
  const generated = made && [
    bar(
      `${articles} articles are generated within 10 minutes`,
      `${made.seconds.toFixed(0)} s`,
      made.seconds <= MOST_SECONDS,
    ),
    bar('… and within 500 MB of memory', megabytes(made.peakMemory), made.peakMemory <= MOST_MEMORY),
  ];
  const operations = times.filter(({ kind }) => kind === null);
  return [
    ...(generated ?? []),
    bar(
      `start to first answer in less than ${MOST_START} ms`,
      `${median(starts).toFixed(0)} ms`,
      median(starts) < MOST_START,
    ),
    ...barsOfRatios(LEAST_RATIOS, frontPage),
    bar(
      'less than 250 MB of memory after front pages',
      megabytes(frontPage.memory),
      frontPage.memory < MOST_UNDER_LOAD,
    ),
    bar(
      `half of all quotations are checked within ${MOST_CHECK} ms`,
      `${median(quotations.medians).toFixed(1)} ms`,
      median(quotations.medians) < MOST_CHECK,
    ),
    ...besides(ingest)
      .slice(0, 1)
      .map(({ way, ratio }) =>
        bar(
          `the slowest hundredth of front pages takes at most ${MOST_BESIDE_INGEST} times as long ${way}`,
          ratio.toFixed(2),
          ratio <= MOST_BESIDE_INGEST,
        ),
      ),
    bar(
      'under twice the load that it sustains every answer is right or a refusal, and some are answered',
      `${overload.ends.wrong} wrong of ${sumOf(overload.ends)}`,
      overload.ends.wrong === 0 && overload.ends.answered > 0 && overload.ends.refused > 0,
    ),
    bar(
      `within five seconds after it is as before (at most ${MOST_AFTER_OVERLOAD} times as slow)`,
      (overload.after / overload.before).toFixed(2),
      overload.after <= overload.before * MOST_AFTER_OVERLOAD,
    ),
    ...barsOfHostile(run),
    bar(
      `killed under load and started again it answers in less than ${MOST_AFTER_KILL} ms`,
      `${median(kills.times).toFixed(0)} ms`,
      median(kills.times) < MOST_AFTER_KILL,
    ),
    ...operations.map((row) =>
      bar(`${row.operation} takes at most ${row.bar} times as long`, ratioOf(row).toFixed(2), ratioOf(row) <= row.bar),
    ),
  ];
}

function sumOf({ answered, refused, wrong }: Run['overload']['ends']): number {
  return answered + refused + wrong;
}

export function bar(promise: string, found: string, holds: boolean): Bar {
  return { promise, found, holds };
}

/** The bars on ratios to contestants that were measured. */
function barsOfRatios(
  bars: readonly { readonly than: string; readonly ratio: number; readonly promise: string }[],
  { contestants }: FrontPageRates,
): Bar[] {
  const medianOf = (wanted: string) => median(contestants.find(({ name }) => name === wanted)?.rates ?? []);
  return bars
    .filter(({ than }) => contestants.some(({ name }) => name === than))
    .map(({ than, ratio, promise }) => {
      const found = medianOf('service') / medianOf(than);
      return bar(promise, found.toFixed(2), found >= ratio);
    });
}

function barsOfHostile({ hostile }: Run): Bar[] {
  const failures = hostile.flatMap((row) => row.failures);
  const [slowest] = bySlowest(hostile);
  const most = slowest === undefined ? 0 : slowestOf(slowest);
  return [
    bar('no hostile query is answered with 5xx', failures[0]?.slice(0, 60) ?? 'none', failures.length === 0),
    bar(`… and none takes more than ${MOST_HOSTILE} ms`, `${most.toFixed(0)} ms`, most <= MOST_HOSTILE),
  ];
}

function bySlowest(hostile: Run['hostile']): HostileTimes[] {
  return hostile.toSorted((a, b) => slowestOf(b) - slowestOf(a));
}

function slowestOf({ times }: HostileTimes): number {
  return Math.max(...times);
}

/** How many times as long front pages take while articles are taken in: by a command of its own, which has a bar, and by the service. */
function besides({ alone, beside }: IngestTimes) {
  return beside.map(({ way, times }) => ({ way, ratio: median(times) / median(alone) }));
}

export function ratioOf({ small, large }: Times): number {
  return median(large) / median(small);
}

/** The whole run as text. */
export function report(run: Run): string {
  const { stores, starts } = run;
  const { cores, processor, memory, node, load } = run.machine;
  return [
    `${cores} × ${processor}, ${(memory / 1e9).toFixed(1)} GB of memory, Node.js ${node}`,
    `Load when it began: ${load.toFixed(1)}${load > 0.5 ? ' (something else runs: do not trust these figures)' : ''}`,
    '',
    'Generated stores (seconds and peak of memory are of the run that made them)',
    table(
      ['articles', 'file', 'seconds', 'peak'],
      [stores.small, stores.large].map(({ articles, bytes, made }) => [
        String(articles),
        megabytes(bytes),
        made?.seconds.toFixed(1) ?? '?',
        made ? megabytes(made.peakMemory) : '?',
      ]),
    ),
    '',
    `Start to first answer, ${stores.large.articles} articles: ${median(starts).toFixed(0)} ms, the median of ${starts.map((time) => time.toFixed(0)).join(', ')}`,
    '',
    frontPageTable(run),
    '',
    `SQL for each operation, ${stores.large.articles} articles`,
    table(
      ['operation', 'statements', 'share of time'],
      run.sql.map(({ operation, statements, share }) => [
        operation,
        statements.toFixed(1).replace(/\.0$/, ''),
        `${(share * 100).toFixed(0)} %`,
      ]),
    ),
    '',
    `Milliseconds of each operation at ${stores.small.articles} and at ${stores.large.articles} articles, one connection`,
    timesTable(run.times),
    '',
    quotationsTable(run),
    '',
    ingestTable(run),
    '',
    overloadLines(run),
    '',
    hostileTable(run),
    '',
    killsLine(run),
    '',
    'Bars (those of operations are of the medians of all their requests; “!” above marks kinds beyond it)',
    table(
      ['', '', ''],
      barsOf(run).map(({ promise, found, holds }) => [holds ? 'holds' : 'FAILS', promise, found]),
    ),
    '',
  ].join('\n');
}

function frontPageTable({ stores, frontPage, sql }: Run): string {
  const { contestants, memory, statements, alone } = frontPage;
  const limit = median(contestants.find(({ name }) => name === 'handler')?.rates ?? []);
  const share = sql.find(({ operation }) => operation === 'front-page')?.share ?? Number.NaN;
  return [
    `Front page, requests per second, ${stores.large.articles} articles, 16 connections; medians of the rounds`,
    table(
      ['', 'median', 'ratio', 'rounds'],
      contestants.map(({ title, rates }) => [
        title,
        median(rates).toFixed(0),
        (median(rates) / limit).toFixed(2),
        rates.map((rate) => rate.toFixed(0)).join(' '),
      ]),
    ),
    `Goals beyond the bars: ${barsOfRatios(GOALS, frontPage)
      .map(({ promise, found, holds }) => `${promise} (${holds ? 'reached' : 'not reached'}: ${found})`)
      .join(', ')}`,
    `Share of the service’s time in SQL, over one connection: ${(share * 100).toFixed(0)} %`,
    `SQL statements for each page of the service: ${statements.shared.toFixed(1)} over 16 connections, whose requests share look-ups, ${statements.alone.toFixed(1)} over one`,
    `Over one connection the service answers ${(median(alone.service) / median(alone.handler)).toFixed(2)} of the handler’s pages`,
    `Memory of the service after that: ${megabytes(memory)}`,
  ].join('\n');
}

function timesTable(times: readonly Times[]): string {
  return table(
    ['operation', 'median', 'p95', 'median', 'p95', 'ratio', ''],
    times
      .filter(({ kind, operation }) => kind === null || times.filter((row) => row.operation === operation).length > 2)
      .map((row) => [
        row.kind === null ? row.operation : `  ${row.kind}`,
        ...[row.small, row.large].flatMap((list) => [median(list).toFixed(2), quantile(list, 0.95).toFixed(2)]),
        ratioOf(row).toFixed(2),
        ratioOf(row) > row.bar ? '!' : '',
      ]),
  );
}

function quotationsTable({ stores, quotations }: Run): string {
  const { kinds, medians } = quotations;
  const rounds = medians.map((time) => time.toFixed(1)).join(', ');
  return [
    `Milliseconds of checks of quotations, ${stores.large.articles} articles: ${median(medians).toFixed(1)} ms, the median of ${rounds}`,
    table(
      ['kind', 'median', 'p95'],
      kinds.map(({ kind, times }) => [kind, median(times).toFixed(2), quantile(times, 0.95).toFixed(2)]),
    ),
  ].join('\n');
}

function ingestTable({ stores, ingest }: Run): string {
  const rounds = (times: readonly number[]) => times.map((time) => time.toFixed(1)).join(' ');
  return [
    `Front page at half of what the service sustains (${ingest.rate.toFixed(0)} a second), ${stores.large.articles} articles: milliseconds of the slowest hundredth, while articles of 800 words are stored`,
    table(
      ['', 'median', 'rounds', 'articles stored a second'],
      [{ way: 'alone', times: ingest.alone, stored: [] }, ...ingest.beside].map(({ way, times, stored }) => [
        way,
        median(times).toFixed(1),
        rounds(times),
        rounds(stored),
      ]),
    ),
  ].join('\n');
}

function overloadLines({ overload }: Run): string {
  const { sustained, seconds, ends, before, after } = overload;
  return [
    `Overload: ${seconds} s at twice the ${sustained.toFixed(0)} requests a second that are sustained (slowest hundredth under 200 ms, nothing refused)`,
    `  ${ends.answered} answered, ${ends.refused} refused with 429 or 503, ${ends.wrong} otherwise${ends.firstWrong === null ? '' : `: ${ends.firstWrong}`}`,
    `  slowest hundredth at half of that rate: ${before.toFixed(1)} ms before, ${after.toFixed(1)} ms within five seconds after`,
  ].join('\n');
}

function hostileTable({ stores, hostile }: Run): string {
  const rows = bySlowest(hostile);
  const [slowest] = rows;
  const tooSlow = rows.filter((row) => slowestOf(row) > MOST_HOSTILE);
  const shown = rows.slice(0, Math.max(SHOWN, tooSlow.length));
  return [
    `Hostile queries, ${stores.large.articles} articles, ${hostile.length} kinds, one after the other: ${tooSlow.length} take more than ${MOST_HOSTILE} ms`,
    ...(slowest
      ? [
          `  the slowest: ${slowest.kind}, ${slowestOf(slowest).toFixed(0)} ms, the median of ${slowest.times.length} ${median(slowest.times).toFixed(0)} ms`,
        ]
      : []),
    table(
      ['milliseconds', 'cost', 'median', 'slowest', 'asked'],
      shown.map((row) => [
        row.kind,
        row.cost === null ? '?' : String(row.cost),
        median(row.times).toFixed(0),
        slowestOf(row).toFixed(0),
        String(row.times.length),
      ]),
    ),
  ].join('\n');
}

function killsLine({ stores, kills }: Run): string {
  const { rate, times, stored } = kills;
  const list = (values: readonly number[]) => values.map((value) => value.toFixed(0)).join(', ');
  return `Killed and started again while asked for ${rate.toFixed(0)} front pages a second, ${stores.large.articles} articles: first answer after ${median(times).toFixed(0)} ms, the median of ${list(times)}; it had stored ${list(stored)} articles a second`;
}

/** Columns side by side: texts to the left, numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = head.some((title) => title !== '') ? [head, ...rows] : rows;
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const isNumber = head.map((_, column) => rows.every((row) => /^[\d.?]+( MB| %)?$/.test(row[column] ?? '')));
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          isNumber[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `  ${line}`)
    .join('\n');
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
