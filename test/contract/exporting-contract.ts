import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OnRecordError } from '../../src/domain/errors.js';
import { reviewStatement } from '../../src/editing/review-statement.js';
import { undoChange } from '../../src/editing/undo.js';
import type { RecordLine } from '../../src/repository/record-line.js';
import type { Repository } from '../../src/repository/repository.js';
import { randomRecords } from '../support/random-records.js';
import { articleRecord } from '../support/records.js';
import { allAnswers } from './answers.js';
import { type OpenRepository, storeWith } from './opening.js';

async function linesOf(store: Repository): Promise<RecordLine[]> {
  const lines: RecordLine[] = [];
  for await (const line of store.exportRecords()) lines.push(line);
  return lines;
}

async function* given(lines: readonly RecordLine[]): AsyncGenerator<RecordLine> {
  yield* lines;
}

/** Suite of `exportRecords` and `importRecords`: what one store exports makes another the same. */
export function describeExporting(open: OpenRepository): void {
  describe('exporting and importing', () => {
    test('make the same store, whatever is in it', async () => {
      await fc.assert(
        fc.asyncProperty(randomRecords(), async (records) => {
          const store = await storeWith(open, ...records);
          const [statement] = records.flatMap(({ statements }) => statements);
          if (statement !== undefined) {
            const { change } = await reviewStatement(store, 'olive', {
              ...{ id: statement.id, verdict: 'REJECT', reason: 'Not said.', correction: {} },
            });
            if (change !== null) await undoChange(store, { id: change.id, actor: 'rufus' });
          }
          const lines = await linesOf(store);
          const copy = await storeWith(open);
          expect(await copy.importRecords(given(lines))).toBe(lines.length);
          expect(await linesOf(copy)).toEqual(lines);
          expect(await allAnswers(copy, records)).toEqual(await allAnswers(store, records));
          await Promise.all([store.close(), copy.close()]);
        }),
        { numRuns: 12, interruptAfterTimeLimit: 20_000 },
      );
    });

    test('are for an empty store: another is left as it is', async () => {
      const record = articleRecord({ title: 'Storm', text: 'It rained.' });
      const store = await storeWith(open, record);
      const lines = await linesOf(store);
      await expect(store.importRecords(given(lines))).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(await linesOf(store)).toEqual(lines);
    });

    test('store nothing when the lines end in an error', async () => {
      const store = await storeWith(open, articleRecord({ title: 'Storm', text: 'It rained.' }));
      const lines = await linesOf(store);
      const copy = await storeWith(open);
      const broken = async function* () {
        yield* lines;
        throw new OnRecordError('BAD_USER_INPUT', 'line 9 is broken');
      };
      await expect(copy.importRecords(broken())).rejects.toThrow('line 9 is broken');
      expect(await linesOf(copy)).toEqual([]);
    });
  });
}
