import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Loader } from './loader.ts';
import { median, quantile } from './measures.ts';
import { frontPages, queryOf } from './operations.ts';
import { Random } from './random.ts';
import { articlesOf } from './reading-texts.ts';
import { Server } from './server.ts';
import { readOnce } from './stores.ts';
import { Batch, makeKey, Sender, type Stream } from './streams.ts';

const CONNECTIONS = 16;
/** Which part of what the service can answer it is asked while articles are taken in. */
const SHARE = 0.5;
/** The quantile that is compared: only a hundredth of the requests takes longer. */
const SLOWEST = 0.99;
const WORDS = 800;
/** More than are read, at some 40 a second at best. */
const ARTICLES_PER_SECOND = 50;

/** Front pages asked at half of the rate that the service sustains: milliseconds of the slowest hundredth, by rounds. */
export interface IngestTimes {
  /** Requests per second that the service was asked for. */
  readonly rate: number;
  readonly alone: number[];
  /** The same while articles are taken in, by a command of its own and by the service itself. */
  readonly beside: readonly {
    readonly way: string;
    readonly times: number[];
    /** How many articles were stored a second, by rounds. */
    readonly stored: number[];
  }[];
}

/** Front pages on a copy of a store, without and with articles that one worker of low priority reads. */
export async function measureIngest(
  store: string,
  loader: Loader,
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): Promise<IngestTimes> {
  const folder = mkdtempSync(join(dirname(store), 'ingest-'));
  const copy = join(folder, 'store.db');
  copyFileSync(store, copy);
  const key = makeKey(copy);
  const service = await Server.start('service', { store: copy });
  const ways: Readonly<Record<string, (articles: readonly object[]) => Stream>> = {
    'beside onrecord ingest': (articles) => new Batch(join(folder, 'articles.jsonl'), articles, copy),
    'with ingestArticle': (articles) => new Sender(service.url, key, articles),
  };
  const count = seconds * ARTICLES_PER_SECOND;
  const articles = articlesOf(WORDS, count * rounds * Object.keys(ways).length).map(({ text, id }) => ({
    text,
    title: id,
  }));
  const variables = frontPages(new Random('ingest'), 540);
  const job = { url: service.url, query: queryOf('front-page'), variables, connections: CONNECTIONS };
  try {
    const rates: number[] = [];
    for (let round = 0; round <= rounds; round++) rates.push(await loader.throughput({ ...job, seconds: 2 }));
    const rate = median(rates.slice(1)) * SHARE;
    const slowest = async () => quantile(await loader.paced({ ...job, rate, seconds }), SLOWEST);
    const alone: number[] = [];
    const beside = Object.keys(ways).map((way) => ({
      way,
      times: Array.from<number>([]),
      stored: Array.from<number>([]),
    }));
    for (let round = 0; round < rounds; round++) {
      await readOnce(copy);
      alone.push(await slowest());
      for (const { way, times, stored } of beside) {
        const stream = ways[way]?.(articles.splice(0, count));
        await stream?.begun;
        const before = stream?.stored ?? 0;
        times.push(await slowest());
        stored.push(((stream?.stored ?? 0) - before) / seconds);
        await stream?.stop();
      }
    }
    return { rate, alone, beside };
  } finally {
    await service.stop();
    rmSync(folder, { recursive: true });
  }
}
