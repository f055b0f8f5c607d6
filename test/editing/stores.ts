import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import type { ArticleRecord } from '../../src/domain/record.js';
import { MemoryRepository } from '../../src/repository/memory/memory-repository.js';
import type { Repository } from '../../src/repository/repository.js';
import { checkStore } from '../../src/repository/sqlite/check/check-store.js';
import { SqliteRepository } from '../../src/repository/sqlite/sqlite-repository.js';
import { allAnswers } from '../contract/answers.js';
import { type OpenRepository, storeWith } from '../contract/opening.js';

const folder = mkdtempSync(join(tmpdir(), 'onrecord-editing-'));
let files = 0;

/** How long it may take to check all stores, in milliseconds. */
const PATIENCE = 120_000;

afterAll(async () => {
  // Whatever was edited and undone, all that a store derives has followed.
  for (let number = 0; number < files; number++) {
    const { findings } = await checkStore(join(folder, `${number}.db`));
    expect(findings, `of store ${number}`).toEqual([]);
  }
  rmSync(folder, { recursive: true });
}, PATIENCE);

/** Every store, by name: an edit does the same in each. */
export const STORES: [name: string, open: OpenRepository][] = [
  ['SQLite', ({ clock }) => SqliteRepository.open({ file: join(folder, `${files++}.db`), clock })],
  ['memory', async (options) => new MemoryRepository(options)],
];

export function openStore(open: OpenRepository, records: readonly ArticleRecord[]): Promise<Repository> {
  return storeWith(open, ...records);
}

/**
 * Everything that a store answers about these records, but for when and by which edit it was last changed, and for places
 * that follow from the order of storing: who was taken away and is there again counts as stored last.
 */
export async function lastingAnswers(store: Repository, records: readonly ArticleRecord[]): Promise<unknown> {
  const answers = await allAnswers(store, records);
  const lasting = Object.entries(answers).filter(([question]) => !question.includes('UPDATED_AT_ASC'));
  return JSON.parse(JSON.stringify(Object.fromEntries(lasting)), (name, value) => {
    if (name === 'updatedAt' || name === 'lastChange' || name === 'some') return undefined;
    if (name === 'hits') return value.map(({ id }: { id: string }) => id).sort();
    return name === 'roles' || name === 'relationships' ? value.map(inAnyOrder) : value;
  });
}

function inAnyOrder(list: readonly unknown[]): string[] {
  return list.map((item) => JSON.stringify(item)).sort();
}
