import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Loader } from './loader.ts';
import { frontPages, queryOf } from './operations.ts';
import { Random } from './random.ts';
import { articlesOf } from './reading-texts.ts';
import { ask, Server } from './server.ts';
import { makeKey, Sender } from './streams.ts';

const CONNECTIONS = 16;
/** Which part of what the service can answer it is asked, before it is killed and afterwards. */
const SHARE = 0.5;
/** Seconds of load for each kill, and how many milliseconds of it pass before, at the least and at the most. */
const SECONDS = 6;
const SOONEST = 1000;
const LATEST = 2500;
/** Short ones, so that many are stored: what is killed is mostly about to store one. */
const WORDS = 100;
/** More than are stored a second. */
const ARTICLES_PER_SECOND = 60;

/** A service that is killed while it answers and stores: how long it takes, started again, to its first answer. */
export interface KillTimes {
  /** Front pages per second that it is asked for. */
  readonly rate: number;
  /** Milliseconds from the start of the process to the first answer, kill by kill. */
  readonly times: number[];
  /** How many articles it had stored a second, kill by kill. */
  readonly stored: number[];
}

/** Kills (SIGKILL) a service on a copy of a store at any moment, and starts it again while clients go on asking. */
export async function measureKills(store: string, loader: Loader, count: number): Promise<KillTimes> {
  const folder = mkdtempSync(join(dirname(store), 'kills-'));
  const copy = join(folder, 'store.db');
  copyFileSync(store, copy);
  const key = makeKey(copy);
  const random = new Random('kills');
  const perKill = Math.ceil((LATEST / 1000) * ARTICLES_PER_SECOND);
  const articles = articlesOf(WORDS, perKill * count).map(({ text, id }) => ({ text, title: id }));
  let service = await Server.start('service', { store: copy, bare: true });
  try {
    const { url } = service;
    const job = { url, query: queryOf('front-page'), variables: frontPages(random, 540), connections: CONNECTIONS };
    await loader.throughput({ ...job, seconds: 2 });
    const rate = (await loader.throughput({ ...job, seconds: 2 })) * SHARE;
    const found: KillTimes = { rate, times: [], stored: [] };
    for (let kill = 0; kill < count; kill++) {
      const before = await articlesAt(url);
      const load = loader.flood({ ...job, rate, seconds: SECONDS });
      const sender = new Sender(url, key, articles.splice(0, perKill));
      await sender.begun;
      const milliseconds = random.int(SOONEST, LATEST);
      await setTimeout(milliseconds);
      const sent = sender.stop().catch(ignoreCutOff);
      await service.kill();
      await sent;
      service = await Server.start('service', { store: copy, bare: true, port: Number(new URL(url).port) });
      found.times.push(service.firstAnswer);
      found.stored.push((sender.stored * 1000) / milliseconds);
      await load;
      checkStored(sender.stored, (await articlesAt(url)) - before);
    }
    return found;
  } finally {
    await service.stop();
    rmSync(folder, { recursive: true });
  }
}

/** The article that is sent while the service is killed has no answer. */
function ignoreCutOff(error: unknown): void {
  if (!(error instanceof TypeError)) throw error;
}

/** How many articles a service lists. */
async function articlesAt(url: string): Promise<number> {
  const { data } = await ask(url, '{ articles(first: 1) { totalCount } }', {});
  return (data as { readonly articles: { readonly totalCount: number } }).articles.totalCount;
}

/** Throws an Error where an article is gone that was said to be stored; the last one may be there without anybody having been told. */
function checkStored(told: number, found: number): void {
  if (found === told || found === told + 1) return;
  throw new Error(`After a kill there are ${found} new articles, where ${told} were said to be stored.`);
}
