// `npm run bench`: how fast the service is, from one run. README.md in this folder says how to read it.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measureFrontPage } from './front-page.ts';
import { measureHostile } from './hostile.ts';
import { measureIngest } from './ingest.ts';
import { measureKills } from './kills.ts';
import { Loader } from './loader.ts';
import { measureSql, measureStarts, measureTimes } from './measures.ts';
import { measureOverload } from './overload.ts';
import { installPeers } from './peers.ts';
import { measureQuotations } from './quotations.ts';
import { barsOf, machine, type Run, ratioOf, report } from './report.ts';
import { generatedStore, readOnce } from './stores.ts';

const { values } = parseArgs({
  options: {
    small: { type: 'string', default: '1000' },
    large: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '5' },
    requests: { type: 'string', default: '240' },
    overload: { type: 'string', default: '60' },
    hostile: { type: 'string', default: '5' },
    kills: { type: 'string', default: '5' },
    peers: { type: 'string', default: 'all' },
    keep: { type: 'string', default: 'data/bench' },
    json: { type: 'string' },
  },
});

function wholeNumber(name: Exclude<keyof typeof values, 'peers' | 'keep' | 'json'>): number {
  const value = Number(values[name]);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`--${name} takes a whole number above 0, not “${values[name]}”.`);
}

function isWithPeers(): boolean {
  if (values.peers === 'all' || values.peers === 'none') return values.peers === 'all';
  throw new Error(`--peers takes all or none, not “${values.peers}”.`);
}

async function run(): Promise<Run> {
  const options = { rounds: wholeNumber('rounds'), seconds: wholeNumber('seconds') };
  const withPeers = isWithPeers();
  if (withPeers) installPeers();
  const before = machine();
  const small = await generatedStore(values.keep, wholeNumber('small'));
  const large = await generatedStore(values.keep, wholeNumber('large'));
  const loader = new Loader();
  try {
    const begin = async (what: string) => {
      process.stderr.write(`Measuring: ${what} …\n`);
      for (const { file } of [small, large]) await readOnce(file);
    };
    await begin('starts');
    const starts = await measureStarts(large.file);
    await begin(withPeers ? 'front page against the handler and peers' : 'front page against the handler');
    const frontPage = await measureFrontPage(large.file, loader, { ...options, withPeers });
    await begin('SQL');
    const sql = await measureSql(large.file, loader);
    await begin('times');
    const files = { small: small.file, large: large.file };
    const times = await measureTimes(files, loader, wholeNumber('requests'));
    await begin('quotations');
    const quotations = await measureQuotations(large.file, loader, wholeNumber('requests'));
    await begin('front page beside an ingest');
    const ingest = await measureIngest(large.file, loader, options);
    await begin('overload');
    const overload = await measureOverload(large.file, loader, wholeNumber('overload'));
    await begin('hostile queries');
    const hostile = await measureHostile(large.file, wholeNumber('hostile'));
    await begin('starts after kills');
    const kills = await measureKills(large.file, loader, wholeNumber('kills'));
    const stores = { small, large };
    return { machine: before, stores, starts, frontPage, sql, times, quotations, ingest, overload, hostile, kills };
  } finally {
    loader.stop();
  }
}

const result = await run();
const bars = barsOf(result);
process.stdout.write(report(result));
if (values.json !== undefined) {
  const times = result.times.map((row) => ({ ...row, ratio: ratioOf(row) }));
  writeFileSync(values.json, `${JSON.stringify({ ...result, times, bars }, null, 2)}\n`);
}
process.exitCode = bars.every(({ holds }) => holds) ? 0 : 1;
