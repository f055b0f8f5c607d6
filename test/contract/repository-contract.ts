import { describe } from 'vitest';
import { describeDesk } from './desk-contract.js';
import { describeExporting } from './exporting-contract.js';
import { describeFilters } from './filters-contract.js';
import { describeHidden } from './hidden-contract.js';
import { describeKeys } from './keys-contract.js';
import { describeMerging } from './merging-contract.js';
import { describeNodes } from './nodes-contract.js';
import { describeNotRead } from './not-read-contract.js';
import type { OpenRepository } from './opening.js';
import { describeOrders } from './orders-contract.js';
import { describeOwners } from './owners-contract.js';
import { describeQuotations } from './quotations-contract.js';
import { describeSearch } from './search-contract.js';
import { describeStoring } from './storing-contract.js';
import { describeWalks } from './walks-contract.js';

/** The suite that every implementation of `Repository` passes. `open` gives a new, empty store each time. */
export function describeRepository(name: string, open: OpenRepository): void {
  describe(name, () => {
    describeStoring(open);
    describeDesk(open);
    describeExporting(open);
    describeMerging(open);
    describeNodes(open);
    describeOrders(open);
    describeOwners(open);
    describeHidden(open);
    describeNotRead(open);
    describeSearch(open);
    describeQuotations(open);
    describeFilters(open);
    describeWalks(open);
    describeKeys(open);
  });
}
