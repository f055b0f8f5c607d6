import { createReadStream } from 'node:fs';
import { Command } from 'commander';
import { OnRecordError } from '../domain/errors.js';
import { readRecordLines } from '../export/record-lines.js';
import { SqliteRepository } from '../repository/sqlite/sqlite-repository.js';
import { inputName, STANDARD } from './extraction/row-source.js';
import { readFileName } from './file-name.js';
import { reasonOf } from './reason.js';
import { writeResult } from './result.js';
import { storeOf, storeOption } from './store-option.js';

/** `onrecord import`: reads what `onrecord export` wrote into an empty store. */
export function importCommand(): Command {
  return new Command('import')
    .description(
      'Read the records that `onrecord export` wrote into an empty store, all of them or none: the store is then the same, but for its API keys.',
    )
    .argument('<file>', 'the records; - for standard input', readFileName)
    .addOption(storeOption())
    .option('--json', 'print the outcome as JSON')
    .action(async (file: string, { json }: { json?: boolean }, command: Command) => {
      const store = storeOf(command);
      const repository = await SqliteRepository.open({ file: store });
      try {
        const input = file === STANDARD ? process.stdin : createReadStream(file);
        const records = await repository.importRecords(readRecordLines(input, inputName(file)));
        await writeResult(json, { records }, `${store}: ${records} records.`);
      } catch (error) {
        if (!(error instanceof Error && 'syscall' in error)) throw error;
        throw new OnRecordError('BAD_USER_INPUT', `${inputName(file)}: Cannot be read: ${reasonOf(error)}`);
      } finally {
        await repository.close();
      }
    });
}
