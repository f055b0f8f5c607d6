import { type Command, Option } from 'commander';
import { parseStore } from '../server/config.js';

/** The option by which a command names the store, in place of the environment's. */
export function storeOption(): Option {
  return new Option('--store <file>', 'the store’s file (default: ONRECORD_STORE, or data/onrecord.db)');
}

/** The store that a command with the store option works on. Throws a ConfigError that names where a bad one came from. */
export function storeOf(command: Command): string {
  const { store }: { store?: string } = command.opts();
  if (store !== undefined) return parseStore(store, '--store');
  return parseStore(process.env['ONRECORD_STORE']?.trim() || undefined);
}
