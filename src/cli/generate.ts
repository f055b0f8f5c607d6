import { setImmediate } from 'node:timers/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { ArticleRecord } from '../domain/record.js';
import type { Desk } from '../repository/desk.js';
import { type GenerateOptions, generateRecords } from '../repository/generated/generate-records.js';
import type { Repository } from '../repository/repository.js';
import { SqliteRepository } from '../repository/sqlite/sqlite-repository.js';
import { Interrupted, interruptible } from './interrupted.js';
import { Progress } from './progress.js';
import { writeResult } from './result.js';
import { storeOf, storeOption } from './store-option.js';

interface GenerateCommandOptions extends GenerateOptions {
  readonly json?: boolean;
}

/** How many articles a command stored, and how many were there already. */
interface Stored {
  readonly created: number;
  readonly unchanged: number;
}

const MOST_ARTICLES = 10_000_000;
/** How many articles are in memory at once. */
const BATCH = 50;
/** How many batches are stored in one transaction: each writes the whole pages that it touched, wherever in the store they are. */
const BATCHES = 20;

/** `onrecord generate`: puts invented articles into the store, as many as are asked for. */
export function generateCommand(): Command {
  return new Command('generate')
    .description(
      'Store invented news for measurements and load tests. The same seed gives the same articles, of which those that are there already stay as they are.',
    )
    .addOption(
      new Option('--articles <count>', 'how many articles')
        .argParser(wholeNumber(1, MOST_ARTICLES))
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--seed <number>', 'which articles').argParser(wholeNumber(0, Number.MAX_SAFE_INTEGER)).default(1),
    )
    .addOption(storeOption())
    .option('--json', 'print the outcome as JSON')
    .action(async ({ articles, seed, json }: GenerateCommandOptions, command: Command) => {
      const store = storeOf(command);
      const repository = await SqliteRepository.open({ file: store, bulk: true });
      try {
        const outcome = await storeGenerated(repository, { articles, seed });
        const { created, unchanged } = outcome;
        await writeResult(json, outcome, `${store}: ${created} articles stored, ${unchanged} already there.`);
      } finally {
        await repository.close();
      }
    });
}

/** Stores the articles. Throws an Interrupted when it is told to end before, with the batch in hand stored. */
function storeGenerated(repository: Repository, options: GenerateOptions): Promise<Stored> {
  const progress = new Progress(options.articles);
  return interruptible(async (signal) => {
    const waiting = batches(generateRecords(options));
    let created = 0;
    let unchanged = 0;
    while (created + unchanged < options.articles) {
      const stored = await repository.write((desk) => storeSome(desk, waiting, signal));
      created += stored.created;
      unchanged += stored.unchanged;
      progress.show(created + unchanged);
      // Where all is there already the store never waits for anything, so that without this no signal would be heard.
      await setImmediate();
      if (signal.aborted && created + unchanged < options.articles) {
        throw new Interrupted(
          `Ended after ${created + unchanged} of ${options.articles} articles: ${created} stored, ${unchanged} already there. Run it again for the rest.`,
        );
      }
    }
    return { created, unchanged };
  }).finally(() => progress.end());
}

/** Stores the next batches, as many as a transaction has, and no further one when it is told to end. */
async function storeSome(desk: Desk, waiting: Iterator<ArticleRecord[]>, signal: AbortSignal): Promise<Stored> {
  let created = 0;
  let unchanged = 0;
  for (let count = 0; count < BATCHES; count++) {
    const next = waiting.next();
    if (next.done) break;
    const outcome = await desk.storeArticles(next.value);
    created += outcome.created.length;
    unchanged += outcome.unchanged.length;
    if (signal.aborted) break;
  }
  return { created, unchanged };
}

function* batches(records: Iterable<ArticleRecord>): Generator<ArticleRecord[]> {
  let batch: ArticleRecord[] = [];
  for (const record of records) {
    batch.push(record);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Reads an option’s value; throws an InvalidArgumentError that says what is taken. */
function wholeNumber(from: number, to: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/u.test(text) && value >= from && value <= to) return value;
    throw new InvalidArgumentError(`It takes a whole number from ${from} to ${to}.`);
  };
}
