import { Option } from 'commander';

/** The option by which a command names the store, in place of the environment's. */
export function storeOption(): Option {
  return new Option('--store <file>', 'the store’s file').env('ONRECORD_STORE').default('data/onrecord.db');
}

/** Writes a command's result: for people, or with --json for programs. */
export function writeResult(json: boolean | undefined, result: object, text: string): void {
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : `${text}\n`);
}
