import { Command } from 'commander';
import { checkStore, type StoreCheck } from '../repository/sqlite/check/check-store.js';
import { Failed } from './failed.js';
import { writeStandardOutput } from './standard-output.js';
import { storeOf, storeOption } from './store-option.js';

/** `onrecord check`: looks for all that can be wrong with a store. */
export function checkCommand(): Command {
  return new Command('check')
    .description(
      'Look for all that can be wrong with the store, and say where and what to do about it (docs/recovery.md). Writes nothing, and others may go on using it.',
    )
    .addOption(storeOption())
    .option('--json', 'print the findings as JSON')
    .action(async ({ json }: { json?: boolean }, command: Command) => {
      const store = storeOf(command);
      const check = await checkStore(store);
      await writeStandardOutput(
        json ? `${JSON.stringify({ clean: check.count === 0, ...check })}\n` : textOf(store, check),
      );
      if (check.count > 0) throw new Failed(`${store}: ${foundIn(check)}.`);
    });
}

function textOf(store: string, check: StoreCheck): string {
  const { articles, count } = check;
  return count === 0
    ? `${store} is whole: ${articles} ${articles === 1 ? 'article' : 'articles'} checked.\n`
    : findingLines(check);
}

/** One finding a line: what kind it is, where, what is wrong and what to do about it. */
export function findingLines({ findings, untold }: StoreCheck): string {
  const lines = findings.map(
    ({ code, table, id, message, remedy }) => `${placeOf(code, table, id)}: ${message} ${remedy}`,
  );
  const more = untold.map(({ code, table, count }) => `${placeOf(code, table, null)}: ${count} more like these.`);
  return [...lines, ...more].map((line) => `${line}\n`).join('');
}

function placeOf(code: string, table: string | null, id: string | null): string {
  return [code, table, id].filter((part) => part !== null).join(' ');
}

function foundIn({ count }: StoreCheck): string {
  return count === 1 ? 'One thing is wrong with it' : `${count} things are wrong with it`;
}
