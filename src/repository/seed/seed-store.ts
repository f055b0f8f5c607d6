import type { Repository, StoreOutcome } from '../repository.js';
import { PACKAGED_SEEDS, readSeeds } from './read-seeds.js';

/** Stores the seeded articles; those that are there already stay as they are. */
export async function seedStore(
  repository: Repository,
  clock: () => Date = () => new Date(),
  directory: string | URL = PACKAGED_SEEDS,
): Promise<StoreOutcome> {
  return repository.storeArticles(await readSeeds(directory, clock()));
}
