import { readdirSync } from 'node:fs';
import { availableParallelism, constants, setPriority } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Extractor, ThreadedExtractor } from '../ingest/extractor.js';
import type { Repository } from '../repository/repository.js';
import { SqliteRepository } from '../repository/sqlite/sqlite-repository.js';
import { MOST_WORKERS } from '../server/config.js';

/** How a command reads articles, as its options say it. */
export interface ReadingOptions {
  readonly workers: number;
  readonly lowPriority?: boolean;
  readonly accurate?: boolean;
}

/** What a command that reads articles works with. */
export interface Readers {
  readonly repository: Repository;
  readonly extractor: Extractor;
}

/** Gives a command the options that say how it reads. */
export function addReadingOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--workers <count>', 'how many articles are read at once')
        .argParser(readWorkers)
        .default(availableParallelism()),
    )
    .option('--low-priority', 'let everything else on this machine go first')
    .option('--accurate', 'read more slowly and better');
}

/** Works with a store, and threads that read for it. */
export async function withReaders(
  store: string,
  { workers, accurate = false, lowPriority = false }: ReadingOptions,
  work: (readers: Readers) => Promise<void>,
): Promise<void> {
  // Before it starts threads: each has the priority of the one that starts it.
  if (lowPriority) letOthersGoFirst();
  const repository = await SqliteRepository.open({ file: store, batch: true });
  const extractor = new ThreadedExtractor({ workers, accurate });
  try {
    await work({ repository, extractor });
  } finally {
    await extractor.close();
    await repository.close();
  }
}

/** On Linux a priority is that of a thread, and those of V8, which compile and collect garbage, run before any program does. */
function letOthersGoFirst(): void {
  const threads = process.platform === 'linux' ? readdirSync('/proc/self/task').map(Number) : [0];
  for (const thread of threads) setPriority(thread, constants.priority.PRIORITY_LOW);
}

function readWorkers(text: string): number {
  const workers = Number(text);
  if (/^\d+$/u.test(text) && workers >= 1 && workers <= MOST_WORKERS) return workers;
  throw new InvalidArgumentError(`It takes a whole number from 1 to ${MOST_WORKERS}.`);
}
