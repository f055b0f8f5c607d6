import { MemoryRepository } from '../../src/repository/memory/memory-repository.js';
import { describeRepository } from './repository-contract.js';

describeRepository('The store in memory', async (options) => new MemoryRepository(options));
