import { storeError } from './errors.js';
import { ensureIndexes } from './indexes.js';
import { migrate } from './migrate.js';
import { openWriter, STEADY } from './open-writer.js';

/** Brings a store to this version without opening it for anything else; gives the names of the migrations that ran. */
export async function migrateStore(file: string): Promise<string[]> {
  const writer = await openWriter(file, STEADY);
  try {
    const migrations = await migrate(writer, file);
    await ensureIndexes(writer);
    return migrations;
  } catch (error) {
    throw storeError(file, error);
  } finally {
    await writer.destroy();
  }
}
