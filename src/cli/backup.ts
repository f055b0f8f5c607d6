import { Command } from 'commander';
import { backupStore } from '../repository/sqlite/backup.js';
import { readFileName } from './file-name.js';
import { writeResult } from './result.js';
import { storeOf, storeOption } from './store-option.js';

interface BackupOptions {
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `onrecord backup`: writes a copy of the store. */
export function backupCommand(): Command {
  return new Command('backup')
    .description(
      'Write a copy of the store as it is at one moment, while others go on reading and writing. The file is whole or not there; “onrecord restore” makes a store of it.',
    )
    .argument('<file>', 'where the copy goes', readFileName)
    .addOption(storeOption())
    .option('--force', 'replace a file that is there')
    .option('--json', 'print what was written as JSON')
    .action(async (file: string, { force = false, json }: BackupOptions, command: Command) => {
      const store = storeOf(command);
      const backup = await backupStore({ store, file, force });
      const { articles, bytes } = backup;
      const written = `${articles} ${articles === 1 ? 'article' : 'articles'}, ${bytes.toLocaleString('en')} bytes`;
      await writeResult(json, backup, `${file} is a backup of ${store}: ${written}.`);
    });
}
