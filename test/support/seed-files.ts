import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreOutcome } from '../../src/repository/repository.js';
import { PACKAGED_SEEDS, readSeeds } from '../../src/repository/seed/read-seeds.js';
import { SqliteRepository } from '../../src/repository/sqlite/sqlite-repository.js';

/** Stores seeds, the packaged ones if none are named, as `onrecord seed` does but without a process of its own. */
export async function storeSeeds(file: string, directory: string | URL = PACKAGED_SEEDS): Promise<StoreOutcome> {
  const repository = await SqliteRepository.open({ file });
  try {
    return await repository.storeArticles(readSeeds(directory, new Date()));
  } finally {
    await repository.close();
  }
}

/** Copies the packaged seeds, for a test that changes them. */
export function copyPackagedSeeds(directory: string): void {
  cpSync(PACKAGED_SEEDS, directory, { recursive: true });
}

/** Writes a directory with one brief, in which nobody says anything. */
export function writeQuietSeeds(directory: string): void {
  mkdirSync(directory);
  writeFileSync(join(directory, 'cast.yaml'), 'publishers:\n  quiet-post:\n    name: The Quiet Post\n');
  writeBrief(directory, '01-nothing-happened', 'Nothing happened in Inkwell on Friday.');
}

/** Writes a brief of the publisher of the quiet seeds, with annotations that are YAML. */
export function writeBrief(directory: string, name: string, text: string, annotations = '{}'): void {
  const header = [`title: ${text}`, 'publisher: quiet-post', 'published: 2020-03-20T08:00:00Z', 'precision: TIME'];
  const brief = ['---', ...header, 'language: en', '---', '', text, ''];
  writeFileSync(join(directory, `${name}.md`), brief.join('\n'));
  writeFileSync(join(directory, `${name}.yaml`), `${annotations}\n`);
}
