import { describe } from 'vitest';
import { describeLists } from './lists-contract.js';
import { describeMerging } from './merging-contract.js';
import { describeNodes } from './nodes-contract.js';
import type { OpenRepository } from './opening.js';
import { describeStoring } from './storing-contract.js';
import { describeWalks } from './walks-contract.js';

/** The suite that every implementation of `Repository` passes. `open` gives a new, empty store each time. */
export function describeRepository(name: string, open: OpenRepository): void {
  describe(name, () => {
    describeStoring(open);
    describeMerging(open);
    describeNodes(open);
    describeLists(open);
    describeWalks(open);
  });
}
