import { Command } from 'commander';
import { reindexStore } from '../repository/sqlite/reindex.js';
import { writeResult } from './result.js';
import { storeOf, storeOption } from './store-option.js';

/** `onrecord reindex`: makes anew what follows from the records. */
export function reindexCommand(): Command {
  return new Command('reindex')
    .description(
      'Make anew whatever follows from the records: the search index, indexes that are missing or damaged, counts and other derived values. Others may go on reading; who writes meanwhile may have to try again.',
    )
    .addOption(storeOption())
    .option('--json', 'print what was made anew as JSON')
    .action(async ({ json }: { json?: boolean }, command: Command) => {
      const store = storeOf(command);
      const reindexed = await reindexStore(store);
      const { objects, values, documents } = reindexed;
      const made = objects.length === 0 ? '' : ` Made anew: ${objects.join(', ')}.`;
      const done = `${documents} search documents, ${values} derived values put right`;
      await writeResult(json, reindexed, `${store} is indexed anew: ${done}.${made}`);
    });
}
