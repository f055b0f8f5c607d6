import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textHashOf } from '../../src/domain/article.js';
import { OnRecordError } from '../../src/domain/errors.js';
import type { ArticleRecord } from '../../src/domain/record.js';
import type { Page } from '../../src/repository/page.js';
import type { Repository, StoreOutcome } from '../../src/repository/repository.js';
import { manyArticles } from '../support/many-articles.js';
import { randomRecords } from '../support/random-records.js';
import { allAnswers } from './answers.js';
import { listingsOf } from './listings.js';
import { NOW, type OpenRepository } from './opening.js';

export interface DifferentialOptions {
  /** How many random stores are compared. */
  readonly runs?: number;
  /** The seed of the random stores; another one each time where left out. A failure prints it. */
  readonly seed?: number;
}

/** A suite that compares what two implementations answer to the same questions over the same records. */
export function describeSameAnswers(
  name: string,
  openReference: OpenRepository,
  openOther: OpenRepository,
  options: DifferentialOptions = {},
): void {
  const { runs = 12, seed } = options;
  // The search for the smallest stores that differ ends before the test times out and says nothing.
  const parameters = { numRuns: runs, interruptAfterTimeLimit: 15_000, ...(seed === undefined ? {} : { seed }) };
  describe(name, () => {
    test('answers the same over random stores', async () => {
      await fc.assert(
        fc.asyncProperty(randomRecords(), fc.nat(5), async (records, cut) => {
          await compare(openReference, openOther, [records.slice(0, cut), records.slice(cut), records.slice(0, 1)]);
        }),
        parameters,
      );
    });

    test('answers the same over a store of many articles', async () => {
      await compare(openReference, openOther, [manyArticles(12)]);
    });

    test('refuses the same batches', async () => {
      await fc.assert(
        fc.asyncProperty(randomRecords(), fc.nat(5), async (records, left) => {
          // Without one of its records a batch may lack what others of it name; with a second wording it contradicts itself.
          const lacking = records.filter((_, index) => index !== left);
          const contradicting = [...lacking, ...records.slice(left).map(withOtherText)];
          await compare(openReference, openOther, [lacking, contradicting]);
        }),
        parameters,
      );
    });
  });
}

/** Stores the same batches in two new stores and expects the same outcomes and answers. */
async function compare(
  openReference: OpenRepository,
  openOther: OpenRepository,
  batches: readonly (readonly ArticleRecord[])[],
): Promise<void> {
  const [reference, other] = [await openReference({ clock: () => NOW }), await openOther({ clock: () => NOW })];
  try {
    for (const batch of batches) expect(await outcomeOf(other, batch)).toEqual(await outcomeOf(reference, batch));
    const records = batches.flat();
    expect(await allAnswers(other, records)).toEqual(await allAnswers(reference, records));
    for (const listing of listingsOf(records)) {
      const { label, ownerIds, pages } = listing;
      for (const direction of ['FORWARD', 'BACKWARD'] as const) {
        const ask = (store: Repository, from: Page<unknown>['rows'][number]['keys'] | null) =>
          pages(store, ownerIds, { size: 2, direction, from });
        const first = await ask(reference, null);
        expect(await ask(other, null), `${label}, ${direction}`).toEqual(first);
        // From every place on these first pages, for all owners at once, whether the place is in their list or not.
        for (const { keys } of first.flatMap(({ rows }) => rows).slice(0, 4)) {
          expect(await ask(other, keys), `${label}, ${direction} from ${JSON.stringify(keys)}`).toEqual(
            await ask(reference, keys),
          );
        }
      }
    }
  } finally {
    await Promise.all([reference.close(), other.close()]);
  }
}

/** What storing a batch gives: its outcome, or the code with which it is refused. */
async function outcomeOf(store: Repository, batch: readonly ArticleRecord[]): Promise<StoreOutcome | string> {
  try {
    return await store.storeArticles(batch);
  } catch (error) {
    if (error instanceof OnRecordError) return error.code;
    throw error;
  }
}

/** The same article with a comment at the end of its text. */
function withOtherText(record: ArticleRecord): ArticleRecord {
  const text = `${record.revision.text} (Reworded.)`;
  return { ...record, revision: { ...record.revision, text, textHash: textHashOf(text) } };
}
