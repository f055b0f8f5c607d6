import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { MemoryRepository } from '../../src/repository/memory/memory-repository.js';
import { SqliteRepository } from '../../src/repository/sqlite/sqlite-repository.js';
import { describeSameAnswers } from './differential.js';
import { describeFilters } from './filters-contract.js';
import { describeRepository } from './repository-contract.js';

const folder = mkdtempSync(join(tmpdir(), 'onrecord-contract-'));
let stores = 0;

afterAll(() => rmSync(folder, { recursive: true }));

describeRepository('SQLite', ({ clock }) => SqliteRepository.open({ file: join(folder, `${stores++}.db`), clock }));

// Filters are put in the way that suits how many rows they let through: here all of them in the same.
describe.each(['inSet', 'oneByOne'] as const)('SQLite where every filter is put %s', (way) => {
  describeFilters(({ clock }) => SqliteRepository.open({ file: join(folder, `${stores++}.db`), clock, way }));
});

describeSameAnswers(
  'SQLite beside the store in memory',
  async (options) => new MemoryRepository(options),
  ({ clock }) => SqliteRepository.open({ file: join(folder, `${stores++}.db`), clock }),
);
