import { Command } from 'commander';
import { PACKAGED_SEEDS } from '../repository/seed/read-seeds.js';
import { seedStore } from '../repository/seed/seed-store.js';
import { SqliteRepository } from '../repository/sqlite/sqlite-repository.js';
import { writeResult } from './result.js';
import { storeOf, storeOption } from './store-option.js';

interface SeedOptions {
  readonly json?: boolean;
}

/** `onrecord seed`: puts the seed articles into the store. */
export function seedCommand(): Command {
  return new Command('seed')
    .description('Store the seed articles. Those that are there already stay as they are.')
    .argument('[directory]', 'a directory of briefs with their annotations, in place of the packaged one')
    .addOption(storeOption())
    .option('--json', 'print the outcome as JSON')
    .action(async (directory: string | undefined, { json }: SeedOptions, command: Command) => {
      const store = storeOf(command);
      const repository = await SqliteRepository.open({ file: store });
      try {
        const outcome = await seedStore(repository, undefined, directory ?? PACKAGED_SEEDS);
        await writeResult(
          json,
          outcome,
          `${store}: ${outcome.created.length} articles stored, ${outcome.unchanged.length} already there.`,
        );
      } finally {
        await repository.close();
      }
    });
}
