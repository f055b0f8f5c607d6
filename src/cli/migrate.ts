import { Command } from 'commander';
import { migrateStore } from '../repository/sqlite/migrate-store.js';
import { writeResult } from './result.js';
import { storeOf, storeOption } from './store-option.js';

interface MigrateOptions {
  readonly json?: boolean;
}

/** `onrecord migrate`: brings the store to this version. */
export function migrateCommand(): Command {
  return new Command('migrate')
    .description('Bring the store to this version of On Record; make it where there is none.')
    .addOption(storeOption())
    .option('--json', 'print the migrations that ran as JSON')
    .action(async ({ json }: MigrateOptions, command: Command) => {
      const store = storeOf(command);
      const migrations = await migrateStore(store);
      const text = migrations.length === 0 ? 'is up to date' : `is migrated: ${migrations.join(', ')}`;
      await writeResult(json, { migrations }, `${store} ${text}.`);
    });
}
