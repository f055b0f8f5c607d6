// Reads texts with the extraction engine, alone in its process, and prints what it took as a line of JSON.
//
//   node bench/reader.ts articles default|accurate COUNT    articles of 800 words, after some that warm it up
//   node bench/reader.ts long default|accurate LENGTH       texts of so many UTF-16 units
import { extract } from '../dist/extraction/extract.js';
import { articlesOf, longTexts } from './reading-texts.ts';

const WARM_UP = 20;
const PUBLISHED = '2031-05-07';
const [what = '', grade = '', size = ''] = process.argv.slice(2);
const options = { published: PUBLISHED, accurate: grade === 'accurate' };

/** Seconds that passed, and seconds of processor time of all threads of the process. */
function timed(work: () => void): { seconds: number; processorSeconds: number } {
  const began = performance.now();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - began) / 1000, processorSeconds: (user + system) / 1e6 };
}

function readArticles(count: number) {
  const texts = articlesOf(800, count + WARM_UP).map(({ text }) => text);
  for (const text of texts.slice(0, WARM_UP)) extract(text, options);
  let statements = 0;
  const times = timed(() => {
    for (const text of texts.slice(WARM_UP)) statements += extract(text, options).statements.length;
  });
  return { ...times, articles: count, statements, peakMemory: process.resourceUsage().maxRSS * 1024 };
}

function readLong(length: number) {
  extract(articlesOf(800, 1)[0]?.text ?? '', options);
  return longTexts(length).map(({ name, text }) => ({ name, length, ...timed(() => extract(text, options)) }));
}

const outcome = what === 'articles' ? readArticles(Number(size)) : readLong(Number(size));
process.stdout.write(`${JSON.stringify(outcome)}\n`);
