import { Command } from 'commander';
import { restoreStore } from '../repository/sqlite/restore.js';
import { findingLines } from './check.js';
import { Failed } from './failed.js';
import { readFileName } from './file-name.js';
import { writeResult } from './result.js';
import { writeStandardOutput } from './standard-output.js';
import { storeOf, storeOption } from './store-option.js';

interface RestoreOptions {
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `onrecord restore`: makes a store of a backup. */
export function restoreCommand(): Command {
  return new Command('restore')
    .description(
      'Put a backup in the place of the store, once it is checked and while no other process has the store open. The store is the old one until it is the new one.',
    )
    .argument('<file>', 'a file that “onrecord backup” wrote', readFileName)
    .addOption(storeOption())
    .option('--force', 'replace a store that is there')
    .option('--json', 'print what was restored as JSON')
    .action(async (file: string, { force = false, json }: RestoreOptions, command: Command) => {
      const store = storeOf(command);
      const check = await restoreStore({ file, store, force });
      const { articles, count } = check;
      if (count > 0) {
        await writeStandardOutput(json ? `${JSON.stringify(check)}\n` : findingLines(check));
        throw new Failed(`${file} is not whole (${count} findings), and ${store} is left as it was.`);
      }
      const restored = `${articles} ${articles === 1 ? 'article' : 'articles'}`;
      await writeResult(json, { articles }, `${store} is restored from ${file}: ${restored}.`);
    });
}
